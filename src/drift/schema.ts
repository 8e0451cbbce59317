// Knows the JSON Schemas of the drift reports.

import { severities } from '../diagnostics/severity.js'
import { ruleIds } from '../reconcile/rules.js'
import { DRIFT_VERSION } from './json.js'

const text = { type: 'string' } as const
const count = { type: 'integer', minimum: 0 } as const
const position = { type: 'integer', minimum: 1 } as const

const fixable = { const: true, description: 'Present where the patch of the variant mends it.' } as const

const definitions = {
  span: {
    type: 'object',
    description:
      'A stretch of a file. Lines and columns start at 1, columns count UTF-16 units; the end is not part of it.',
    properties: { file: text, line: position, column: position, endLine: position, endColumn: position },
    required: ['file', 'line', 'column', 'endLine', 'endColumn'],
    additionalProperties: false,
  },
  witness: {
    type: 'object',
    description: 'What the document of one variant says, in its own words, and where.',
    properties: { variant: text, said: text, span: { $ref: '#/$defs/span' } },
    required: ['variant', 'said', 'span'],
    additionalProperties: false,
  },
  finding: {
    type: 'object',
    description: 'One difference between the docs of the variant and the model.',
    properties: {
      rule: { enum: ruleIds },
      severity: { enum: severities },
      model: { ...text, description: 'Id of the model: namespace and name.' },
      modelName: text,
      field: { ...text, description: 'Wire name of the field, value of the enumeration, or type of the union member.' },
      message: text,
      expected: { ...text, description: 'What the document should say, where the model decides it.' },
      span: { $ref: '#/$defs/span' },
      witnesses: { type: 'array', items: { $ref: '#/$defs/witness' } },
      blind: { type: 'array', items: text, description: 'Variants whose notation cannot write the fact.' },
      fingerprint: { ...text, description: 'Stays the same when lines and files move.' },
      likelyCause: {
        type: 'object',
        description: 'What it probably comes from, where the record of the generator tells.',
        properties: { kind: { enum: ['edit', 'specification'] }, words: text },
        required: ['kind', 'words'],
        additionalProperties: false,
      },
      fixable,
      parts: {
        type: 'array',
        items: { $ref: '#/$defs/part' },
        description: 'Missing models that nothing else refers to; they are counted with this finding.',
      },
    },
    required: ['rule', 'severity', 'model', 'modelName', 'message', 'witnesses', 'blind', 'fingerprint'],
    additionalProperties: false,
  },
  part: {
    type: 'object',
    description: 'A missing model that is told with the finding it is part of.',
    properties: { model: text, modelName: text, fingerprint: text, fixable },
    required: ['model', 'modelName', 'fingerprint'],
    additionalProperties: false,
  },
  group: {
    type: 'object',
    description: 'One cause seen in several places; each of them is among the findings.',
    properties: {
      rule: { enum: ruleIds },
      message: text,
      count,
      fingerprints: { type: 'array', items: text },
    },
    required: ['rule', 'message', 'count', 'fingerprints'],
    additionalProperties: false,
  },
  provenance: {
    type: 'object',
    description: 'What the generator recorded beside the docs; `edited` are pages that are no longer what it wrote.',
    properties: {
      checksum: text,
      document: text,
      generator: text,
      generation: text,
      release: text,
      edited: { type: 'array', items: text },
    },
    additionalProperties: false,
  },
  counts: {
    type: 'object',
    properties: {
      total: count,
      bySeverity: {
        type: 'object',
        properties: { error: count, warning: count, info: count },
        required: severities,
        additionalProperties: false,
      },
      byRule: { type: 'object', propertyNames: { enum: ruleIds }, additionalProperties: count },
    },
    required: ['total', 'bySeverity', 'byRule'],
    additionalProperties: false,
  },
  drift: {
    type: 'object',
    properties: {
      $schema: text,
      version: { const: DRIFT_VERSION },
      variant: text,
      provenance: { $ref: '#/$defs/provenance' },
      counts: { $ref: '#/$defs/counts' },
      findings: { type: 'array', items: { $ref: '#/$defs/finding' } },
      groups: { type: 'array', items: { $ref: '#/$defs/group' } },
    },
    required: ['version', 'variant', 'counts', 'findings'],
    additionalProperties: false,
  },
} as const

const dialect = 'https://json-schema.org/draft/2020-12/schema'

/** JSON Schema (2020-12) of `drift/<variant>.json`. */
export const driftSchema = {
  $schema: dialect,
  title: 'Drift of one variant',
  $ref: '#/$defs/drift',
  $defs: definitions,
} as const

/** JSON Schema (2020-12) of `codegen diff --format json`. */
export const diffSchema = {
  $schema: dialect,
  title: 'Drift of all variants',
  type: 'object',
  properties: {
    $schema: text,
    version: { const: DRIFT_VERSION },
    accepted: { ...count, description: 'Findings that the baseline accepts; they are not listed.' },
    ignored: { ...count, description: 'Findings that the configuration sets aside; they are not listed.' },
    variants: { type: 'array', items: { $ref: '#/$defs/drift' } },
  },
  required: ['version', 'variants'],
  additionalProperties: false,
  $defs: definitions,
} as const
