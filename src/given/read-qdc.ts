import { decodeXML } from 'entities'
import { Parser } from 'saxen'
import { EVERYONE } from '../text/everyone.js'
import type { GivenRow } from './given-theme.js'

type Code = {
  name: string
  isCodable: boolean
  description: string
  above: string[]
  hasChildren: boolean
}

/**
 * A codebook of REFI-QDA (version 1.0, 2019), which tools for qualitative analysis exchange → rows of a list of given themes, or what is wrong with it. Exporters differ, so names and nesting are all that it
 * must have; entities of a document type are not read. The codes above a theme are its persona and quadrant, if they are two.
 */
export function readQdc(text: string): { ok: true; rows: GivenRow[] } | { ok: false; problem: string } {
  const codes: Code[] = []
  const open: Code[] = []
  let inDescription = false
  let isCodebook = false
  let broken: string | undefined
  const parser = new Parser()
  parser.on('openTag', (element, attributes) => {
    const name = localName(element)
    if (name === 'CodeBook') isCodebook = true
    if (name === 'Description') inDescription = true
    if (name !== 'Code') return
    const given = attributes()
    const parent = open.at(-1)
    if (parent) parent.hasChildren = true
    const code = {
      name: decodeXML(given.name ?? ''),
      isCodable: given.isCodable !== 'false',
      description: '',
      above: open.map((other) => other.name),
      hasChildren: false,
    }
    codes.push(code)
    open.push(code)
  })
  parser.on('closeTag', (element) => {
    if (localName(element) === 'Description') inDescription = false
    if (localName(element) === 'Code') open.pop()
  })
  const addText = (value: string): void => {
    const code = open.at(-1)
    if (inDescription && code) code.description += value
  }
  parser.on('text', (value) => addText(decodeXML(value)))
  parser.on('cdata', addText)
  parser.on('error', (error) => {
    broken ??= error.message
  })
  parser.parse(text.replace(/^\uFEFF/, ''))
  if (broken !== undefined) return { ok: false, problem: broken }
  if (!isCodebook) return { ok: false, problem: 'there is no CodeBook in it' }
  const themes = codes.filter(({ isCodable, hasChildren }) => isCodable && !hasChildren)
  return { ok: true, rows: themes.map(toRow) }
}

const localName = (element: string): string => element.replace(/^.*:/, '')

function toRow({ name, description, above }: Code, index: number): GivenRow {
  const [persona = '', quadrant = ''] = above.length === 2 ? above : []
  return {
    at: index + 1,
    theme: name,
    definition: description,
    persona: persona === EVERYONE ? '' : persona,
    quadrant,
  }
}
