const LINKS = /^https?:\/\/\S+(?:[,;]?\s+https?:\/\/\S+)*$/i

/** Whether a cell holds nothing but links, as Miro writes them beside a note. */
export const isLinks = (cell: string): boolean => LINKS.test(cell.trim())
