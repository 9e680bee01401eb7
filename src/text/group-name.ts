/** "Support engineer / Gains" */
export function groupName({ persona, quadrant }: { persona: string; quadrant: string }): string {
  return `${persona} / ${quadrant}`
}
