// Knows what the model looks like as an OpenAPI document.

import type { EmitInput, Emitted, Emitter } from '../emitter.js'
import { jsonText } from '../../text/json-text.js'
import { modelSchemas } from '../model-schema.js'
import { outlineModels } from '../outline.js'

/**
 * `openapi.json`: OpenAPI 3.1 with each model below `components.schemas` under the name of its type. It has no paths: docs of
 * models do not state them.
 */
export const openapi: Emitter = {
  id: 'openapi',
  label: 'OpenAPI 3.1 components',
  emit: emitDocument,
}

async function emitDocument({ model, header, responses, unknownKeys }: EmitInput): Promise<Emitted> {
  const outline = outlineModels(model.models, responses)
  const document = {
    openapi: '3.1.0',
    info: {
      title: 'Models recovered from the docs of the SDKs',
      // The docs state no version of the API, and OpenAPI demands one.
      version: '0.0.0',
      ...(header.length > 0 && { description: header.join(' ') }),
    },
    paths: {},
    components: {
      schemas: modelSchemas({
        outline,
        prefix: '#/components/schemas/',
        isOpenApi: true,
        isClosed: unknownKeys === 'reject',
      }),
    },
  }
  return { files: [{ path: 'openapi.json', text: jsonText(document) }], diagnostics: [] }
}
