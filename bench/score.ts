// Compares the themes of the sample workshop with the topics its notes were written for: purity and adjusted
// Rand per group, over the notes that have a topic. A note in no theme counts as a theme of its own.
import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import type { Summary } from '../src/summary/summary.js'
import { agreementOf } from './agreement.js'

const FIXTURE = new URL('../fixtures/support-workshop/', import.meta.url)
const NO_TOPIC = ['loner', 'noise']

type TopicRow = { row: string; persona: string; quadrant: string; topic: string }

const read = (name: string): Promise<string> => readFile(new URL(name, FIXTURE), 'utf8')
const topics = parse(await read('support-workshop.topics.csv'), { columns: true }) as TopicRow[]
const summary = JSON.parse(await read('summary.json')) as Summary

const topicOf = new Map(topics.map(({ row, topic }) => [Number(row), topic]))
const all: { themes: string[]; topics: string[]; unplaced: number } = { themes: [], topics: [], unplaced: 0 }
const line = (...cells: (string | number)[]): void =>
  console.log(
    cells.map((cell, index) => (index === 0 ? String(cell).padEnd(28) : String(cell).padStart(9))).join(' '),
  )

line('group', 'notes', 'in themes', 'purity', 'adj. Rand')
for (const group of summary.groups) {
  const labels: { theme: string; topic: string }[] = []
  const enter = (rows: number[], theme: string): void => {
    for (const row of rows) {
      const topic = topicOf.get(row) ?? ''
      if (!NO_TOPIC.includes(topic)) labels.push({ theme, topic })
    }
  }
  const name = `${group.persona} / ${group.quadrant}`
  for (const { title, notes } of group.themes)
    enter(
      notes.flatMap(({ from }) => from.map(({ row }) => row)),
      title,
    )
  for (const { from } of group.unplaced) for (const { row } of from) enter([row], `unplaced ${row}`)
  const found = labels.map(({ theme }) => theme)
  const given = labels.map(({ topic }) => topic)
  const { purity, adjustedRand } = agreementOf(found, given)
  const placed = found.filter((theme) => !theme.startsWith('unplaced ')).length
  line(name, labels.length, placed, purity.toFixed(2), adjustedRand.toFixed(2))
  all.themes.push(...found.map((theme) => `${name} ${theme}`))
  all.topics.push(...given.map((topic) => `${name} ${topic}`))
  all.unplaced += labels.length - placed
}
const { purity, adjustedRand } = agreementOf(all.themes, all.topics)
line('all', all.topics.length, all.topics.length - all.unplaced, purity.toFixed(2), adjustedRand.toFixed(2))
