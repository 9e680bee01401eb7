// What one would write in an hour: a request a group, so many at a time, the replies into a file. No recordings, no checks, no
// account; a yardstick for the time, processor and memory that these take.
import { readFileSync, writeFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import OpenAI from 'openai'
import pLimit from 'p-limit'

const [board, baseURL, atOnce, out] = process.argv.slice(2)
const client = new OpenAI({ baseURL, apiKey: 'none' })
const limit = pLimit(Number(atOnce))

const groups = groupBy(parse(readFileSync(board), { columns: true }))

function groupBy(rows) {
  const byPersona = new Map()
  for (const row of rows) byPersona.set(row.persona, [...(byPersona.get(row.persona) ?? []), row])
  return byPersona
}

const ask = async ([persona, rows]) => {
  const notes = rows.map(({ note }, index) => JSON.stringify([index + 1, note])).join(',\n')
  const content = `Persona: ${persona}\n\nSummarise the six key themes of these notes:\n[\n${notes}\n]`
  const { choices } = await client.chat.completions.create({
    model: 'm',
    messages: [{ role: 'user', content }],
  })
  return { persona, themes: JSON.parse(choices[0].message.content).themes }
}
writeFileSync(
  out,
  JSON.stringify(await Promise.all([...groups].map((group) => limit(() => ask(group)))), null, 2),
)
