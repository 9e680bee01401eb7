import { SPACED_LETTER } from '../text/scripts.js'
import { findSecrets, SECRET_HINT } from './find-secrets.js'
import { isCardNumber } from './is-card-number.js'
import { isPhoneNumber, type PhoneLibrary } from './is-phone-number.js'

/** What knows phone numbers and IBANs of all countries; loaded where a text may hold one. */
export type Libraries = { phones: PhoneLibrary; isIban(compact: string): boolean }

/** A kind of personal data: how it is found, and whether what was found is it. */
export type RedactionKind = {
  /** The word of its marks: "[EMAIL_1]". */
  mark: string
  /** What people are told was replaced, for one and for several. */
  name: readonly [one: string, several: string]
  pattern?: RegExp
  /** What no pattern can say: finds all places by itself. */
  find?: (text: string) => { begin: number; end: number }[]
  /** What each match has, for patterns that take milliseconds to compile. */
  hint?: RegExp
  /** Judges what was found; a shorter part from its beginning is tried too. `before` and `after` are the text around it. */
  holds?: (value: string, before: string, libraries: Libraries | undefined, after: string) => boolean
}

/** Keys by their fixed beginnings, as their providers document them, and what any of them may look like. */
const KEY = [
  String.raw`(?=\w{2}_?[\w-]{0,60}[\d-])(?:sk|pk|rk)[-_](?:(?:live|test|proj|ant|or|svcacct|admin)[-_])?[\w-]{16,200}`, // OpenAI, Anthropic, Stripe, OpenRouter
  'whsec_[A-Za-z0-9+/=]{16,100}', // Stripe's webhooks
  String.raw`(?:gh[opsur]|github_pat)_\w{16,255}`, // GitHub
  String.raw`gl(?:pat|dt|rt|ptt|soat)-[\w-]{16,80}`, // GitLab
  String.raw`xox[abeprs]-[\w-]{10,250}|xapp-[\w-]{10,250}`, // Slack
  '(?:AKIA|ASIA|ABIA|ACCA)[0-9A-Z]{16}', // AWS
  String.raw`AIza[\w-]{30,45}|ya29\.[\w-]{20,250}|GOCSPX-[\w-]{20,40}`, // Google
  '(?:AC|SK|VA)[0-9a-f]{32}', // Twilio
  String.raw`SG\.[\w-]{16,32}\.[\w-]{16,64}`, // SendGrid
  String.raw`key-[0-9a-zA-Z]{32}|xkeysib-[0-9a-f]{40,80}-\w{10,40}`, // Mailgun, Brevo
  String.raw`npm_[A-Za-z0-9]{30,50}|pypi-[\w-]{30,250}|rubygems_[0-9a-f]{40,60}`, // package registries
  'hf_[A-Za-z0-9]{20,50}|gsk_[A-Za-z0-9]{20,80}|xai-[A-Za-z0-9]{20,100}|r8_[A-Za-z0-9]{20,50}', // model providers
  String.raw`do[opr]_v1_[0-9a-f]{40,80}|dapi[0-9a-f]{32}(?:-\d)?|dp\.(?:pt|st|ct)\.[\w-]{20,80}`, // DigitalOcean, Databricks, Doppler
  String.raw`\d{8,10}:[A-Za-z0-9_-]{35}`, // Telegram
  'shp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}|(?:secret|ntn)_[A-Za-z0-9]{30,60}', // Shopify, Notion
  String.raw`lin_(?:api|oauth)_[A-Za-z0-9]{30,60}|fig[dou]_[\w-]{20,80}|pat[A-Za-z0-9]{14}\.[0-9a-f]{64}`, // Linear, Figma, Airtable
  String.raw`[MN][A-Za-z\d]{23,25}\.[\w-]{6}\.[\w-]{27,45}`, // Discord
  String.raw`sl\.[\w-]{40,200}|eyJ[\w-]{8,2000}\.[\w-]{8,4000}(?:\.[\w-]{4,1000})?`, // Dropbox, JSON web tokens
  'pplx-[A-Za-z0-9]{32,64}|dckr_pat_[A-Za-z0-9_-]{20,40}', // Perplexity, Docker
  String.raw`hv[sb]\.[\w-]{24,200}|glsa_\w{32,60}`, // Vault, Grafana
  '(?:NRAK|PMAK)-[A-Za-z0-9-]{20,80}|[0-9a-f]{32}-us[0-9]{1,2}', // New Relic, Postman, Mailchimp
  String.raw`(?<=\b(?:[Bb]earer|[Bb]asic) )[\w.~+/-]{16,2000}=*`,
  String.raw`ATATT[\w=-]{20,300}|nvapi-[\w-]{20,120}|tvly-[\w-]{16,80}|lsv2_[\w-]{20,120}|sb[pu]_[0-9a-f]{30,80}|EAAA[\w-]{50,80}|HRKU-[\w-]{30,80}|sntrys_[\w+/=-]{30,400}`,
  '(?<=(?:AccountKey|SharedAccessKey|[Ss]ecret_?[Aa]ccess_?[Kk]ey|SECRET_ACCESS_KEY) ?[=:] ?)[A-Za-z0-9+/]{40,100}=*',
].join('|')

/** The last parts of hosts: countries, but for those that endings of files are too, and the most common others. */
const TOP_LEVEL = [
  'com|org|net|edu|gov|info|biz|app|dev|page|cloud|online|shop|blog|wiki|site|team|health|school|museum|gle|link|tech|store|club',
  'ac|ad|ae|af|ag|ai|al|ar|at|au|az|ba|bd|be|bg|bo|br|by|ca|ch|ci|cl|cm|cn|co|cr|cu|cy|cz|de|dk|do|dz|ec|ee|eg|es|et|eu|fi|fm|fo|fr',
  'ge|gg|gh|gl|gr|gt|hk|hn|hr|hu|id|ie|il|io|iq|ir|is|it|je|jm|jo|jp|ke|kg|kh|kr|kw|kz|la|lb|li|lk|lt|lu|lv|ly|ma|mc|me|mk|mn|mt|mu|mx|my',
  '(?<=\\.(?:co|ac|gov|org|net)\\.)in|ng|ni|nl|no|np|nz|pa|pe|pf|ph|pk|pl|pt|qa|ro|ru|rw|sa|sc|se|sg|si|sk|sm|sn|sv|th|tj|tk|tn|to|tr|tt|tv|tw|tz|ua|ug|uk|us|uy|uz|va|ve|vn|ws|za|zm|zw',
].join('|')

/** In this order: a longer thing first, so that a part of it is not taken for something else. */
export const REDACTION_KINDS: readonly RedactionKind[] = [
  // what looks like a mark, and is a note's own
  { mark: 'TEXT', name: ['mark of its own', 'marks of their own'], pattern: /\[[A-Z]+_\d+\]/g },
  {
    mark: 'URL',
    name: ['link', 'links'],
    hint: /:\/\/|www\.|mailto:/i,
    pattern: /(?<![A-Za-z0-9+.-])(?:[a-z][a-z0-9+.-]{1,20}:\/\/|www\.|mailto:)[^\s<>"')\]»]{2,2000}/giu,
  },
  // without "https://" a host is told from a file or two words by its last part, and by a path behind it
  {
    mark: 'URL',
    name: ['link', 'links'],
    hint: /\.[a-z]{2,}\//i,
    pattern: new RegExp(
      `(?<![\\p{L}\\p{N}@+._/-])(?:[\\p{L}\\p{N}][\\p{L}\\p{N}-]{0,62}\\.){1,5}(?:${TOP_LEVEL})/[^\\s<>"')\\]»]{1,2000}`,
      'giu',
    ),
  },
  // plain ones end where letters of a language without spaces begin
  {
    mark: 'EMAIL',
    name: ['e-mail address', 'e-mail addresses'],
    hint: /@/,
    pattern: new RegExp(
      `(?<!${SPACED_LETTER}|[\\p{N}._%+'’-])[a-z0-9._%+-]{1,64}@(?:[a-z0-9-]{1,63}\\.){1,6}[a-z]{2,24}(?!${SPACED_LETTER}|[\\p{N}-]|\\.[\\p{L}\\p{N}])`,
      'giu',
    ),
  },
  {
    mark: 'EMAIL',
    name: ['e-mail address', 'e-mail addresses'],
    hint: /@|[^\d][)\]}]/,
    pattern:
      /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-](?:['’]?[\p{L}\p{N}._%+-]){0,63} ?(?:@|[([{] ?(?:at|ät|arroba|arobase|chez|chiocciola|apenstaartje|małpa|zavináč|snabel-a|アット|골뱅이) ?[)\]}]) ?[\p{L}\p{N}-]{1,63}(?: ?(?:\.|[([{] ?(?:dot|punkt|punto|point|ponto|punt|kropka|tečka|ドット|점) ?[)\]}]) ?[\p{L}\p{N}-]{1,63}){1,6}/giu,
    holds: isAddress,
  },
  {
    mark: 'EMAIL',
    name: ['e-mail address', 'e-mail addresses'],
    hint: / at /i,
    pattern:
      /(?<![\w.-])[\w.-]{1,64} at [\w-]{1,63}(?: (?:dot|punkt|punto|point|ponto) [\w-]{2,24}){0,2} (?:dot|punkt|punto|point|ponto) (?:[a-z]{2,4}|info|email|online|museum)(?![\w-])/gi,
  },
  {
    mark: 'KEY',
    name: ['private key', 'private keys'],
    hint: /-----BEGIN/,
    pattern: /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[\s\S]{0,8000}?-----END [A-Z ]{0,30}PRIVATE KEY-----/g,
  },
  { mark: 'KEY', name: ['key', 'keys'], pattern: new RegExp(`(?<![\\w-])(?:${KEY})(?![\\w])`, 'g') },
  { mark: 'SECRET', name: ['password', 'passwords'], hint: SECRET_HINT, find: findSecrets },
  {
    mark: 'IBAN',
    name: ['bank account number', 'bank account numbers'],
    hint: /[a-z]{2}\d{2}/i,
    pattern: /(?<![A-Za-z0-9])[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]{1,4}){3,8}(?![A-Za-z0-9])/gi,
    holds: (value, _, libraries) => libraries?.isIban(value.replace(/[ -]/g, '').toUpperCase()) ?? false,
  },
  {
    mark: 'CARD',
    name: ['card number', 'card numbers'],
    pattern: /(?<![\d.-])\d(?:[ -]?\d){12,24}/g,
    holds: isCardNumber,
  },
  {
    mark: 'IP',
    name: ['network address', 'network addresses'],
    hint: /\d\.\d+\.\d|[\da-f]{2}[:-][\da-f]{2}[:-]|[\da-f]{4}\.[\da-f]{4}|[\da-f]:[\da-f]*:|::/i,
    pattern:
      /(?<![\d.:])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d.]*\d)|(?<![\w:.])(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}(?![\w:-])|(?<![\w:.])(?:[0-9a-f]{4}\.){2}[0-9a-f]{4}(?![\w.])|(?<![\w:.])(?:[0-9a-f]{0,4}:){2,7}(?:(?:\d{1,3}\.){3}\d{1,3}|[0-9a-f]{1,4})?(?:%\w{1,15})?(?:\/\d{1,3})?(?![\w:])/gi,
    holds: isNetworkAddress,
  },
  {
    mark: 'PHONE',
    name: ['phone number', 'phone numbers'],
    pattern: /(?<![\w.+/-])(?:\+|\()?\d+(?:[ ./()-]{1,3}\d+){0,14}(?![\w-])/g,
    holds: (value, before, libraries, after) =>
      libraries !== undefined && isPhoneNumber(value, before, libraries.phones, after),
  },
  {
    mark: 'HANDLE',
    name: ['handle', 'handles'],
    hint: /@/,
    pattern: new RegExp(
      `(?<!${SPACED_LETTER}|[\\p{N}_@./])@(?:(?:${SPACED_LETTER}|_)(?:${SPACED_LETTER}|[0-9_.-]){1,38}(?<![.-])(?!${SPACED_LETTER}|[\\p{N}/])|\\p{L}[\\p{L}0-9_.-]{1,38}(?<![.-])(?![\\p{L}\\p{N}/]))`,
      'gu',
    ),
    holds: isHandle,
  },
]

/** "a @ b.c" may be a price; a name with a domain of letters at its end is an address. */
function isAddress(value: string): boolean {
  if (/^[\p{L}\p{N}._%+-]+ @|@ /u.test(value)) return false
  return /(?:\.|[)\]}] ?)\p{L}{2,24}$/u.test(value)
}

/** "version 1.2.3.4", "from 1.2.3.4 to 1.2.3.5", "section 1.2.3.4" */
const A_VERSION =
  /(?:(?<!\p{L})(?:v|versi\p{L}+|versão|wersj\p{L}+|verz[ei]\p{L}?|build(?:e|em|u|zie|nr|number)?|item|art|articles?|artikel|artigo|art[ií]culo|articolo|release|rev|firmware|driver|section|chapter|clause|fig|figure|abb|abbildung|kapitel|abschnitt|upgrad\p{L}*|updat\p{L}*)|バージョン|버전|§)[\s.:]*(?:(?:from|von|de|da|z) )?(?:\d+(?:\.\d+)+ (?:to|auf|à|a|na) )?$/iu

/** Four numbers are an address where no more follow; hexadecimal ones where there are enough of them and letters or a gap. */
function isNetworkAddress(value: string, before: string): boolean {
  if (PRIVATE.test(value)) return true
  if (/^\d+\.\d+\.\d+\.\d+$/.test(value)) return !A_VERSION.test(before) && !looksLikeVersion(value, before)
  if (/^(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}$/i.test(value)) return true
  if (/^(?:[0-9a-f]{4}\.){2}[0-9a-f]{4}$/i.test(value)) return /[a-f]/i.test(value) && /\d/.test(value)
  const [address = ''] = value.split(/[%/]/)
  const groups = address.split(':')
  const isShortened = /::/.test(address) && !/::.*::/.test(address)
  if (isShortened)
    return groups.length >= 3 && groups.length <= 8 && (/\d/.test(address) || /[0-9a-f]{3}/i.test(address))
  return groups.length === 8 && groups.every((group) => group !== '')
}

/** Networks of one's own, whose addresses no version has. */
const PRIVATE = /^(?:192\.168|172\.(?:1[6-9]|2\d|3[01])|127\.0)\.\d+\.\d+$/
const OF_A_DEVICE =
  /(?:(?<!\p{L})(?:ip|ips|ipv4|address|adress\p{L}*|adres\p{L}*|indirizzo|dirección|endereço|server\p{L}*|host|router|gateway|ping\p{L}*|dns|vpn|printer|drucker)|アドレス|主机)\P{L}{0,4}(?:\p{L}{1,8} ){0,2}$/iu

/** Four small numbers are a version or a section, but in a private network, four times the same ("8.8.8.8") or said to be of a device. */
function looksLikeVersion(value: string, before: string): boolean {
  const numbers = value.split('.').map(Number)
  if (numbers[0] === 0) return true
  if (numbers[0] === 10 || new Set(numbers).size === 1) return false
  return numbers.every((number) => number <= 31) && !OF_A_DEVICE.test(before)
}

const ANNOTATIONS =
  /^@(?:override|property|staticmethod|classmethod|dataclass|test|deprecated|autowired|bean|component|service|controller|inject|param|returns?|throws|author|since|see|media|import|font-face|keyframes|supports|types?|home|work|once|least|last|all|here|channel|everyone|night|noon|midnight|lunch|suppresswarnings|transactional|todo|mock|before|after|data|value|id|column|table|query|get|post|put|delete|nullable|notnull|entity|beforeeach|aftereach)$/i

function isHandle(value: string): boolean {
  return !ANNOTATIONS.test(value)
}
