import { createHash } from 'node:crypto'
import type { Summary } from '../summary/summary.js'

/** The codebook of REFI-QDA (version 1.0, 2019), which tools for qualitative analysis exchange. */
const NAMESPACE = 'urn:QDA-XML:codebook:1.0'

/** The themes of a summary as a codebook: persona, quadrant, theme. The same summary gives the same bytes. */
export function renderQdc({ groups }: Summary): string {
  const personas = [...new Set(groups.map(({ persona }) => persona))]
  const codes = personas.flatMap((persona) => [
    `<Code guid="${guidOf(persona)}" name="${toXml(persona)}" isCodable="false">`,
    ...groups
      .filter((group) => group.persona === persona)
      .flatMap(({ quadrant, themes }) => [
        `<Code guid="${guidOf(persona, quadrant)}" name="${toXml(quadrant)}" isCodable="false">`,
        ...themes.flatMap(({ id, title, summary }) => [
          `<Code guid="${guidOf(persona, quadrant, id)}" name="${toXml(title)}" isCodable="true">`,
          ...(summary === '' ? [] : [`<Description>${toXml(summary)}</Description>`]),
          '</Code>',
        ]),
        '</Code>',
      ]),
    '</Code>',
  ])
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<CodeBook xmlns="${NAMESPACE}" origin="sixthemes">`,
    ...['<Codes>', ...codes, '</Codes>', '</CodeBook>', ''],
  ].join('\n')
}

/** A GUID from names (version 8 of RFC 9562), in capitals as the standard's examples have it. */
function guidOf(...names: string[]): string {
  const hex = createHash('sha256').update(names.join('\n')).digest('hex')
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ]
  return parts.join('-').toUpperCase()
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text for XML 1.0, which knows no other control characters. */
function toXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign)
}
