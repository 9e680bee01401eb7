const WITHOUT_SPACES_BETWEEN = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}`

/** A letter of a script that does not put spaces between words. */
export const WITHOUT_SPACES = new RegExp(`[${WITHOUT_SPACES_BETWEEN}]`, 'u')

/** The inside of a character class with these letters. */
export const LETTERS_WITHOUT_SPACES = WITHOUT_SPACES_BETWEEN
