// Knows how each kind of emitted code is asked whether it accepts a value.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { nameModels } from '../../src/emit/names.js'
import type { ApiModel } from '../../src/ir/model.js'
import { load } from '../emit/emitted.js'
import { openDocument, isJson } from '../emit/json-schema/ajv.js'

/** A verdict: whether a value is accepted, and what comes out. */
export interface Verdict {
  readonly accepts: boolean
  readonly value?: unknown
}

/** What judges values; undefined where it cannot be asked about one. */
export interface Judge {
  readonly name: string
  /** Whether it is asked about JSON alone. */
  readonly isOfJson: boolean
  readonly judge: (model: string, value: unknown) => Verdict | undefined
}

/** The judges of the emitted code in a folder that can be run. */
export async function judgesIn(folder: string, api: ApiModel): Promise<readonly Judge[]> {
  const names = nameModels(api.models)
  const validators = await load(folder, 'validators/index.js')
  const schemas = await load(folder, 'zod/index.js')
  const { schemaAt } = openDocument(readFileSync(join(folder, 'schema.json'), 'utf8'))
  const nameOf = (id: string): string => names.get(id)?.name ?? ''
  const schemaOf = (name: string): string => `${name.charAt(0).toLowerCase()}${name.slice(1)}Schema`
  return [
    {
      name: 'plain guard',
      isOfJson: false,
      judge: (id, value) => called(validators[`is${nameOf(id)}`], (is) => ({ accepts: is(value) === true })),
    },
    {
      name: 'plain',
      isOfJson: false,
      judge: (id, value) => called(validators[`validate${nameOf(id)}`], (validate) => plainVerdict(validate(value))),
    },
    {
      name: 'zod',
      isOfJson: false,
      judge: (id, value) => {
        const parse: unknown = Reflect.get(Object(schemas[schemaOf(nameOf(id))]), 'safeParse')
        return called(parse, (safeParse) => {
          const { success, data } = Object(safeParse(value))
          return { accepts: success === true, ...(success === true && { value: data }) }
        })
      },
    },
    {
      name: 'JSON Schema',
      isOfJson: true,
      judge: (id, value) => (isJson(value) ? { accepts: schemaAt(`#/$defs/${nameOf(id)}`)(value) } : undefined),
    },
  ]
}

function plainVerdict(result: unknown): Verdict {
  const { ok, value, issues } = Object(result)
  if (ok !== true && !(Array.isArray(issues) && issues.length > 0)) throw new Error('refused without an issue')
  return { accepts: ok === true, ...(ok === true && { value }) }
}

function called(found: unknown, use: (call: (value: unknown) => unknown) => Verdict): Verdict | undefined {
  return typeof found === 'function' ? use((value) => found(value)) : undefined
}
