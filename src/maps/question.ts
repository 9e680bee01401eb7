import { BEHIND_ROLE, isEnglishRole } from './english-roles.js'

/**
 * A question with the persona filled in: `{a persona}` becomes "a support engineer", "an executive",
 * "a KCS coach", or "a nurse" for "Nurses"; what is no English role ("Anna", "Führungskraft") stands as it is written, and
 * `{persona}` always does.
 */
export function askAbout(persona: string, question: string): string {
  const named = isEnglishRole(persona) ? withArticle(persona) : persona.trim()
  return question.replaceAll('{a persona}', () => named).replaceAll('{persona}', () => persona)
}

function withArticle(persona: string): string {
  const role = singular(lowerCaseRole(persona.trim()))
  if (/^(?:an?|the|my|our|your) |^(?:some|every)one$/i.test(role)) return role
  return `${startsWithVowelSound(role) ? 'an' : 'a'} ${role}`
}

const CAPITALISED = /^[A-Z][a-z'’-]*$/
const SHOUTED = /^[A-Z]{5,}$/

/**
 * "Support engineer" and "Support Engineer" → "support engineer", also where it is all in capitals. Acronyms and
 * names with inner capitals stay ("KCS coach", "DevOps lead"), and so does a capital that follows a small
 * word ("head of Germany"), and a word that is not English by its letters.
 */
function lowerCaseRole(role: string): string {
  const words = role.split(' ')
  const isTitle = words.every((word) => !/^\p{Ll}/u.test(word))
  const isShouted = words.some((word) => SHOUTED.test(word)) && role === role.toUpperCase()
  if (isShouted) return role.toLowerCase()
  return words
    .map((word, index) => ((index === 0 || isTitle) && CAPITALISED.test(word) ? word.toLowerCase() : word))
    .join(' ')
}

const NO_PLURAL =
  /(?:ss|us|is|as|ics|ops|james|sales|operations|news|species|series|resources|services|affairs|relations|communications|facilities|systems|accounts)$/i

/** "support engineers" → "support engineer", by the regular plurals of English. */
function singular(role: string): string {
  if (!/[a-zA-Z]{2}s$/.test(role) || NO_PLURAL.test(role) || BEHIND_ROLE.test(role)) return role
  if (/ies$/.test(role)) return role.replace(/ies$/, 'y')
  return /(?:ch|sh|ss|x)es$/.test(role) ? role.slice(0, -2) : role.slice(0, -1)
}

/** "KCS coach", "X-ray technician": said letter by letter. */
const SPELLED_OUT = /^(?:\p{Lu}|\p{Lu}{2,}s?|\p{L}(?=-))(?![\p{L}])/u
const VOWEL_LETTER_NAME = /^[AEFHILMNORSX]/i
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
