const YES =
  /^\s*(?:true|yes|y|1|x|ja|wahr|oui|vrai|sí|si|verdadero|sim|verdadeiro|vero|tak|prawda|waar|да|истина|はい|예|是|archived|archiviert)\s*$/i

/** Whether a cell says yes, in the words of spreadsheets and people; when it was done says so too. */
export const isYes = (cell: string): boolean =>
  YES.test(cell) || /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}/.test(cell)
