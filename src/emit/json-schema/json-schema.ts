// Knows what the model looks like as one document of JSON Schema.

import type { EmitInput, Emitted, Emitter } from '../emitter.js'
import { jsonText } from '../../text/json-text.js'
import { outlineModels } from '../outline.js'
import { modelSchemas } from '../model-schema.js'

/**
 * `schema.json`: JSON Schema 2020-12, each model below `$defs` under the name of its type. One document, because the models
 * refer to each other: a file for each would need a loader, or a base address that nobody serves.
 */
export const jsonSchema: Emitter = {
  id: 'json-schema',
  label: 'JSON Schema 2020-12',
  emit: emitSchema,
}

async function emitSchema({ model, header, responses, unknownKeys }: EmitInput): Promise<Emitted> {
  const outline = outlineModels(model.models, responses)
  const document = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    ...(header.length > 0 && { $comment: header.join(' ') }),
    $defs: modelSchemas({ outline, prefix: '#/$defs/', isOpenApi: false, isClosed: unknownKeys === 'reject' }),
  }
  return { files: [{ path: 'schema.json', text: jsonText(document) }], diagnostics: [] }
}
