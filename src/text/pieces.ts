/** A text, or one that is made piece by piece while it is written, for it may be longer than a string can be. */
export type Pieces = string | Iterable<string>

/** Pieces that are made anew whenever they are read. */
export function inPieces(make: () => Iterable<string>): Iterable<string> {
  return { [Symbol.iterator]: () => make()[Symbol.iterator]() }
}

/** All pieces as one text. */
export function wholeOf(text: Pieces): string {
  return typeof text === 'string' ? text : [...text].join('')
}
