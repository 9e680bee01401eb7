/** How the page looks on a screen, wide or narrow. */
export const LAYOUT = `
*, *::before, *::after { box-sizing: border-box }
html { scroll-padding-top: 1rem; -webkit-text-size-adjust: 100% }
body { margin: 0; background: var(--page); color: var(--text); font: 1rem/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", "Hiragino Sans", "Yu Gothic UI", sans-serif; overflow-wrap: anywhere }
.wrap { max-width: 76rem; margin: 0 auto; padding: 0 1.25rem }
h1, h2, h3, .figure dd, .said { font-family: "Iowan Old Style", "Palatino Linotype", Palatino, Charter, "Noto Serif", Georgia, "Hiragino Mincho ProN", "Yu Mincho", serif }
h1, h2, h3, h4, p, ul, ol, dl, dd, figure { margin: 0 }
h1 { font-size: clamp(1.7rem, 4.5vw, 2.7rem); line-height: 1.12; letter-spacing: -.01em; max-width: 22em; text-wrap: balance }
h2 { font-size: clamp(1.35rem, 3vw, 1.8rem); line-height: 1.2; text-wrap: balance }
h3 { font-size: 1.2rem; line-height: 1.3; text-wrap: balance }
h4 { font-size: 1rem; line-height: 1.35 }
a { color: inherit }
:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; border-radius: 3px }
.sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
.skip { position: absolute; left: -999rem } .skip:focus { left: 1rem; top: 1rem; background: var(--card); padding: .5rem 1rem; z-index: 3 }
.kicker { font-size: .75rem; font-weight: 700; letter-spacing: .09em; text-transform: uppercase; color: var(--ink) }
.soft { color: var(--soft); font-size: .875rem } .lead { font-size: 1.15rem; max-width: 60ch } .of { display: none }

.top { padding: 2.5rem 0 1.75rem; display: flex; flex-wrap: wrap; gap: 1.25rem 3rem; align-items: end; justify-content: space-between }
.top .kicker { color: var(--soft) } .top h1 { margin: .25rem 0 .5rem }
.figures { display: flex; flex-wrap: wrap; gap: .5rem 1.75rem }
.figure { display: flex; flex-direction: column-reverse } .figure dd { font-size: 1.7rem; font-weight: 700; line-height: 1.15; font-variant-numeric: tabular-nums }
.notice { background: var(--ground); border-left: 4px solid var(--text); padding: .75rem 1rem; margin: 0 0 1.5rem; border-radius: 4px }

.map { padding-bottom: 2.5rem }
.row { display: grid; grid-template-columns: 9.5rem 1fr; gap: .75rem; margin-bottom: .75rem } .row.alone { grid-template-columns: 1fr }
.row h3 { padding-top: .7rem; font-size: 1.05rem }
.fields { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr)); gap: .75rem }
.fields.of-2 { grid-template-columns: repeat(2, 1fr) } .fields.of-3 { grid-template-columns: repeat(3, 1fr) } .fields.of-4 { grid-template-columns: repeat(4, 1fr) } .fields.of-5 { grid-template-columns: repeat(5, 1fr) }
.field { background: var(--ground); border-radius: 10px; padding: .7rem .85rem; display: flex; flex-direction: column; gap: .35rem; min-width: 0 }
.field .kicker { display: flex; justify-content: space-between; align-items: center; gap: .5rem } .field .kicker span { flex: none; font-weight: 400; letter-spacing: 0; text-transform: none; color: var(--soft) } .kicker.asks { letter-spacing: 0; text-transform: none; font-size: .84rem; align-items: flex-start }
.field ol { list-style: none; padding: 0; display: grid; gap: .15rem } .field li { font-size: .875rem; line-height: 1.3 }
.field a { display: flex; justify-content: space-between; align-items: center; gap: .75rem; text-decoration: none; min-height: 24px } .field a:hover { text-decoration: underline }
.field li:first-child a { font-weight: 650 } .field .size { flex: none; color: var(--soft); font-weight: 400; font-variant-numeric: tabular-nums }
.bar { display: block; width: 100%; height: 3px } .bar .track { fill: var(--track) } .bar .fill { fill: var(--ink) } .bar .then { fill: var(--text) }

.beat-head { color: var(--soft); margin-top: 1.25rem } .path { overflow-x: auto; margin: .5rem 0 1rem } .beat { min-width: 34rem } .beat table { table-layout: fixed; font-size: .875rem } .beat th:first-child { width: 7.5rem } .beat th, .beat td { padding: .3rem .5rem; text-align: center; overflow-wrap: anywhere } .beat th:first-child { text-align: start; padding-left: 0; color: var(--soft); font-weight: 400 } .beat thead a { color: var(--ink); text-decoration: none } .beat td { font-variant-numeric: tabular-nums }
.curve { position: relative; padding-left: 7.5rem; margin-bottom: .6rem } .scale { position: absolute; inset: 0 auto 0 0; display: grid; align-content: space-between; color: var(--soft); font-size: .75rem } .line { display: block; width: 100%; height: 7rem } .line path { fill: none; vector-effect: non-scaling-stroke } .line .zero { stroke: var(--line); stroke-width: 1; stroke-dasharray: 4 5 } .line .way { stroke: var(--soft); stroke-width: 2.5 } .line .dots { stroke: var(--text); stroke-width: 12; stroke-linecap: round }

.persona { border-top: 1px solid var(--line); padding: 2rem 0 .5rem } .persona-head { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; align-items: baseline; justify-content: space-between } .to-top { font-size: .875rem; color: var(--soft) }
.group { padding: 1.25rem 0 1rem } .head { margin-bottom: .85rem }
.cards { list-style: none; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr)); gap: .85rem; align-items: start }
.card { background: var(--card); border: 1px solid var(--line); border-top: 3px solid var(--ink); border-radius: 8px; padding: .9rem 1rem 1rem; display: grid; gap: .55rem; min-width: 0 }
.card h4 { display: flex; gap: .5rem } .card .no { color: var(--ink); font-weight: 700; font-variant-numeric: tabular-nums }
.card .bar { height: 4px }
.tag { display: inline-block; border: 1px solid var(--ink); color: var(--ink); border-radius: 99px; padding: 0 .5rem; font-size: .75rem; font-weight: 650 }
summary { cursor: pointer; color: var(--ink); font-size: .875rem; font-weight: 650 } details.quiet > summary { color: var(--soft); font-weight: 400 }
details > *:not(summary) { margin-top: .6rem }
.notes { list-style: none; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 8.2rem), 1fr)); gap: .5rem }
.wide .notes { grid-template-columns: repeat(auto-fill, minmax(min(100%, 13rem), 1fr)) }
.note { background: var(--ground); border-radius: 2px 2px 12px 2px; padding: .5rem .6rem .55rem; font-size: .84rem; line-height: 1.38; white-space: pre-line; min-width: 0 }
.note.is-long { grid-column: 1 / -1 }
.note summary { color: inherit; font-weight: 400; font-size: inherit; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 4; overflow: hidden; list-style: none } .note summary::-webkit-details-marker { display: none }
.note details[open] summary { display: block } .note .more { color: var(--ink); font-weight: 650 } .note details[open] .more { display: none }
.note .by { display: block; color: var(--ink); font-size: .75rem; white-space: normal }
.touching ul { list-style: none; padding: 0; display: grid; gap: .4rem; font-size: .84rem } .touching > summary { font-weight: 400 } .touching q, .also q { font-style: italic } .also q { margin-inline-end: .35rem }
.votes { display: block; color: var(--ink); font-size: .75rem; letter-spacing: .12em; white-space: normal }
.group > details, .group > .soft { margin-top: .85rem }
.list { padding-left: 1.1rem; display: grid; gap: .2rem; font-size: .875rem; color: var(--soft) }
.said { display: grid; gap: .5rem; padding-left: 1.1rem; max-width: 75ch } .overview .kicker { margin-top: .6rem } .said .kicker { font-family: system-ui, sans-serif }
.overview { padding-bottom: 2rem; display: grid; gap: .9rem } .cite { font-family: system-ui, sans-serif; font-size: .8rem; color: var(--soft) } .present button, .steps button { font: inherit; color: inherit; background: none; border: 0; padding: 0; min-height: 24px; text-decoration: underline; text-decoration-thickness: 1px; cursor: pointer }
.cite a { display: inline-block; min-height: 24px; text-decoration-thickness: 1px }
.account { border-top: 1px solid var(--line); margin-top: 2rem; padding: 1.5rem 0 3rem } .account h2 { font-size: 1.1rem; margin-bottom: .6rem }
.card, .group { scroll-margin-top: 4.5rem } .card:target { outline: 3px solid var(--ink); outline-offset: 2px }
.scroll { overflow-x: auto } .scroll td, .scroll thead th { overflow-wrap: normal } table { border-collapse: collapse; width: 100%; font-size: .95rem } th, td { text-align: start; padding: .4rem .75rem .4rem 0; border-bottom: 1px solid var(--line); vertical-align: top } th { font-weight: 650 } td.n, th.n { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap } .waves { table-layout: fixed } .waves th:first-child { width: auto } .waves th:nth-child(2), .waves th:nth-child(3) { width: 6.5rem } .waves th:nth-child(4) { width: 9.5rem } .waves tbody th { overflow-wrap: break-word; hyphens: auto }

@media screen and (max-width: 60rem) { .fields.of-4, .fields.of-5 { grid-template-columns: repeat(2, 1fr) } .row { grid-template-columns: 1fr } .row h3 { padding-top: .5rem } }
@media screen and (max-width: 34rem) { .waves, .waves tbody { display: block } .waves thead { display: block; position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) } .waves tr { display: grid; grid-template-columns: auto auto 1fr; gap: 0 1rem; border-bottom: 1px solid var(--line); padding: .5rem 0 } .waves th, .waves td { border: 0; padding: 0 } .waves th:first-child { grid-column: 1 / -1; width: auto; padding-bottom: .3rem } .waves td.n:nth-child(2)::after { content: ' →' } .waves td:last-child { text-align: end } }
@media screen and (max-width: 44rem) { .fields, .fields.of-2, .fields.of-3, .fields.of-4, .fields.of-5 { grid-template-columns: 1fr } .top { padding-top: 1.5rem } .wrap { padding: 0 1rem } }
`
