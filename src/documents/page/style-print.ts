/** On paper: the map on one landscape page, then the themes with all of their notes. */
export const PRINT = `
@page { margin: 14mm 13mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt system-ui, sans-serif; color: #565d68 } }
@page map { size: landscape; margin: 9mm 10mm }
@media print {
  :root { --page: #fff; --card: #fff }
  body { font-size: 9.5pt; print-color-adjust: exact; -webkit-print-color-adjust: exact }
  .wrap { max-width: none; padding: 0 }
  .skip, .slides, .present, .to-top { display: none !important }
  .front { page: map; break-after: page } .front.single { page: auto; break-after: auto } .front.single .map { display: none }
  .top { padding: 0 0 3mm; gap: 2mm 10mm } h1 { font-size: 17pt } .figure dd { font-size: 13pt } .soft { font-size: 8pt }
  .of { display: block; color: var(--soft); font-size: 7.5pt } .list, .group > .soft, .group > details > summary { font-size: 8pt } .group > .soft { break-before: avoid } .said li { break-inside: avoid } .overview h3, .overview .kicker { break-after: avoid } .waves tr { break-inside: avoid } .waves thead { display: table-header-group } .account { margin-top: 4mm; padding: 3mm 0 0; break-inside: avoid }
  .map { padding: 0; font-size: 8.5pt } .row { grid-template-columns: 25mm 1fr; gap: 2mm; margin-bottom: 2mm; break-inside: avoid } .row h3 { font-size: 10pt; padding-top: 1.5mm } .fields { gap: 2mm }
  .field { padding: 1.6mm 2.2mm; gap: .7mm; border-radius: 2mm } .field ol { gap: 1mm } .field li { font-size: inherit; line-height: 1.22 } .field a { min-height: 0; margin: 0 0 .3mm } .field .kicker { font-size: .85em } .bar { height: .6mm }
  .fit-2 .map { font-size: 7.4pt } .fit-3 .map { font-size: 6.2pt } .fit-4 .map { font-size: 5pt }
  .fit-3 .bar, .fit-4 .bar { display: none } .fit-3 .row, .fit-4 .row, .fit-3 .fields, .fit-4 .fields { gap: 1mm; margin-bottom: 1mm }
  .path { break-inside: avoid; overflow: visible; margin: 2mm 0 } .beat { min-width: 0 } .beat table { font-size: 8pt } .line { height: 20mm }
  .overview { break-after: page }
  .persona { border: 0; padding: 0 } .persona + .persona { break-before: page } .group { padding: 4mm 0 2mm } .head { break-after: avoid; break-inside: avoid; margin-bottom: 2mm } h2 { font-size: 14pt; break-after: avoid } h3 { font-size: 11pt }
  .cards { display: block; columns: 2; column-gap: 4mm } .card { margin-bottom: 2.5mm; padding: 1.8mm 2.5mm 2.2mm; gap: 1mm; break-inside: avoid } .card .bar { height: .8mm } .card summary { display: none } details > *:not(summary) { margin-top: .5mm } .card h4, .card p { break-after: avoid }
  details::details-content { content-visibility: visible; block-size: auto; display: block } summary { list-style: none; break-after: avoid } summary::-webkit-details-marker { display: none }
  .notes { grid-template-columns: repeat(2, 1fr); gap: 1.5mm } .wide .notes { grid-template-columns: repeat(4, 1fr); gap: 1.5mm } .note { font-size: 8.5pt; padding: 1.3mm 1.8mm; break-inside: avoid }
  .note summary { display: block; -webkit-line-clamp: none; overflow: visible } .note .more { display: none }
  a { text-decoration: none }
}
`
