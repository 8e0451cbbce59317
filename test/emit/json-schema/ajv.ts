// Knows how emitted documents of schemas are read by ajv, and which values they can be asked about.

import { Ajv2020 } from 'ajv/dist/2020.js'
import { isDate, isDateTime } from './formats.js'

/** A document in a strict ajv. */
export interface OpenDocument {
  readonly ajv: Ajv2020
  /** The schemas of its models by name. */
  readonly schemas: Readonly<Record<string, object>>
  /** Whether the schema at a JSON pointer accepts a value; throws where there is none. */
  readonly schemaAt: (pointer: string) => (value: unknown) => boolean
}

/**
 * A document in a strict ajv, with the formats that JSON Schema knows; those of OpenAPI are remarks. Unless all errors are wanted,
 * ajv overlooks that a property without name is missing.
 */
export function openDocument(text: string): OpenDocument {
  const document: unknown = JSON.parse(text)
  const ajv = new Ajv2020({ strict: true, strictTypes: false, ownProperties: true, allErrors: true })
  ajv.addFormat('date', isDate).addFormat('date-time', isDateTime)
  for (const format of ['int32', 'int64', 'float', 'double', 'decimal']) ajv.addFormat(format, true)
  for (const keyword of ['openapi', 'info', 'paths', 'components', 'discriminator']) ajv.addKeyword(keyword)
  if (typeof document !== 'object' || document === null) throw new Error('no document')
  ajv.addSchema(document, 'api')
  const holder = 'components' in document ? partOf(document.components, 'schemas') : partOf(document, '$defs')
  return {
    ajv,
    schemas: Object.fromEntries(Object.entries(holder)),
    schemaAt: (pointer) => {
      const found = ajv.getSchema(`api${pointer}`)
      if (found === undefined) throw new Error(`no schema at ${pointer}`)
      return (value) => found(value) === true
    },
  }
}

/** Whether a value comes back from JSON as it is. */
export function isJson(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isJson)
  if (typeof value !== 'object' || value === null)
    return value === null || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value)
  return !(value instanceof Uint8Array) && Object.values(value).every(isJson)
}

function partOf(value: unknown, key: string): object {
  const part: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
  if (typeof part !== 'object' || part === null) throw new Error(`no ${key}`)
  return part
}
