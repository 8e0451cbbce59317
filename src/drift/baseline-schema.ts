// Knows the JSON Schema of a baseline file.

import { BASELINE_SCHEMA, BASELINE_VERSION } from './baseline.js'

const name = { type: 'string', minLength: 1 } as const

/** JSON Schema (2020-12) of a baseline file. */
export const baselineSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: BASELINE_SCHEMA,
  title: 'Accepted findings of codegen',
  type: 'object',
  properties: {
    $schema: { type: 'string' },
    version: { const: BASELINE_VERSION },
    findings: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          fingerprint: { type: 'string', pattern: '^[0-9a-f]{16}$', description: 'What the finding is known by.' },
          rule: { ...name, description: 'Id of the rule; see `codegen rules`.' },
          model: { ...name, description: 'Id of the model: namespace and name.' },
          field: { type: 'string', description: 'Field, value of the enumeration, or type of the union member.' },
          variant: { ...name, description: 'The variant whose document lacks something or says otherwise.' },
          reason: { type: 'string', description: 'Why it is accepted. Yours to write; updates keep it.' },
        },
        required: ['fingerprint', 'rule', 'model', 'variant'],
        additionalProperties: false,
      },
    },
  },
  required: ['version', 'findings'],
  additionalProperties: false,
} as const
