// Knows what the model looks like as a file for other tools.

import type { ApiModel } from '../../ir/model.js'
import { irSchema } from '../../ir/schema.js'
import type { EmitInput, Emitted, Emitter } from '../emitter.js'
import { irPath } from './ir-path.js'
import { stableJson } from './stable-json.js'

/** The reconciled model as `ir.json`, whole whatever is emitted of it, and its JSON Schema as `ir.schema.json`. */
export const ir: Emitter = {
  id: 'ir',
  asDocumented: true,
  label: 'the model as JSON',
  emit: emitModel,
}

/** The model as the file has it. */
export function irDocument(model: ApiModel): object {
  return { $schema: './ir.schema.json', version: 1, ...model }
}

async function emitModel({ model }: EmitInput): Promise<Emitted> {
  return {
    files: [
      { path: irPath, text: stableJson(irDocument(model)) },
      { path: 'ir.schema.json', text: `${JSON.stringify(irSchema, undefined, 2)}\n` },
    ],
    diagnostics: [],
  }
}
