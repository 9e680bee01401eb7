const SIGN_OFF =
  /^(?:best|kind|warm|many)? ?(?:regards|wishes)\b.{0,20}$|^(?:cheers|thanks|thank you|many thanks|all the best|yours|sincerely|best)(?: (?:sincerely|all|everyone|and .{1,20}))?[,.!]?$|^(?:viele|liebe|beste|herzliche|freundliche|mit freundlichen|mit besten) grü(?:ß|ss)en?.{0,20}$|^(?:vg|lg|mfg)[,.!]?$|^(?:cordialement|bien à vous|bien cordialement|amicalement|merci)[,.!]?$|^(?:saludos|un saludo|atentamente|gracias)[,.!]?$|^(?:cordiali saluti|saluti|distinti saluti|grazie)[,.!]?$|^(?:atenciosamente|cumprimentos|abraços|obrigad[oa])[,.!]?$|^(?:met vriendelijke groet(?:en)?|groet(?:en|jes)?|bedankt)[,.!]?$|^(?:pozdrawiam|z poważaniem|pozdrowienia|dziękuję)[,.!]?$|^--$/i

/** How far from the end of a mail its sign-off may stand. */
const LAST = 6

/** Index of the line that ends a mail, if it is one: what follows says who wrote it. */
export function signOffAt(lines: readonly string[]): number | undefined {
  const from = Math.max(1, lines.length - LAST)
  const at = lines.slice(from).findIndex((line) => SIGN_OFF.test(line.trim()))
  return at < 0 ? undefined : from + at
}
