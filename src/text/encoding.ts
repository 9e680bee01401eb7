/** How the characters of a file are written: names as WHATWG has them. */
export const ENCODINGS = [
  ...(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'windows-1250', 'windows-1251'] as const),
  ...(['shift_jis', 'euc-jp', 'euc-kr', 'gb18030', 'big5'] as const),
] as const
export type Encoding = (typeof ENCODINGS)[number]
