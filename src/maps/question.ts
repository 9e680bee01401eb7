/**
 * A question with the persona filled in: `{a persona}` becomes "a support engineer", "an executive" or
 * "a KCS coach", `{persona}` the name as written.
 */
export function askAbout(persona: string, question: string): string {
  return question.replaceAll('{a persona}', withArticle(persona)).replaceAll('{persona}', persona)
}

function withArticle(persona: string): string {
  const role = lowerCaseRole(persona.trim())
  return /^(?:an?|the|my|our|your|someone)\s/i.test(role)
    ? role
    : `${startsWithVowelSound(role) ? 'an' : 'a'} ${role}`
}

const CAPITALISED = /^\p{Lu}[\p{Ll}'’-]*$/u

/**
 * "Support engineer" and "Support Engineer" → "support engineer". Acronyms and names with inner capitals
 * stay ("KCS coach", "DevOps lead"), and so does a capital that follows a small word ("head of Germany").
 */
function lowerCaseRole(role: string): string {
  const words = role.split(' ')
  const isTitle = words.every((word) => !/^\p{Ll}/u.test(word))
  return words
    .map((word, index) => ((index === 0 || isTitle) && CAPITALISED.test(word) ? word.toLowerCase() : word))
    .join(' ')
}

const SPELLED_OUT = /^(?:\p{Lu}|\p{Lu}{2,}s?)(?![\p{L}])/u
const VOWEL_LETTER_NAME = /^[AEFHILMNORSX]/
const VOWEL = /^[aeiouäöüáéíóúàèâêîô]/i
const CONSONANT_ALL_THE_SAME = /^(?:uni(?!n|mp)|us(?:e|u|a)|util|ub(?:er|iq)|u-|eu|ewe|one\b|once\b)/i
const SILENT_H = /^(?:hour|heir|honest|honou?r)/i
const VOWEL_NUMBER = /^(?:8|11\b|18\b)/

/** By sound, as far as spelling tells it: acronyms by the name of their first letter. */
function startsWithVowelSound(role: string): boolean {
  if (SPELLED_OUT.test(role)) return VOWEL_LETTER_NAME.test(role)
  if (SILENT_H.test(role) || VOWEL_NUMBER.test(role)) return true
  return VOWEL.test(role) && !CONSONANT_ALL_THE_SAME.test(role)
}
