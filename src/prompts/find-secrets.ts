import { SPACED_LETTER } from '../text/scripts.js'

/** Words that stand before a password. */
const PASSWORD =
  "pgpassword|passwords?|passwd|pw|passphrase|passcode|pwd|pass|mot de passe|mdp|contraseña|contrasena|clave|senha|palavra-passe|parola d[’']ordine|parola|wachtwoord|hasło|haslo|adgangskoden?|kodeord(?:et)?|salasana|şifre(?:si)?|heslo|jelszó|пароль|密码|密碼|口令|パスワード|비밀번호|비번|암호|secret|api[- _]?key|access[- _]?token|token"
/** Words for passwords that are written together with what they are for: "WLANPasswort". */
const COMPOUND =
  'passwort|passwörter|kennwort|kennwörter|wachtwoord|lösenord(?:et)?|passord(?:et)?|zugangscode|türcode|tuercode|alarmcode|zahlencode|toegangscode|deurcode|dörrkod(?:en)?|portkod(?:en)?|larmkod(?:en)?'
/** Words that stand before a number that opens something. */
const CODE =
  "(?:code|código|codigo|codice|kod) pin|pin[- ]?(?:codes?|kod|koden|kodu|kode|koodi|nummer|number)|pin|(?:door|keypad|gate|access|entry|alarm|safe|unlock|lock|security|key)[- ]?(?:safe |box )?code|(?:code|c[oó]digo|codice|kod)(?: (?:d[eiao]|de[ls]|della|du|la|el|il|le|los?|w|para|for|to|the)| d[’']| dell[’']| l[’']){0,4} ?(?:alarm\\p{L}*|allarme|porta|porte|puerta|portail|portón|portão|cancello|coffre|cassaforte|caja fuerte|cofre|acceso|acesso|accès|accesso|drzwi|sejfu|dostępu|bramy|wi-?fi|entrada|ingresso|entrée|door|gate|safe)|暗証番号|暗証コード|ドアコード"

const WORDS = new RegExp(
  `(?:(?<!${SPACED_LETTER}|\\p{N})(?<code>${CODE})|(?<!${SPACED_LETTER}|\\p{N})(?:${PASSWORD})|(?:${COMPOUND}))(?!${SPACED_LETTER})`,
  'giu',
)

/** Whether a text may have one of these words; where it has none there is no secret to find. Plainer, for it is tried first. */
export const SECRET_HINT = new RegExp(`${PASSWORD}|${COMPOUND}|pin|c[oó]d[eio]|kod|暗証|ドアコード`, 'iu')

/** So much text behind a word is looked at, in characters and in words. */
const REACH = 200
const MOST_WORDS = 8

/** Said of what follows: "is", "lautet", "c'est"; or a colon, an equals sign, a bracket, an arrow. */
const ASSIGNED =
  /(?:[:=(→]|[-=]>|(?<!\p{L})(?:is|was|are|now|is still|ist|war|lautet|jetzt|est|c[’']est|était|es|era|ahora|è|é|fica|jest|był[oa]?|to|är|var|er|je|byl[oa]?|bylo|on|wordt|werd|oli|olarak|は|が|는|은|이|가)(?!\p{L}))[\s:"“”„«‘「『'`*]*$/iu

type Span = { begin: number; end: number }

/**
 * Where passwords and the numbers of doors, alarms and phones stand: what follows a word for one in the same clause and looks
 * like one. The further from the word, and the less a text says that it is one, the more a secret has to look like a secret.
 */
export function findSecrets(text: string): Span[] {
  const spans: Span[] = []
  for (const match of text.matchAll(WORDS)) {
    const begin = match.index + match[0].length
    const isCode = match.groups?.code !== undefined || /(?:code|kod|koden)$/i.test(match[0])
    const span = findBehind(text.slice(begin, begin + REACH), { word: match[0], isCode })
    if (span) spans.push({ begin: begin + span.begin, end: begin + span.end })
  }
  return spans.sort((one, other) => one.begin - other.begin)
}

type Word = { word: string; isCode: boolean }

/** Runs without spaces, and runs of plain characters among letters of a language without them. */
const RUN = /[!-~\p{L}\p{N}–—“”„«»‘’「」『』、。：]+/gu
const PLAIN_RUN = /[!-~]+/

function findBehind(window: string, word: Word): Span | undefined {
  let words = 0
  for (const run of window.matchAll(RUN)) {
    const inner = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/u.test(run[0])
      ? PLAIN_RUN.exec(run[0])
      : /.+/.exec(run[0])
    const bare = inner && bareOf(inner[0])
    if (inner && bare && bare.text !== '') {
      const begin = run.index + inner.index + bare.offset
      const before = window.slice(0, begin)
      const after = window.slice(begin + bare.text.length)
      if (isSecret(bare.text, { ...word, words, before, after }))
        return { begin, end: begin + bare.text.length }
    }
    words += 1
    const isAside =
      word.isCode &&
      /,$/.test(run[0]) &&
      /^ \d{4,8}(?:[,.;)]|$)/.test(window.slice(run.index + run[0].length))
    const ends = /[.!?;,]["”»’)]*$/.test(run[0]) && !isAside && run.index + run[0].length < window.length
    if (ends || words > MOST_WORDS || /[。、]/.test(run[0])) return undefined
  }
  return undefined
}

/** What stands between quotation marks, brackets and the stops of a sentence. */
function bareOf(run: string): { text: string; offset: number } {
  const [open = ''] = /^[:=(["“”„«‘「『'`*→>-]+/.exec(run) ?? []
  const text = run.slice(open.length).replace(/[.,;:?)\]"“”«»’」』'`*、。]+$/, '')
  return { text, offset: open.length }
}

type Place = Word & { words: number; before: string; after: string }

/** Things with digits in them that are written everywhere: times, dates, amounts, versions, tickets, products, paths. */
const ORDINARY =
  /^(?:1password|\d{1,2}(?:st|nd|rd|th|er|e|º|ª)|v?\d+(?:[.,:/–-]\d+)+(?:uhr|h)?|[<>~#$€£+-]?\d+(?:[.,]\d+)?(?:%|x|h|d|s|m|ms|min|gb|mb|kb|k|km|cm|mm|kg|mg|ml|€|\$|£|eur|chars?|:[ea]|days?|tage?n?|jours?|días|dias|giorni|dagen|dni|zeichen)?|[a-z]{1,3}\d{1,2}|https?:.*|www\..*|\[[A-Z]+_\d+)$/i
/** "INC-2049" */
const TICKET = /^[A-Z]{2,10}-\d{1,6}$/
const PRODUCT =
  /^(?:windows|win|office|outlook|chrome|python|java|ios|android|excel|word|sap|exchange|server|iphone|ipad|galaxy|pixel|version|level|team|room|raum|zimmer|salle|gate|gleis|linie|line|bus|tram|halle|haus|block|zone|shift|schicht|covid|web|xbox|oauth|node|log4j|sha|md|base|utf|ipv|usb|tls|http|sprint|phase|step|teil|part|kapitel|q|kw|week|woche)[-_ ]?\d+(?:[.-]\d+)*$/i

/** How many of small letters, capitals, digits and other signs there are. */
function kindsOf(text: string): number {
  return [/\p{Ll}/u, /\p{Lu}/u, /\d/, /[^\p{L}\p{N}'’.,/-]/u].filter((kind) => kind.test(text)).length
}

function isSecret(value: string, place: Place): boolean {
  const { word, isCode, words, before } = place
  if (value.length < 4 || /^["{[<]/.test(value)) return false
  const isNext = words === 0
  const isBehindSign = /[:=(→] {0,3}["“„«‘「『'`]?$/.test(before)
  const isAssigned = isBehindSign || ASSIGNED.test(before)
  if (/^\d{4,12}$/.test(value)) return isNumber(value, { ...place, isAssigned, isBehindSign })
  if (
    /^1password$/i.test(value) ||
    ORDINARY.test(value) ||
    PRODUCT.test(value) ||
    (TICKET.test(value) && !(isNext && isBehindSign))
  )
    return false
  const hasDigit = /\d/.test(value)
  const hasSign = /[^\p{L}\p{N}'’.,;:!?()/-]/u.test(value)
  const kinds = kindsOf(value)
  if (!/\p{L}/u.test(value))
    return hasDigit && hasSign && (isCode ? /^[\d#*]+$/.test(value) : isAssigned && value.length >= 6)
  if (isAssigned && (isNext || !isBehindSign))
    return hasDigit || hasSign || (isNext && /\p{Ll}\p{Lu}/u.test(value))
  if (isAssigned) return hasDigit && (kinds >= 3 || hasSign || /\p{Ll}-?\d|\d-?\p{Ll}/u.test(value))
  if (isCode && words <= 2 && /^[A-Z\d#*]{4,8}$/.test(value)) return hasDigit
  if (isNext && !/^(?:pass|secret|token)$/i.test(word)) return hasDigit && value.length >= 6
  return hasDigit && kinds >= 3 && value.length >= 6
}

type Numbered = Place & { isAssigned: boolean; isBehindSign: boolean }

/** Digits alone: said to be it, or behind a word for a code and at the end of what is said. */
function isNumber(value: string, { isCode, isAssigned, isBehindSign, words, after }: Numbered): boolean {
  const isNext = words === 0
  const isYear = /^(?:19|20)\d\d$/.test(value)
  const isEnd =
    /^["”»’」'`*#]{0,2}(?:[.,;:!?)\]、。]|\s*$|\s+[-–—(])/.test(after) ||
    /^[\p{sc=Hira}\p{sc=Hang}]/u.test(after)
  if (isAssigned && (isCode || (isNext && isBehindSign))) return true
  if (isAssigned) return isEnd && !isYear
  if (!isCode || value.length > 8) return false
  return isNext ? !isYear || isEnd : isEnd && !isYear
}
