import type { SummaryGroup, SummaryNote, SummaryTheme } from '../../summary/summary.js'
import { writtenFor } from '../../summary/written-for.js'
import type { Actions } from './actions.js'
import { el, keyOfField, keyOfNote } from './dom.js'
import { type Column, changesOf, columnsOf, countOf, sizeOf } from './view.js'

/** A group as a board: a column a theme, the notes in them, and what people changed. */
export function renderBoard(group: SummaryGroup, actions: Actions): HTMLElement {
  const notes = new Map(
    columnsOf(group).flatMap((column) => column.notes.map((note) => [note.id, note] as const)),
  )
  const dropped = (event: DragEvent): SummaryNote | undefined =>
    notes.get(event.dataTransfer?.getData('text/plain') ?? '')
  const changes = changesOf(group)
  return el(
    'div',
    {},
    el('h2', { dir: 'auto' }, group.question ?? group.quadrant),
    group.status === 'failed' &&
      el('p', { class: 'soft' }, `This group could not be summarised: ${group.reason}`),
    el(
      'div',
      { class: 'columns' },
      columnsOf(group).map((column) => renderColumn(column, group, actions, dropped)),
      renderNew(actions, dropped),
    ),
    el(
      'details',
      { class: 'changes', open: changes.length > 0 },
      el(
        'summary',
        {},
        `Changes against the model’s version: ${changes.length === 0 ? 'none' : changes.length}`,
      ),
      el(
        'ul',
        {},
        changes.map((change) => el('li', { dir: 'auto' }, change)),
      ),
    ),
  )
}

type Dropped = (event: DragEvent) => SummaryNote | undefined

function renderColumn(column: Column, group: SummaryGroup, actions: Actions, dropped: Dropped): HTMLElement {
  const { id, theme, notes, title } = column
  const section = el(
    'section',
    { class: theme ? 'column' : 'column rest', 'aria-label': title },
    theme ? renderHead(theme, group, actions) : el('h3', {}, title),
    el('p', { class: 'soft size' }, countOf(sizeOf(notes), 'note')),
    el(
      'ul',
      { class: 'notes' },
      notes.map((note) => renderNote(note, group, actions)),
    ),
  )
  return takesNotes(section, dropped, (note) => actions.move(note, id))
}

function renderHead(theme: SummaryTheme, group: SummaryGroup, actions: Actions): HTMLElement {
  const { id, title, summary, modelTitle, modelSummary } = theme
  return el(
    'div',
    { class: 'head' },
    el(
      'h3',
      {},
      field(id, 'title', `Title of “${title}”`, title, 200, (text) => actions.reword(theme, { title: text })),
    ),
    modelTitle !== undefined &&
      el('p', { class: 'model', dir: 'auto' }, `The model called it “${modelTitle}”.`),
    field(id, 'summary', `Summary of “${title}”`, summary, 2_000, (text) =>
      actions.reword(theme, { summary: text }),
    ),
    describeWrittenFor(theme, group),
    modelSummary !== undefined &&
      el('p', { class: 'model', dir: 'auto' }, `The model wrote: ${modelSummary}`),
    group.themes.length > 1 &&
      el(
        'button',
        {
          type: 'button',
          class: 'quiet',
          onclick: () => actions.chooseMerge(theme),
          'aria-label': `Merge into another theme: “${title}”`,
          'data-key': keyOfField(id, 'merging'),
        },
        'Merge into another theme',
      ),
  )
}

/** A summary of the model does not know of notes that people put there. */
function describeWrittenFor(theme: SummaryTheme, group: SummaryGroup): HTMLElement | false {
  const found = writtenFor(theme, group)
  if (!found) return false
  const text = `Written for ${countOf(found.written, 'note')}, ${found.known} of them here.`
  return el('p', { class: 'model' }, text)
}

const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Text that is edited in place: Enter or leaving it keeps it, Escape brings back what was there. */
function field(
  theme: string,
  name: string,
  label: string,
  text: string,
  most: number,
  keep: (text: string) => void,
): HTMLElement {
  const area = el('textarea', {
    class: name,
    'aria-label': label,
    'data-key': keyOfField(theme, name),
    rows: '1',
    maxlength: String(most),
    dir: 'auto',
    spellcheck: 'true',
  })
  area.value = text
  if (text === '') area.placeholder = `No ${name} yet`
  area.dataset.kept = text
  const commit = (): void => {
    const given = onOneLine(area.value)
    if (given === '' || given === onOneLine(area.dataset.kept ?? '')) area.value = area.dataset.kept ?? ''
    else {
      area.value = given
      area.dataset.kept = given
      keep(given)
    }
  }
  area.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') area.value = area.dataset.kept ?? ''
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.preventDefault()
    commit()
  })
  area.addEventListener('change', commit)
  return area
}

function renderNote(note: SummaryNote, { decided }: SummaryGroup, actions: Actions): HTMLElement {
  const { id, text, from, votes = 0, placedBy, modelTheme } = note
  const was = decided?.model.themes.find((theme) => theme.id === modelTheme)?.title
  const item = el(
    'li',
    { class: 'note', draggable: 'true', id: `note-${id}` },
    el('span', { dir: 'auto', class: 'text' }, text),
    from.length > 1 && el('span', { class: 'soft' }, ` ×${from.length}`),
    votes > 0 && el('span', { class: 'soft' }, ` ${countOf(votes, 'vote')}`),
    placedBy &&
      el('span', { class: 'model', dir: 'auto' }, was === undefined ? 'was in no theme' : `was in “${was}”`),
    el(
      'button',
      {
        type: 'button',
        class: 'move',
        'aria-label': `Move: ${text}`,
        'data-key': keyOfNote(id),
        title: 'Move (Enter; or arrow keys to the next theme)',
        onclick: () => actions.chooseMove(note),
      },
      'Move',
    ),
  )
  item.addEventListener('dragstart', (event) => event.dataTransfer?.setData('text/plain', id))
  item.addEventListener('keydown', (event) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (by === 0) return
    event.preventDefault()
    void actions.step(note, by)
  })
  return item
}

/** Where a note is dropped that shall be a theme of its own. */
function renderNew({ make }: Actions, dropped: Dropped): HTMLElement {
  const section = el(
    'section',
    { class: 'column new', 'aria-label': 'A new theme' },
    el('h3', {}, 'A new theme'),
    el('p', { class: 'soft' }, 'Drop a note here.'),
  )
  return takesNotes(section, dropped, make)
}

function takesNotes(section: HTMLElement, dropped: Dropped, take: (note: SummaryNote) => void): HTMLElement {
  section.addEventListener('dragover', (event) => {
    event.preventDefault()
    section.classList.add('over')
  })
  section.addEventListener('dragleave', (event) => {
    if (!section.contains(event.relatedTarget as Node | null)) section.classList.remove('over')
  })
  section.addEventListener('drop', (event) => {
    event.preventDefault()
    section.classList.remove('over')
    const note = dropped(event)
    if (note) take(note)
  })
  return section
}
