import { UserError } from '../errors/user-error.js'
import { foldName } from '../text/fold.js'
import { nearest } from '../text/nearest.js'

/** What a column can be for. */
export type Role = 'note' | 'persona' | 'quadrant' | 'votes'

/** A column named by the user: a header, or a number counted from 1. */
export type ColumnName = string

/** Columns named by the user; several for notes where each is a quadrant of its own. */
export type NamedColumns = {
  note?: ColumnName | readonly ColumnName[] | undefined
  persona?: ColumnName | undefined
  quadrant?: ColumnName | undefined
  votes?: ColumnName | undefined
}

/** The columns named for notes. */
export function namedNotes({ note = [] }: NamedColumns): readonly ColumnName[] {
  return typeof note === 'string' ? [note] : note
}

/** A column of a table: its index from 0 and its header as written. */
export type Column = { index: number; header: string }

/** The column taken for a role, why, and others that could have been. */
export type ChosenColumn = Column & {
  because: 'named' | 'usual' | 'header' | 'only column'
  runnersUp: readonly Column[]
}

export type ColumnChoice = { note: ChosenColumn } & Partial<Record<Role, ChosenColumn>>

/** Headers that tell a role, best first: English, then German, French, Spanish and Japanese. */
const ALIASES: Record<Role, readonly string[]> = {
  note: [
    ...['note', 'notes', 'sticky note', 'sticky', 'text', 'content', 'comment', 'idea', 'card', 'post-it'],
    ...['message', 'body', 'feedback', 'response', 'answer', 'comment-body', 'description'],
    ...['notiz', 'notizen', 'zettel', 'karte', 'inhalt', 'kommentar', 'idee', 'antwort', 'beschreibung'],
    ...['texte', 'remarque', 'commentaire', 'contenu', 'idée', 'réponse'],
    ...['nota', 'notas', 'texto', 'contenido', 'comentario', 'respuesta'],
    ...['付箋', 'メモ', 'ノート', 'コメント', 'テキスト', '本文', '内容', '意見', '回答'],
  ],
  persona: [
    ...[
      'persona',
      'personas',
      'role',
      'user',
      'segment',
      'group',
      'audience',
      'stakeholder',
      'who',
      'profile',
    ],
    ...['rolle', 'zielgruppe', 'gruppe', 'profil', 'nutzergruppe'],
    ...['rôle', 'groupe', 'public', 'qui'],
    ...['rol', 'perfil', 'grupo', 'quién'],
    ...['ペルソナ', '役割', '役職', '対象', '対象者', 'グループ', '誰'],
  ],
  quadrant: [
    ...['quadrant', 'category', 'section', 'area', 'column', 'list', 'prompt', 'question', 'topic', 'frame'],
    ...['type', 'tag', 'board'],
    ...['bereich', 'kategorie', 'spalte', 'feld', 'frage', 'thema'],
    ...['cadre', 'catégorie', 'colonne', 'rubrique'],
    ...['cuadrante', 'categoría', 'categoria', 'columna', 'sección', 'pregunta'],
    ...['象限', 'カテゴリ', 'カテゴリー', '分類', '区分', '領域', '質問', '列'],
  ],
  votes: [
    ...['votes', 'vote', 'vote count', 'likes', 'upvotes', 'dots'],
    ...['stimmen', 'punkte', 'voix', 'votos', '票', '票数', '投票', '投票数', 'いいね'],
  ],
}

export const ROLES = Object.keys(ALIASES) as Role[]

/** The columns of a header, by index. */
export function columnsOf(header: readonly string[]): Column[] {
  return header.map((text, index) => ({ index, header: text.trim() }))
}

/**
 * Header → the column for each role: the one that was named, else the one whose header is the best known
 * alias. Where a tool's `usual` columns are given, they take the place of aliases. Roles other than the note's may
 * have none.
 * Throws UserError `column-unknown`, `column-twice` or `note-column-missing`.
 */
export function chooseColumns(
  header: readonly string[],
  named: NamedColumns,
  file: string,
  usual?: NamedColumns,
): ColumnChoice {
  const columns = columnsOf(header)
  const taken = new Map<number, string>()
  const chosen: Partial<Record<Role, ChosenColumn>> = {}

  for (const role of ROLES) {
    const [name] = [named[role] ?? usual?.[role] ?? []].flat()
    if (name === undefined) continue
    const column = findNamed(columns, name, `--${role}`, file)
    const other = taken.get(column.index)
    if (other) throw new UserError('column-twice', { file, options: [other, `--${role}`], column: name })
    taken.set(column.index, `--${role}`)
    chosen[role] = { ...column, because: named[role] === undefined ? 'usual' : 'named', runnersUp: [] }
  }

  for (const role of ROLES) {
    if (chosen[role] || usual) continue
    const best = columnByAlias(header, role, (index) => !taken.has(index))
    if (best) chosen[role] = best
  }

  const [only, ...others] = columns
  if (!chosen.note && only?.header === '' && others.length === 0) {
    chosen.note = { ...only, because: 'only column', runnersUp: [] }
  }
  const { note } = chosen
  if (!note) throw new UserError('note-column-missing', { file, columns: columns.map(nameOf) })
  return { ...chosen, note }
}

/** The column that the user names for a role. Throws UserError `column-unknown`. */
export function columnNamed(header: readonly string[], role: Role, name: string, file: string): ChosenColumn {
  return { ...findNamed(columnsOf(header), name, `--${role}`, file), because: 'named', runnersUp: [] }
}

/** The column whose header is the best alias of a role, of those that are free. */
export function columnByAlias(
  header: readonly string[],
  role: Role,
  isFree: (index: number) => boolean,
): ChosenColumn | undefined {
  const [best, ...runnersUp] = findByAlias(columnsOf(header), role).filter(({ index }) => isFree(index))
  return best && { ...best, because: 'header', runnersUp }
}

/** How a column is shown: its header, or its number where the header is empty. */
export function nameOf({ index, header }: Column): string {
  return header === '' ? String(index + 1) : header
}

function findNamed(columns: readonly Column[], name: string, option: string, file: string): Column {
  const folded = foldName(name)
  const column =
    columns.find(({ header }) => header === name.trim()) ??
    columns.find(({ header }) => header !== '' && foldName(header) === folded) ??
    columns.find(({ index }) => String(index + 1) === name.trim())
  if (column) return column
  const known = columns.map(nameOf)
  throw new UserError('column-unknown', {
    file,
    option,
    column: name,
    columns: known,
    nearest: nearest(name, known),
  })
}

function findByAlias(columns: readonly Column[], role: Role): Column[] {
  const rankOf = ({ header }: Column): number => ALIASES[role].indexOf(foldName(header))
  return columns.filter((column) => rankOf(column) >= 0).sort((a, b) => rankOf(a) - rankOf(b))
}
