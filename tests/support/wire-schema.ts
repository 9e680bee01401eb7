import { fileURLToPath } from 'node:url'
import { Ajv, type ValidateFunction } from 'ajv'
import { createGenerator } from 'ts-json-schema-generator'

/** A validator for chat completions requests, made from the SDK's own types: unknown fields are errors. */
export function createRequestValidator(): ValidateFunction {
  const path = fileURLToPath(new URL('./wire-request.ts', import.meta.url))
  const schema = createGenerator({ path, type: 'WireBody', skipTypeCheck: true, topRef: false }).createSchema(
    'WireBody',
  )
  return new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(schema)
}
