import { createRedaction, type Redactor } from '../../src/prompts/redact.js'

const SOME_NUMBER = ['+49 30 12345678']

/** A redactor for one request. It knows what needs no library. */
export function createRedactor(names: readonly string[] = []): Redactor {
  return createRedaction(names).createRedactor()
}

/** One that has loaded all that it can know. */
export async function loadRedactor(names: readonly string[] = []): Promise<Redactor> {
  const redaction = createRedaction(names)
  await redaction.prepare(SOME_NUMBER)
  return redaction.createRedactor()
}
