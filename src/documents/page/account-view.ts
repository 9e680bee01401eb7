import type { Summary } from '../../summary/summary.js'
import { describeDecisions } from '../describe/describe-decisions.js'
import { describeHosts } from '../describe/describe-hosts.js'
import { describeDropped } from '../describe/describe-reasons.js'
import type { Speech } from '../words/speech.js'
import { html, type Part } from './part.js'

/** Where a summary comes from: files, what was dropped, decisions, prompts and model. */
export function renderAccount(summary: Summary, speech: Speech): Part {
  const { sources, decisions, previous, given, heartbeat, prompt, model, hosts } = summary
  const { words, fill, count, row } = speech
  const decided = decisions && describeDecisions(decisions, speech)
  const files = sources.map(({ file, rows, notes, dropped, warnings }) =>
    renderItem(
      `${file}: ${row(count('rows', rows), count('notes', notes), describeDropped(dropped, speech))}`,
      warnings,
    ),
  )
  return html`<footer class="wrap"><div class="account" id="account"><h2>${words.account}</h2><ul class="list">${files}${decided && renderItem(decided.line, decided.lapsed)}${
    previous &&
    renderItem(
      fill(words.goesOnFrom, {
        ...{ title: previous.title, hash: previous.sha256.slice(0, 12), prompt: nameOf(previous.prompt) },
      }),
    )
  }${
    given &&
    renderItem(fill(words.given, { themes: count('themes', given.themes), prompt: nameOf(given.prompt) }))
  }${
    heartbeat && renderItem(fill(words.heartbeat.asked, { prompt: nameOf(heartbeat.prompt) }))
  }${renderItem(prompt ? fill(words.prompt, { prompt: nameOf(prompt), model }) : words.withoutModel)}${
    hosts && renderItem(describeHosts(hosts, speech))
  }</ul></div></footer>
`
}

const nameOf = ({ id, version, sha256 }: { id: string; version: number; sha256: string }): string =>
  `${id}@${version} (${sha256.slice(0, 12)})`

function renderItem(text: string, below: readonly string[] = []): Part {
  return html`<li>${text}${below.length > 0 && html`<ul class="list">${below.map((line) => html`<li>${line}</li>`)}</ul>`}</li>`
}
