// Knows what a case of bad input is, and the words in which docs for it are invented.

import type { Config } from '../../../src/config/config.js'
import type { ApiModel } from '../../../src/ir/model.js'
import type { InputClass } from './classes.js'

/** Documents, and what must come of them. */
export interface InputCase {
  readonly of: InputClass
  readonly what: string
  /** By path from the working folder; all below `docs`. */
  readonly files: { readonly [path: string]: string | Uint8Array }
  readonly config?: Config
  /** `code file:line:column`, in order; the file is left out where it is the page of the door. */
  readonly told: readonly string[]
  /** What the model must say of the door, or nothing where it may say anything. */
  readonly model?: 'as clean' | ((model: ApiModel) => unknown)
  /** What the function `model` must give. */
  readonly gives?: unknown
  /** Files that must be there afterwards, below the output folder. */
  readonly writes?: readonly string[]
  /** Why it is not as the collection of classes proposes. */
  readonly why?: string
}

/** Where the page of the door lies. */
export const DOOR = 'docs/models/shared/door.md'

const HEAD = '| Field | Type | Required | Description |\n| ----- | ---- | -------- | ----------- |'

/** A row of a fields table. */
export function row(name: string, type = '*str*', text = 'Words.'): string {
  return `| \`${name}\` | ${type} | :heavy_check_mark: | ${text} |`
}

/** The page of an object. */
export function page(name: string, rows: readonly string[]): string {
  return `# ${name}\n\nA thing,\nin two lines.\n\n\n## Fields\n\n${HEAD}\n${rows.join('\n')}`
}

/** The page of an enumeration: values by name. */
export function valuesPage(name: string, values: readonly (readonly [name: string, value: string])[]): string {
  const rows = values.map(([own, value]) => `| \`${own}\` | ${value} |`)
  return `# ${name}\n\nA kind.\n\n\n## Values\n\n| Name | Value |\n| ---- | ----- |\n${rows.join('\n')}`
}

/** The rows of the clean page, of which the first begins at line 12. */
export const doorRows = [row('number', '*int*'), row('is_open', '*bool*', 'Whether it is.'), row('code')]

/** A page without any fault. */
export const door = page('Door', doorRows)

/** The names of the fields of all models. */
export function fieldNames({ models }: ApiModel): string[] {
  return models.flatMap((model) => (model.kind === 'object' ? model.fields.map(({ name }) => name) : []))
}

/** The descriptions of the fields of all models. */
export function descriptions({ models }: ApiModel): (string | undefined)[] {
  return models.flatMap((model) => (model.kind === 'object' ? model.fields.map(({ description }) => description) : []))
}

/** Names and ids of all models. */
export function modelNames({ models }: ApiModel): string[] {
  return models.map(({ id, name }) => `${id} ${name}`)
}
