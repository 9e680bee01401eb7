/** A text without the full stops and spaces at its end, for a sentence that goes on. */
export const withoutStop = (text: string): string => text.replace(/(?<![.\s])[.\s]+$/, '')
