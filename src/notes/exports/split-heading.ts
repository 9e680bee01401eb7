/** A heading that names a quadrant, and maybe whose it is. */
export type SplitHeading = { quadrant: string; persona?: string }

const SEPARATOR = /\s+[–—-]\s+|\s*[:：|→>»·]\s*|\s+\/\s+|\s*\/\s*(?=\p{Lu})|\s+@\s+/u
const IN_BRACKETS = /^(.+?)\s*[([（【]([^()[\]（）【】]+)[)\]）】]$/u

/** "Nurse – Gains", "Gains: Nurse", "Gains (Nurse)" → its two parts. */
function partsOf(heading: string): readonly [string, string] | undefined {
  const bracketed = IN_BRACKETS.exec(heading.trim())
  if (bracketed) return [bracketed[1]?.trim() ?? '', bracketed[2]?.trim() ?? '']
  const parts = heading.split(SEPARATOR).map((part) => part.trim())
  const [first = '', second = ''] = parts
  return parts.length === 2 && first !== '' && second !== '' ? [first, second] : undefined
}

/** One heading that names a known quadrant beside something else. */
export function splitKnown(
  heading: string,
  isQuadrant: (heading: string) => boolean,
): SplitHeading | undefined {
  const parts = partsOf(heading)
  if (!parts || isQuadrant(heading)) return undefined
  const [a, b] = parts
  if (isQuadrant(b) && !isQuadrant(a)) return { persona: a, quadrant: b }
  if (isQuadrant(a) && !isQuadrant(b)) return { persona: b, quadrant: a }
  return undefined
}

/** A heading whose one part is somebody that other headings name. */
function besideKnown(
  parts: readonly [string, string] | undefined,
  personas: ReadonlySet<string>,
): SplitHeading | undefined {
  if (!parts) return undefined
  const [a, b] = parts
  if (personas.has(a)) return { persona: a, quadrant: b }
  return personas.has(b) ? { persona: b, quadrant: a } : undefined
}

/**
 * Headings → whose each is, if they say so: where most hold a known quadrant, or where the parts before and behind the
 * separator cross, as persons and quadrants do ("Baker – Good", "Baker – Bad", "Driver – Good", "Driver – Bad").
 */
export function splitHeadings(
  headings: readonly string[],
  isQuadrant: (heading: string) => boolean,
): (SplitHeading | undefined)[] {
  const known = headings.map((heading) => splitKnown(heading, isQuadrant))
  const parts = headings.map(partsOf)
  const whole = parts.flatMap((own) => (own ? [own] : []))
  if (known.filter((split) => split !== undefined).length >= 2) {
    if (areExplanations(known)) return headings.map(() => undefined)
    const personas = new Set(known.flatMap((split) => split?.persona ?? []))
    return known.map((split, index) => split ?? besideKnown(parts[index], personas))
  }
  const [left, right] = [new Set(whole.map(([a]) => a)), new Set(whole.map(([, b]) => b))]
  const doCross =
    whole.length >= 4 && left.size >= 2 && right.size >= 2 && left.size * right.size === whole.length
  if (!doCross) return headings.map(() => undefined)
  return parts.map((own) => own && { persona: own[0], quadrant: own[1] })
}

/** "Wind – what pushes us forward", "Rocks – risks ahead": nothing comes again, and what stands beside the quadrants is in words. */
function areExplanations(splits: readonly (SplitHeading | undefined)[]): boolean {
  const known = splits.flatMap((split) => (split ? [split] : []))
  const beside = known.map(({ persona = '' }) => persona)
  const areAllOnce =
    new Set(beside).size === known.length &&
    new Set(known.map(({ quadrant }) => quadrant)).size === known.length
  const inWords = beside.filter((text) => text.split(/\s+/).length >= 3 || /^\p{Ll}/u.test(text)).length
  return areAllOnce && inWords >= 2 && inWords >= known.length / 2
}
