import { type Document, isSeq, parseDocument, stringify, YAMLSeq } from 'yaml'
import { DECISIONS, type Decision } from './decision.js'

/** Decisions → the text of a file that `parseDecisions` reads, one a line. */
export function renderDecisions(decisions: readonly Decision[]): string {
  return addDecisions(`schema: ${DECISIONS}\ndecisions: []\n`, decisions)
}

/** The text of a file of decisions with more of them at the end; what stands there stays, comments too. */
export function addDecisions(text: string, decisions: readonly Decision[]): string {
  const document = parseDocument(text)
  const found = document.get('decisions')
  const list = isSeq(found) ? found : new YAMLSeq()
  if (list !== found) document.set('decisions', list)
  list.flow = decisions.length === 0 && list.items.length === 0
  for (const decision of decisions) list.add(document.createNode(decision, { flow: true }))
  return stringify(document, { lineWidth: 0 })
}

/** The text of a file of decisions without the last of them; the same text where there is none. */
export function dropLastDecision(text: string): string {
  const document: Document = parseDocument(text)
  const list = document.get('decisions')
  if (!isSeq(list) || list.items.length === 0) return text
  list.items.pop()
  list.flow = list.items.length === 0
  return stringify(document, { lineWidth: 0 })
}
