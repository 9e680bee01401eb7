/** What is needed of libphonenumber-js: its knowledge of all numbering plans. */
export type PhoneLibrary = {
  parse(text: string, country?: string): { isValid(): boolean; isPossible(): boolean } | undefined
}

/** Countries whose people write numbers with a leading 0, and without one. */
const WITH_ZERO = [
  'DE',
  'AT',
  'CH',
  'FR',
  'GB',
  'NL',
  'BE',
  'IT',
  'JP',
  'KR',
  'IN',
  'AU',
  'SE',
  'IE',
  'TR',
  'CN',
  'ZA',
  'BR',
]

/** How people write numbers that have no leading 0: sizes of their groups, and where. */
const WITHOUT_ZERO: readonly (readonly [groups: string, countries: readonly string[]])[] = [
  ['3-3-3', ['ES', 'PT', 'PL', 'CZ']],
  ['3-2-2-2', ['ES', 'PL']],
  ['2-3-2-2', ['PL', 'ES', 'PT']],
  ['2-3-3', ['CZ']],
  ['9', ['ES', 'PT', 'PL']],
  ['3-3-4', ['US', 'IT', 'IN', 'CA']],
  ['3-7', ['IT']],
  ['3-6', ['IT', 'PL']],
  ['3-3-2-2', ['IT']],
  ['3-4-3', ['IT']],
  ['2-8', ['IT']],
  ['10', ['IN', 'IT']],
  ['5-5', ['IN']],
  ['4-3-3', ['IN', 'US']],
  ['2-4-4', ['MX', 'BR']],
  ['2-5-4', ['BR']],
  ['2-1-4-4', ['BR']],
  ['1-3-3-4', ['US']],
]

/** Words in front of a number that is none of a phone, with "number" or the like behind them or not. */
const OF_SOMETHING_ELSE =
  /(?<!\p{L})(?:order|ticket|invoice|case|incident|issue|ids?|ref|reference|iso|din|iec|vde|ansi|astm|ean|isbn|issn|vat|ust|sku|version|build|serial|part|article|item|model|customer|account|contract|policy|room|batch|bestell\p{L}*|auftrag\p{L}*|rechnung\p{L}*|kunde\p{L}*|vorgang\p{L}*|artikel\p{L}*|vertrag\p{L}*|serien\p{L}*|konto\p{L}*|aktenzeichen|commande|facture|dossier|pedido|factura|cliente|ordine|fattura|zamówieni\p{L}*|faktura|注文|伝票|#)(?: (?:de|di|del|do) \p{L}+)?[\s.:#-]*(?:(?:number|numbers|num|nr|no|n°|№|numéro|número|numero|番号)[\s.:#-]*)?$/iu
/** "No." alone may be of anything; what begins as only phone numbers do is one all the same. */
const A_NUMBER = /(?:(?<!\p{L})(?:number|num|nr|no|numéro|número|numero)|番号|[#№]|n°)[\s.:#-]*$/iu

/** "AIC 012745093", "1EMH00 0847 2291": behind letters that are short for some other number, or behind a part of one. */
const OF_A_CODE =
  /(?<![\p{L}\p{N}])(?:(?:AIC|EAN|GTIN|PZN|VIN|SKU|IMEI|MPN|UPC|ASIN|ISBN|ISSN|NIP|PESEL|REGON|CIF|NIF|DNI|SIRET|SIREN|CNPJ|CPF|KVK|BSN|CVR|ABN|DUNS|MAT|PO|SAP|RMA|WO) |(?=[A-Z-]*\d)(?=[\d-]*[A-Z])[A-Z\d-]{4,} )$/u

const AMOUNT_AFTER =
  /^\s?(?:€|\$|£|¥|eur|usd|chf|gbp|pln|zł|euro|dollars?|units?|stück|pieces|km|kg|m²|m2|円|원)/i

const CALL_BEFORE =
  /(?:call|phone|tel|telephone|ring|dial|text|fax|mobile|cell|whats|whatsapp|reach|hotline|anrufen|telefon|handy|mobil|rufnummer|durchwahl|tél|téléphone|appelez|llamar|teléfono|móvil|telefone|telefono|cellulare|bellen|telefoon|zadzwoń|電話|전화)\p{L}*[\s.:]*(?:(?:at|on|under|unter|au|al|me|us|him|her|op|do|is)[\s.:]+)*$/iu

/**
 * Whether a run of digits is a phone number: 7 digits (a local number) to 15 (the limit of E.164) that a numbering plan
 * knows, written as people write them, and neither a date, a time, a row of years or thousands, an amount nor a number of
 * something else.
 */
export function isPhoneNumber(value: string, before: string, phones: PhoneLibrary, after = ''): boolean {
  const digits = value.replace(/\D/g, '')
  if (isScale(value)) return false
  if (digits.length === 6 && /^\d{2,3}(?:[ -]\d{2,3}){1,2}$/.test(value))
    return CALL_BEFORE.test(before.slice(-40))
  if (digits.length < 7 || digits.length > 15) return false
  if (OF_A_CODE.test(before) && !/^[+(]/.test(value)) return false
  if (isDateOrTime(value) || OF_SOMETHING_ELSE.test(before.slice(-40)) || AMOUNT_AFTER.test(after))
    return false
  if (A_NUMBER.test(before.slice(-30)) && !/^(?:\+|\(|0[1-9])/.test(value)) return false
  const isCalled = CALL_BEFORE.test(before.slice(-40))
  if (/^(?:\+|00)/.test(value)) return phones.parse(value.replace(/^00/, '+'))?.isPossible() ?? false
  const isPossibleIn = (countries: readonly string[]): boolean =>
    countries.some((country) => phones.parse(value, country)?.isPossible())
  if (value.startsWith('(')) return isPossibleIn(['US', ...WITH_ZERO])
  if (value.startsWith('0')) return isPossibleIn(WITH_ZERO)
  const groups = groupsOf(value)
  const sizes = groups.map((group) => group.length).join('-')
  if (/^(?:3-4|7)$/.test(sizes)) return isCalled || /^555[-. ]\d{4}$/.test(value)
  if (isCalled && digits.endsWith('000000')) return false
  if (isCalled && digits.length >= 8 && isPossibleIn(['US', 'ES', 'PL'])) return true
  if (isCalled && digits.length === 8 && isPossibleIn(['SG', 'NO', 'DK', 'HK'])) return true
  if (/^1[3-9]\d{9}$/.test(digits) && /^(?:11|3-4-4)$/.test(sizes))
    return phones.parse(digits, 'CN')?.isValid() ?? false
  if (/^8[ -]?\(\d{3}\)/.test(value)) return phones.parse(value, 'RU')?.isValid() ?? false
  const known = WITHOUT_ZERO.find(([pattern]) => pattern === sizes)?.[1] ?? []
  if (/^3-3-4$/.test(sizes) && /^[2-9]\d\d([-.])\d{3}\1\d{4}$/.test(value)) return true
  if (/^4-4$/.test(sizes) && /\p{Script=Hangul}/u.test(before + after))
    return phones.parse(value, 'KR')?.isValid() ?? false
  if (isThousands(value) && (digits.endsWith('000') || /^[1-3]/.test(digits))) return false
  return known.some((country) => phones.parse(value, country)?.isValid())
}

/** The digits between spaces and signs. */
const groupsOf = (value: string): string[] => value.split(/[ ./()-]+/).filter((group) => group !== '')

/** "0-6 7-8 9-10", "0 100 200 300", "0.05 0.10 0.25": steps of a scale, and no number that anybody calls. */
function isScale(value: string): boolean {
  const groups = groupsOf(value)
  const single = groups.filter((group) => group.length === 1).length
  const startsAtZero =
    /^0(?:[ .]|$)/.test(value) && !/^0 ?(?:\(|[1-9]\d{2} (?:\d{2} \d{2} \d{2}|\d{3} \d{3,4})$)/.test(value)
  return (groups.length >= 4 && single >= 3) || (startsAtZero && groups.length >= 2)
}

function isThousands(value: string): boolean {
  return /^\d{1,3}(?:[ .]\d{3})+$/.test(value)
}

function isDateOrTime(value: string): boolean {
  const groups = groupsOf(value)
  const startsWithDate =
    /^(?:\d{4}[./-]\d{1,2}[./-]\d{1,2}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4})\b(?![./-]\d)/.test(value)
  const areHours = /^(?:[01]?\d|2[0-4])[.:][0-5]\d(?: ?[-–/] ?(?:[01]?\d|2[0-4])[.:][0-5]\d){1,3}$/.test(
    value,
  )
  const isHours = /^(?:[01]\d|2[0-4])[0-5]\d(?: ?[-–/] ?(?:[01]\d|2[0-4])[0-5]\d){1,3}$/.test(value)
  const isYears = groups.every((group) => /^(?:19|20)\d\d$/.test(group))
  const isPairs = /^\d{2}(?:[ .]\d{2}){3}$/.test(value)
  const areDecimals = /^\d+\.\d{1,2}(?: \d+\.\d{1,2})+$/.test(value)
  const isOneAgain = groups.length > 1 && new Set(groups).size === 1
  return startsWithDate || isOneAgain || isHours || areHours || isYears || isPairs || areDecimals
}
