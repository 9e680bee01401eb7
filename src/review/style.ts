import { COLOURS } from '../documents/page/style.js'

/** How the page looks on which a summary is corrected: the colours of the other pages, and columns of notes. */
export const REVIEW_STYLE = `${COLOURS}
* { box-sizing: border-box; margin: 0 }
body { background: var(--page); color: var(--text); font: 1rem/1.45 system-ui, sans-serif; padding: 0 1.25rem 5rem }
h1 { font-size: 1.15rem } h2 { font-size: 1.25rem; margin: 1rem 0 .75rem; font-family: Charter, "Iowan Old Style", Georgia, serif } h3 { font-size: 1rem }
.soft, .model { color: var(--soft); font-size: .85rem }
header { position: sticky; top: 0; z-index: 1; background: var(--page); border-bottom: 1px solid var(--line); display: flex; flex-wrap: wrap; gap: .6rem 1.5rem; align-items: center; padding: .7rem 0 }
.title { flex: 1 1 100%; display: flex; gap: 1.5rem; justify-content: space-between; align-items: start } header > * { min-width: 0; max-width: 100% } .tools { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center }
button, select, input { font: inherit; color: inherit; background: var(--card); border: 1px solid var(--soft); border-radius: 6px; padding: .3rem .7rem; min-height: 2rem } select, input { max-width: min(100%, 20rem); min-width: 0 }
button { cursor: pointer } button:hover:not(:disabled) { background: var(--ground) } button:disabled { opacity: .55; cursor: default }
button.quiet, button.move { border-color: transparent; background: none; color: var(--soft); font-size: .8rem; padding: .1rem .35rem; min-height: 1.5rem; text-decoration: underline } button.done, button.done:hover:not(:disabled) { background: var(--text); color: var(--page); border-color: var(--text) } button.done:hover { opacity: .85 }
:focus-visible { outline: 3px solid #2f6fed; outline-offset: 1px }
.search { position: relative; display: flex; gap: .5rem; align-items: center } .found { list-style: none; padding: 0; position: absolute; top: 100%; right: 0; width: min(24rem, 92vw); max-height: 60vh; overflow-y: auto; background: var(--card); box-shadow: 0 6px 24px #0004; border-radius: 8px }
.found button { display: grid; width: 100%; text-align: start; border: 0; border-radius: 0; padding: .5rem .8rem } .found li:not(:has(button)) { padding: .5rem .8rem }
.columns { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr)); gap: .9rem; align-items: start }
.column { background: var(--card); border: 1px solid var(--line); border-top: 3px solid var(--ink); border-radius: 8px; padding: .8rem; display: grid; gap: .45rem; min-width: 0 } .column.rest { border-top-color: var(--soft) } .column.new { border-style: dashed } .column.over { outline: 3px solid #2f6fed }
.head { display: grid; gap: .35rem } .head button { justify-self: start; margin-inline-start: -.35rem }
textarea { font: inherit; color: inherit; width: calc(100% + .7rem); margin-inline: -.35rem; background: none; border: 1px solid transparent; border-radius: 5px; padding: .15rem .3rem; resize: none; overflow: hidden; field-sizing: content } textarea:hover { border-color: var(--line) } textarea:focus { background: var(--page) } textarea.title { font-weight: 700; font-size: 1.02rem } textarea.summary { font-size: .9rem }
.notes { list-style: none; padding: 0; display: grid; gap: .4rem } .note { background: #fbf1da; color: #1d2129; border-radius: 2px 2px 12px 2px; padding: .45rem .6rem; font-size: .88rem; cursor: grab; overflow-wrap: anywhere } .note.is-found { outline: 3px solid #2f6fed; outline-offset: 2px } .note .text { white-space: pre-line } .note .soft, .note .model, .note button.move { color: #4b4530 } .note .model { display: block } .note .move { float: inline-end }
@media (max-width: 44rem) { header { position: static } }
@media (prefers-color-scheme: dark) { .note { background: #3a331d; color: #f3eeda } .note .soft, .note .model, .note button.move { color: #d8cfae } }
.changes { margin: 1.25rem 0 } .changes ul { padding-left: 1.1rem; margin-top: .4rem; font-size: .9rem } summary { cursor: pointer; font-weight: 650 }
dialog { margin: auto; border: 1px solid var(--line); border-radius: 10px; padding: 1.1rem 1.3rem; background: var(--card); color: var(--text); width: min(30rem, 94vw); max-height: 88vh } dialog::backdrop { background: #0007 } dialog h2 { margin-top: 0; font-size: 1.05rem } .choices { list-style: none; padding: 0; display: grid; gap: .35rem; margin-bottom: .8rem } .choices button { width: 100%; text-align: start } .another { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; margin-bottom: .8rem }
#said { position: fixed; inset: auto 0 0; background: var(--text); color: var(--page); padding: .55rem 1.25rem; font-size: .92rem } #said:empty { display: none }
.ended { padding: 15vh 0; text-align: center }
`
