import { foldName } from '../../text/fold.js'
import { WITHOUT_SPACES } from '../../text/scripts.js'

/** What the cells of a survey's column are. Only open answers are notes. */
export type ColumnKind = 'open' | 'personal' | 'technical' | 'number' | 'date' | 'choice' | 'empty' | 'short'

/** Headers of columns about a person, and of those that the survey tool fills in; in English and German, as they occur. */
const PERSONAL =
  /^(?:e-?mail(?: address)?|email des empfängers|e-mail.*|user ?name|name|names|first name|last name|full name|nachname.*|vorname.*|your name|ip ?-?(?:address|adresse)|recipient.*|phone.*|telefon.*|user agent|anonym|github.*|twitter.*|linkedin.*)$/
const TECHNICAL =
  /^(?:#|id\d*|timestamp|zeitstempel|horodateur|marca temporal|タイムスタンプ|(?:start|end|stage|submit|last modified|completion|recorded|finish) ?(?:time|date|date \(utc\))|started|submitted|date submitted|time started|respondent ?id|collector ?id|response ?id|responseset|response type|network id|tags|status|progress|duration.*|finished|beendet|location.*|distribution ?channel|userlanguage|external ?(?:data)?reference|custom data.*|score|total points|points .*|feedback .*|quiz feedback|grade posted time|language|referer|sessionid|v\d+|anfangsdatum|enddatum|antworttyp|aktueller stand|dauer.*|erfassungsdatum|antwort-?id|externe datenreferenz|breitengrad.*|längengrad.*|verteilungskanal|benutzersprache|q\d+ - topics|.* - topics|.*_do)$/

const NUMBER = /^[-+]?[\d.,\s]+%?$/
const DATE = /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?:[ T].*)?$/
const ADDRESS = /^(?:https?:\/\/\S+|[^\s@]+@[^\s@]+\.[^\s@]+|@[\w.-]+|\d{1,3}(?:\.\d{1,3}){3})$/

const MOST_CHOICES = 12
const OPEN_FROM = 0.35

/** With so few answers their wording says little, and a header that is a sentence says more. */
const TOO_FEW_TO_SCORE = 5

/** Header and cells of a column → what it holds. */
export function kindOfColumn(header: string, cells: readonly string[]): ColumnKind {
  const name = foldName(header)
  if (PERSONAL.test(name)) return 'personal'
  if (TECHNICAL.test(name)) return 'technical'
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  if (filled.length === 0) return 'empty'
  const shareOf = (pattern: RegExp): number =>
    filled.filter((cell) => pattern.test(cell)).length / filled.length
  if (shareOf(ADDRESS) > 0.5) return 'personal'
  if (shareOf(DATE) > 0.8) return 'date'
  if (shareOf(NUMBER) > 0.8) return 'number'
  if (isChoice(filled)) return 'choice'
  const words = medianOf(filled.map((cell) => cell.split(/\s+/).length))
  if (cells.length < TOO_FEW_TO_SCORE && name.split(' ').length >= 4 && words >= 2) return 'open'
  if (/[?？]\s*\*?$/.test(header) && words >= 2 && isDiverse(filled)) return 'open'
  return scoreOf(filled, cells.length) > OPEN_FROM ? 'open' : 'short'
}

/** Few answers that many gave, alone or joined by commas or semicolons. */
function isChoice(filled: readonly string[]): boolean {
  const distinct = new Set(filled)
  if (distinct.size === 1 && filled.length >= 3) return true
  if (distinct.size <= MOST_CHOICES && filled.length >= 2 * distinct.size) return true
  const parts = filled.flatMap((cell) => cell.split(/[;,]\s*/).map((part) => part.trim()))
  const distinctParts = new Set(parts)
  return filled.length >= 10 && distinctParts.size <= 15 && parts.length >= 3 * distinctParts.size
}

/** Hardly any answer was given twice. */
function isDiverse(filled: readonly string[]): boolean {
  return filled.length >= TOO_FEW_TO_SCORE && new Set(filled).size >= filled.length * 0.8
}

/** From 0 to 1: distinct, long, of several words, and answered by many. */
function scoreOf(filled: readonly string[], rows: number): number {
  const inWords = !filled.some((cell) => WITHOUT_SPACES.test(cell))
  const length = medianOf(filled.map((cell) => cell.length))
  const words = medianOf(filled.map((cell) => cell.split(/\s+/).length))
  const distinct = new Set(filled).size / filled.length
  const isLong = Math.min(1, length / (inWords ? 15 : 8))
  const isSentence = !inWords || words >= 3 ? 1 : 0.4
  return distinct * isLong * isSentence * (filled.length / rows) ** 0.3
}

function medianOf(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
