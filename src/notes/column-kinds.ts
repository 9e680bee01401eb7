import { type CellProfile, isChoice } from './judge-cells.js'
import { foldHeader, isQuestion, signsOf } from './judge-header.js'

/** What the cells of a column are. Only open answers are notes by themselves. */
export type ColumnKind = keyof typeof KIND_NAMES

/** The kinds, as people are told of them. */
export const KIND_NAMES = {
  open: 'answers in words',
  personal: 'personal data',
  technical: 'the tool’s own',
  id: 'ids or codes',
  number: 'numbers',
  date: 'dates',
  choice: 'choices',
  short: 'the answers are short',
  empty: 'empty',
} as const

/** Headers that tools put before a question of their quizzes and their own figures. */
const OF_A_TOOL =
  /^(?:points|feedback|grade) - |^q\d+ - topics$|- topics$|_do$|^(?:qid)?\d+_do|^custom data \d+$|^duration(?: \(?(?:in )?\w+\)?)?$|^location (?:latitude|longitude)$|^column \d+ timestamp$|^(?:developer|owner|admin|official|business|organi[sz]er|management|support|staff|host|our|public) (?:reply|replies|response|answer)s?(?: (?:text|comment|date.*|link|by))?$|^antwort (?:des|der) (?:betreibers|entwicklers|inhabers|veranstalters|verwaltung|redaktion)$/

/** A place on a board is a number to the tool; in words it is where people put their notes. */
const PLACES = /^(?:row|rank|order|position|stack|case|mode)$/

/** Words that ask for a person's name or how to reach them, in a header that is a question. */
const ASKS_FOR_A_PERSON =
  /(?<!\p{L})(?:names?|namen?|noms?|prénoms?|nombres?|apellidos?|nomes?|nom[ei]|cognome|naam|namen|nazwisk\p{L}*|imi\p{L}+|e-?mail\p{L}*|phone|telefon\p{L}*|téléphone|teléfono|telefone|telefono|telefoon|birth\p{L}*|geburts\p{L}*|address|anschrift|manager|supervisor|boss|vorgesetzte\p{L}*|führungskraft|handle|username|nickname|responsable|jefe|chef\p{L}*|leidinggevende|przełożon\p{L}*|landlord|vermieter\p{L}*|bailleur|casero|physician|hausarzt\p{L}*|arzt|médecin|iban|account (?:number|for)|bankverbindung|kontonummer|plate|kennzeichen|erreichen|erreichbar|joindre|contactarte|contactarlo|contattarti|contattarla|bereiken|contact person|contactpersoon|ansprechpartner\p{L}*|persona de contacto|pessoa de contacto|pessoa de contato|persona di contatto|personne de contact|osoba kontaktowa|organi[sz]ation|employer|arbeitgeber\p{L}*|employeur|werkgever|pracodawca)(?!\p{L})|名$|担当者|担任|上司|会社名|名前|氏名|メールアドレス|電話番号|住所|生年月日|이름|성함|성명|이메일|전화번호|주소|생년월일/iu

/** Where somebody lives, or is to be met or sent something: the answers are addresses, of whatever form. */
const ASKS_WHERE_TO =
  /(?<!\p{L})(?:where (?:do|does|can|should|shall|may) (?:you live|.{0,30}(?:collect|pick|meet|send|deliver|reach|visit|drop))|(?:home|postal|mailing|delivery|shipping|billing) address|wo wohn\p{L}*|wohin .{0,30}(?:schick\p{L}*|send\p{L}*|liefer\p{L}*)|wo .{0,30}(?:abhol\p{L}*|treffen|erreich\p{L}*)|où (?:habit\p{L}*|viv\p{L}*|.{0,30}(?:envoyer|livrer|chercher|joindre))|d[oó]nde viv\p{L}*|a d[oó]nde .{0,30}(?:enviar|mandar)|d[oó]nde .{0,30}recoger|onde (?:mora|vive|reside)\p{L}*|para onde .{0,30}enviar|dove (?:abit\p{L}*|viv\p{L}*|.{0,30}(?:inviare|spedire|prendere))|waar woon\p{L}*|waar .{0,30}(?:sturen|bezorgen|ophalen)|gdzie (?:mieszka\p{L}*|.{0,30}(?:wysłać|odebrać))|dokąd .{0,30}wysłać)(?!\p{L})|お住まい|どこに住|送り先|お届け先|어디에? ?(?:사|거주)|배송지|거주지/iu

/** "Name three things you liked": an order, and no name of anybody. */
const NAMES_THINGS =
  /(?:^|[.:)\]]\s*)name (?:a|an|one|two|three|four|five|up to|\d|the|some|any|at least|your (?:favou?rite|top|three|best|two))\b/i
/** What somebody thinks of a phone or a manager is asked, not how they are called. */
const ASKS_ABOUT =
  /(?:which|what) (?:phone|mobile|smartphone) (?!number|no\b)|^(?:what|how|was|wie|que|qué|cosa|wat|jak|co) (?!is\b|ist\b|heißt\b|es\b|est\b)(?:\p{L}+ ){0,6}?(?:from|of|by|about|with|do|von|mit|your|deiner?|ihrer?|tu|su|votre|ton)\b.{0,20}(?:manager|supervisor|boss|führungskraft|vorgesetzte\p{L}*|jefe|chef\p{L}*|leidinggevende)(?!['’]s? (?:name|mail|phone))/iu

/** "Bucket name", "card name": headers that say what they hold, and whose names are no people's. */
const OF_NOTES: ReadonlySet<string> = new Set(['title', 'quadrant', 'votes'])

const OPEN_FROM = 0.35

/** A code that a question asked for is told of as a short answer; nobody calls a token of this length so. */
const SHORT_WORD = 8

/** With so few answers their wording says little, and a header that is a sentence says more. */
const TOO_FEW_TO_SCORE = 5

/** Header and cells of a column → what it holds. What looks like an id or a person counts as much as what the header says. */
export function kindOf(header: string, profile: CellProfile): ColumnKind {
  const { filled, distinct, sentences } = profile
  const name = foldHeader(header)
  const signs = signsOf(header)
  const says = (...roles: string[]): boolean =>
    signs.some(({ role, how }) => roles.includes(role) && (how === 1 || sentences < 0.5))
  if (says('person', 'author')) return 'personal'
  if (profile.isContact) return 'personal'
  if (OF_A_TOOL.test(name) || (/^v\d+$/.test(name) && sentences < 0.5)) return 'technical'
  const isPlace = PLACES.test(name) && filled.length > 0 && profile.numbers + profile.tokens < 0.5
  if (says('technical') && !isPlace && !signs.some(({ role }) => role === 'note')) return 'technical'
  if (filled.length === 0) return 'empty'
  if (profile.dates > 0.8) return 'date'
  const areMixed = filled.some((cell) => /[@/]/.test(cell)) // numbers to call among other ways to reach somebody
  if (profile.contacts > 0.5 && (profile.numbers <= 0.5 || areMixed)) return 'personal'
  if (profile.numbers > 0.8) return profile.tokens > 0.8 && distinct > filled.length * 0.8 ? 'id' : 'number'
  if (profile.tokens > 0.8 && sentences < 0.2) {
    if (isChoice(profile)) return 'choice'
    return isQuestion(header) && profile.length < SHORT_WORD ? 'short' : 'id'
  }
  if (profile.isGrid || isChoice(profile)) return 'choice'
  const isOfNotes = signs.some(({ role, how }) => how === 1 && OF_NOTES.has(role))
  if (!isOfNotes && isAskedForPerson(header, profile)) return 'personal'
  const { words } = profile
  const isDiverse = filled.length >= TOO_FEW_TO_SCORE && distinct >= filled.length * 0.8
  if (profile.rows < TOO_FEW_TO_SCORE && name.split(' ').length >= 4 && words >= 2) return 'open'
  if (sentences >= 0.5 && distinct >= filled.length * 0.6) return 'open'
  if (isQuestion(header) && (words >= 2 || !profile.inWords) && isDiverse) return 'open'
  if (
    ASKS.test(header) &&
    name.split(' ').length >= LONG_QUESTION &&
    isDiverse &&
    severalWords(filled) >= 0.4
  )
    return 'open'
  return scoreOf(profile) > OPEN_FROM ? 'open' : 'short'
}

/** A question of so many words asks for more than a word, however short its answers are. */
const LONG_QUESTION = 5
const ASKS =
  /[?？]|^(?:what|why|how|which|was|wie|warum|welche[rsnm]?|comment|pourquoi|quels?|quelles?|qué|cómo|cuáles?|por qué|como|quais|cosa|come|perché|quali|wat|hoe|waarom|welke|jak|dlaczego|jakie)(?= )/iu

/** The share of answers that have several words. */
const severalWords = (filled: readonly string[]): number =>
  filled.filter((cell) => /\S\s+\S/.test(cell)).length / filled.length

/** Names of people, their addresses, and answers to a question for them that are no sentences. */
export function isAskedForPerson(
  header: string,
  { filled, names, streets, contacts, sentences, words }: CellProfile,
): boolean {
  if (filled.length >= 3 && (names >= 0.7 || streets >= 0.6 || (streets >= 0.4 && sentences < 0.3)))
    return true
  if (ASKS_WHERE_TO.test(header) && words <= 8 && streets + contacts > 0) return true
  if (NAMES_THINGS.test(header) || ASKS_ABOUT.test(header)) return false
  return ASKS_FOR_A_PERSON.test(header) && sentences < 0.5 && words <= 5
}

/** From 0 to 1: distinct, long, of several words, and answered by many. */
function scoreOf({ filled, distinct, rows, length, words, inWords }: CellProfile): number {
  const isLong = Math.min(1, length / (inWords ? 15 : 8))
  const isSentence = !inWords || words >= 3 ? 1 : 0.4
  return (distinct / filled.length) * isLong * isSentence * (filled.length / Math.max(1, rows)) ** 0.3
}
