/** Straight marks open behind a letter only in scripts without spaces: in others they are inches, or a stray mark. */
const CJK = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}`
const STRAIGHT = String.raw`(?<!(?![${CJK}])[\p{L}\p{N}])"([^"]+)"(?!(?![${CJK}])[\p{L}\p{N}])`

/** Words in double quotation marks of any form; of the groups one has the words. */
export const QUOTATION = new RegExp(
  `${STRAIGHT}|“([^“”]+)”|”([^”]+)”|＂([^＂]+)＂|„([^„“”]+)[“”]|«([^«»]+)»|»([^«»]+)«|「([^「」]+)」|『([^『』]+)』`,
  'gu',
)

const STRAIGHT_ONLY = new RegExp(STRAIGHT, 'gu')

/** Straight quotation marks as those that stand around notes. */
export function curlQuotations(text: string, [open, close]: readonly [open: string, close: string]): string {
  return text.replace(STRAIGHT_ONLY, (_, words: string) => `${open}${words}${close}`)
}
