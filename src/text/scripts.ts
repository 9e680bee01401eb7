/** A letter of a language that puts spaces between its words, as a class of a pattern; Hangul, whose particles do without, is none. */
export const SPACED_LETTER = '[^\\P{L}\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Hang}]'

/** A letter of a script that does not put spaces between words. */
export const WITHOUT_SPACES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
