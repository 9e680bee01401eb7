import { html } from 'hono/html'
import { PATHS } from './protocol.js'

/** The page before its script fills it: what there is to see without one, and the regions that the script writes into. */
export function renderShell(title: string): string {
  return String(html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Review: ${title}</title>
<link rel="stylesheet" href="${PATHS.style}">
<script type="module" src="${PATHS.script}"></script>
</head>
<body>
<noscript><p>This page needs JavaScript. Without it: sixthemes revise takes what is changed in a spreadsheet.</p></noscript>
<div id="review"></div>
<p id="said" role="status" aria-live="polite"></p>
</body>
</html>
`)
}
