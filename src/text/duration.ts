const [SECOND, MINUTE, HOUR] = [1_000, 60_000, 3_600_000]

/** Milliseconds, for people: "45 s", "10 min", "24 h". */
export function duration(milliseconds: number): string {
  if (milliseconds < 2 * MINUTE) return `${Math.round(milliseconds / SECOND)} s`
  return milliseconds < 2 * HOUR
    ? `${Math.round(milliseconds / MINUTE)} min`
    : `${Math.round(milliseconds / HOUR)} h`
}
