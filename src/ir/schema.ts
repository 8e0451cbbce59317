// Knows the JSON form of the intermediate model, for people and tools that read `ir.json`.

const text = { type: 'string' } as const
const texts = { type: 'array', items: text } as const
const line = { type: 'integer', minimum: 1 } as const
const ternary = { enum: [true, false, 'unknown'] } as const
const constant = { type: ['string', 'number', 'boolean', 'null'] } as const

/** A reference to one of the definitions. */
function ref<N extends string>(name: N) {
  return { $ref: `#/$defs/${name}` } as const
}

/** A list of one of the definitions. */
function listOf<N extends string>(name: N) {
  return { type: 'array', items: ref(name) } as const
}

/** An object with exactly these properties; all are required but those of the second list. */
function object<P extends object>(properties: P, optional: readonly (keyof P & string)[] = []) {
  const skipped: ReadonlySet<string> = new Set(optional)
  const required = Object.keys(properties).filter((name) => !skipped.has(name))
  return { type: 'object', properties, required, additionalProperties: false } as const
}

/** A member of a closed union: its `kind`, what all types have, and what is its own. */
function typeOf<P extends object>(kind: string, own: P, optional: readonly (keyof P & string)[] = []) {
  const covers = { type: 'array', items: { enum: ['literal', 'string', 'enum', 'bytes', 'union'] } } as const
  return object({ kind: { const: kind }, nullable: ternary, covers, ...own }, ['covers', ...optional])
}

/** What all models have, and what is a kind's own. */
function modelOf<P extends object>(kind: string, own: P, optional: readonly (keyof P & string)[] = []) {
  const shared = {
    id: text,
    kind: { const: kind },
    name: text,
    namespace: text,
    words: texts,
    role: { enum: ['data', 'response', 'missing'] },
    description: text,
    deprecated: ref('deprecation'),
    sources: listOf('modelSource'),
    disputes: listOf('dispute'),
  }
  return object({ ...shared, ...own }, ['description', 'deprecated', ...optional])
}

const facts = [
  'exists',
  'required',
  'nullable',
  'type',
  'integer',
  'time',
  'values',
  'open',
  'members',
  'constant',
  'deprecated',
  'description',
  'example',
] as const

const types = {
  unknownType: typeOf('unknown', {}),
  anyType: typeOf('any', {}),
  stringType: typeOf('string', {}),
  booleanType: typeOf('boolean', {}),
  numberType: typeOf(
    'number',
    { integer: ternary, format: { enum: ['int32', 'int64', 'float', 'double', 'big', 'decimal'] } },
    ['format'],
  ),
  dateType: typeOf('date', { time: ternary }),
  bytesType: typeOf('bytes', {}),
  literalType: typeOf('literal', { value: constant }),
  arrayType: typeOf('array', { items: ref('type') }),
  mapType: typeOf('map', { values: ref('type') }),
  refType: typeOf('ref', { name: text, href: text, inline: ref('type') }, ['href', 'inline']),
  unionType: typeOf('union', { members: listOf('type') }),
  externalType: typeOf('external', { name: text, href: text }, ['href']),
}

const models = {
  objectModel: modelOf('object', { fields: listOf('field'), additional: ref('type') }, ['additional']),
  enumModel: modelOf('enum', { values: listOf('enumValue'), open: ternary }),
  unionModel: modelOf('union', { members: listOf('type'), discriminator: text }, ['discriminator']),
  unknownModel: modelOf('unknown', {}),
}

const parts = {
  variant: object(
    {
      id: text,
      dialect: text,
      label: text,
      root: text,
      documents: { type: 'integer', minimum: 0 },
      models: { type: 'integer', minimum: 0 },
      provenance: ref('provenance'),
    },
    ['provenance'],
  ),
  provenance: object(
    { checksum: text, document: text, generator: text, generation: text, release: text, edited: texts },
    ['checksum', 'document', 'generator', 'generation', 'release', 'edited'],
  ),
  field: object(
    {
      name: text,
      wire: { enum: ['override', 'example', 'path', 'value', 'text', 'convention'] },
      words: texts,
      type: ref('type'),
      required: { type: 'boolean' },
      description: text,
      deprecated: ref('deprecation'),
      examples: texts,
      sources: listOf('rowSource'),
      blind: { type: 'object', propertyNames: { enum: facts }, additionalProperties: texts },
      disputes: listOf('dispute'),
    },
    ['description', 'deprecated'],
  ),
  enumValue: object({
    value: constant,
    names: { type: 'object', additionalProperties: text },
    sources: listOf('rowSource'),
  }),
  dispute: object({
    fact: { enum: facts },
    kept: text,
    reason: text,
    others: { type: 'array', items: object({ said: text, variants: texts }) },
  }),
  deprecation: object({ message: text }, ['message']),
  modelSource: object({ variant: text, name: text, file: text, line, column: line }),
  rowSource: object({
    variant: text,
    name: text,
    line,
    columns: { type: 'object', additionalProperties: line },
  }),
}

/**
 * JSON Schema 2020-12 of `ir.json`. Strict: unknown properties are refused, and `type` and `model` are closed unions on
 * `kind`. Kinds that stand in projections only (`collection`) are not part of it.
 */
export const irSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:sdk-docs-codegen:ir:1',
  title: 'Intermediate model of an API, as recovered from the docs of its SDKs',
  ...object({
    $schema: text,
    version: { const: 1 },
    wireCase: object({ style: { enum: ['snake', 'camel', 'pascal', 'kebab'] }, reason: text }),
    variants: listOf('variant'),
    models: listOf('model'),
  }),
  $defs: {
    type: { oneOf: Object.keys(types).map(ref) },
    model: { oneOf: Object.keys(models).map(ref) },
    ...types,
    ...models,
    ...parts,
  },
} as const
