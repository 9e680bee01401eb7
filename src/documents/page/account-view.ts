import type { Summary } from '../../summary/summary.js'
import { countReasons } from '../../text/count-of.js'
import { describeDecisions } from '../describe/describe-decisions.js'
import type { Speech } from '../words/speech.js'
import { html, type Part } from './part.js'

/** Where a summary comes from: files, what was dropped, decisions, prompt and model. */
export function renderAccount(
  { sources, decisions, previous, given, prompt, model }: Summary,
  speech: Speech,
): Part {
  const { words } = speech
  const decided = decisions && describeDecisions(decisions)
  return html`<footer class="wrap" id="account"><h2>${words.account}</h2><ul class="list">${sources.map(
    ({ file, rows, notes, dropped, warnings }) =>
      html`<li>${[
        `${file}: ${speech.count('rows', rows)}`,
        speech.count('notes', notes),
        ...(dropped.length > 0
          ? [speech.fill(words.dropped, { n: speech.number(dropped.length), reasons: countReasons(dropped) })]
          : []),
      ].join(
        ', ',
      )}${warnings.length > 0 && html`<ul class="list">${warnings.map((warning) => html`<li>${warning}</li>`)}</ul>`}</li>`,
  )}${decided && html`<li>${decided.line}${decided.lapsed.length > 0 && html`<ul class="list">${decided.lapsed.map((line) => html`<li>${line}</li>`)}</ul>`}</li>`}${
    previous && html`<li>${speech.fill(words.goesOnFrom, { title: previous.title })}</li>`
  }${given && html`<li>${speech.fill(words.given, { themes: speech.count('themes', given.themes) })}: ${given.prompt.id}@${given.prompt.version} (${given.prompt.sha256.slice(0, 12)})</li>`}<li>${
    prompt
      ? speech.fill(words.prompt, {
          prompt: `${prompt.id}@${prompt.version} (${prompt.sha256.slice(0, 12)})`,
          model,
        })
      : words.withoutModel
  }</li></ul></footer>
`
}
