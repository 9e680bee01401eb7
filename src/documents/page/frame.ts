import { createHash } from 'node:crypto'
import type { Speech } from '../words/speech.js'
import { html, type Part, trusted } from './part.js'
import { STYLE } from './style.js'

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64')

/** Nothing is fetched, run, framed or sent: a wall behind the escaping of every text. */
const POLICY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'`

/** A whole page around its parts: one file that opens from disk and asks nobody for anything. */
export function renderPage(title: string, body: Part, speech: Speech): string {
  const { words } = speech
  return `${html`<!doctype html>
<html lang="${words.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="sixthemes">
<title>${title}</title>
<style>${trusted(STYLE)}</style>
</head>
<body id="top">
${body}</body>
</html>`}
`
}
