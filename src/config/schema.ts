// Knows which values a configuration file may hold, as zod checks them and as JSON Schema describes them.

import * as z from 'zod'
import { severities } from '../diagnostics/severity.js'
import { ruleIds } from '../reconcile/rules.js'
import type { CustomEmitter } from '../emit/custom-emitter.js'
import { rules } from '../reconcile/rules.js'
import { optionTable, type OptionKey } from './option-table.js'
import { emitterIds, type EmitterId } from './options.js'
import { innerPattern, pathFault, refFault, refPattern } from './revision.js'

const folder = z.string().min(1)
const text = z.string().min(1)
const authority = z.strictObject({ authority: text })
const level = z.enum([...severities, 'off'])
const count = z.int().positive()

/** A name that is a folder on every system, but for those that Windows has given to devices. */
const projectName = /^[A-Za-z0-9](?:[\w.-]*[\w-])?$/
const noDevice = /^(?!(?:[cC][oO][nN]|[pP][rR][nN]|[aA][uU][xX]|[nN][uU][lL]|(?:[cC][oO][mM]|[lL][pP][tT])\d)(?:\.|$))/

const source = z
  .strictObject({
    path: folder,
    git: folder.exactOptional(),
    ref: sound(text, refFault).meta({ pattern: refPattern.source }).exactOptional(),
    variant: text.exactOptional(),
    dialect: text.exactOptional(),
  })
  .check(({ value, issues }) => {
    // A key that is misspelt is not missing as well.
    if (issues.length > 0) return
    const { path, git, ref } = value
    const lacking = git === undefined ? 'git' : 'ref'
    const wants = git === undefined ? 'a repository for the revision' : 'a branch, tag or commit of the repository'
    if ((git === undefined) !== (ref === undefined))
      issues.push({ code: 'custom', input: undefined, path: [lacking], message: `expected ${wants}` })
    const message = git === undefined ? undefined : pathFault(path)
    if (message !== undefined) issues.push({ code: 'custom', input: path, path: ['path'], message })
  })
  .meta({
    dependentRequired: { git: ['ref'], ref: ['git'] },
    dependentSchemas: { git: { properties: { path: { pattern: innerPattern.source } } } },
  })

const override = z.strictObject({
  name: text.exactOptional(),
  required: z.boolean().exactOptional(),
  nullable: z.boolean().exactOptional(),
  description: z.string().exactOptional(),
  drop: z.boolean().exactOptional(),
})

const severity = z.strictObject(
  Object.fromEntries(Object.entries(rules).map(([id, rule]) => [id, level.exactOptional().describe(rule.title)])),
)

const narrowing = ['model', 'field', 'rule', 'variant'] as const

const ignored = z
  .strictObject({
    model: text.exactOptional(),
    field: text.exactOptional(),
    rule: z.enum(ruleIds).exactOptional(),
    variant: text.exactOptional(),
    reason: z.string().regex(/\S/, 'expected the reason why it is no fault'),
  })
  .refine((entry) => narrowing.some((key) => entry[key] !== undefined), 'expected a model, field, rule or variant too')
  .meta({ anyOf: narrowing.map((key) => ({ required: [key] })) })

const limits = z.strictObject({
  documents: count.exactOptional(),
  bytes: count.exactOptional(),
  rows: count.exactOptional(),
  columns: count.exactOptional(),
  line: count.exactOptional(),
  heading: count.exactOptional(),
  name: count.exactOptional(),
  depth: count.max(optionTable.limits.default.depth).exactOptional(),
})

const prefixTable = z.record(
  z.string(),
  z.string().regex(/^(?:[A-Za-z][A-Za-z0-9]*)?$/, 'expected ASCII letters and digits, a letter first'),
)

const header = z.string().check((given) => {
  if (given.value.split('{{command}}').length > 2 || /\{\{(?!command\}\})/.test(given.value))
    given.issues.push({
      code: 'custom',
      input: given.value,
      message: 'expected no slot but {{command}}, and that once',
    })
})

const emitters = z
  .array(z.custom<EmitterId | CustomEmitter>())
  .check((given) => {
    given.value.forEach((emitter: unknown, index, all) => {
      const message = emitterFault(emitter, all.slice(0, index))
      if (message !== undefined) given.issues.push({ code: 'custom', input: emitter, path: [index], message })
    })
  })
  .meta({ items: { enum: [...emitterIds] } })

/** What is wrong with an entry of `emitters`, given those before it. */
function emitterFault(emitter: unknown, before: readonly unknown[]): string | undefined {
  const id = idOf(emitter)
  if (typeof emitter === 'string' && !emitterIds.some((known) => known === emitter))
    return `expected one of ${emitterIds.map((known) => `"${known}"`).join(', ')}, or an emitter`
  if (typeof emitter !== 'string' && (typeof emitter !== 'object' || emitter === null))
    return 'expected the name of an emitter or an object with `id` and `emit`'
  if (typeof id !== 'string' || !/^[a-z][a-z0-9-]*$/.test(id))
    return 'expected an `id` of lower-case letters, digits and hyphens'
  if (typeof emitter === 'object' && !('emit' in emitter && typeof emitter.emit === 'function'))
    return `expected a function \`emit\` in the emitter "${id}"`
  if (before.some((other) => idOf(other) === id)) return `expected each emitter once, but "${id}" is there twice`
  const isTaken = typeof emitter === 'object' && [...emitterIds, 'types', 'plain', 'zod', 'ir'].includes(id)
  return isTaken ? `expected another \`id\`: "${id}" is an emitter of codegen` : undefined
}

function idOf(emitter: unknown): unknown {
  if (typeof emitter !== 'object' || emitter === null) return emitter
  return 'id' in emitter ? emitter.id : undefined
}

/** The options of one API, in the order in which they are explained. */
export const optionShape = {
  sources: about('sources', z.array(z.union([folder, source]))),
  out: about('out', folder),
  validators: about('validators', z.array(z.enum(['plain', 'zod']))),
  shape: about('shape', z.enum(['wire', 'sdk'])),
  emitters: about('emitters', emitters),
  layout: about('layout', z.enum(['per-model', 'single-file'])),
  prefixes: about('prefixes', z.union([z.enum(['collision', 'always']), prefixTable])),
  header: about('header', header.nullable()),
  unknownKeys: about('unknownKeys', z.enum(['allow', 'strip', 'reject'])),
  enums: about('enums', z.enum(['open', 'strict'])),
  presence: about('presence', z.union([z.enum(['union', 'majority', 'all']), authority])),
  conflicts: about('conflicts', z.union([z.literal('majority'), authority])),
  overrides: about('overrides', z.record(z.string(), override)),
  severity: about('severity', severity),
  ignore: about('ignore', z.array(ignored)),
  baseline: about('baseline', folder),
  failOn: about('failOn', z.enum([...severities, 'never'])),
  wireCase: about('wireCase', z.enum(['auto', 'snake', 'camel', 'pascal', 'kebab'])),
  responses: about('responses', z.boolean()),
  limits: about('limits', limits),
}

const projects = z
  .array(
    z.strictObject({
      name: z
        .string()
        .regex(projectName, 'expected letters, digits, ".", "_" and "-"')
        .regex(noDevice, 'expected a name that is a folder on every system'),
      ...optionShape,
    }),
  )
  .min(1)
  .check(({ value, issues }) => {
    value.forEach(({ name }, index) => {
      const first = value.findIndex((other) => other.name.toLowerCase() === name.toLowerCase())
      const message = 'expected a name that no other project has, also where case does not count'
      if (first < index) issues.push({ code: 'custom', input: name, path: [index, 'name'], message })
    })
  })

/** The schema of a configuration file. Keys it does not know are errors. */
export const configSchema = z.strictObject({
  $schema: z.string().exactOptional(),
  ...optionShape,
  projects: projects
    .exactOptional()
    .describe('Several APIs, each with options of its own; those beside the list hold for all that do not give them'),
})

/** The JSON Schema of a configuration file. */
export function configJsonSchema(): object {
  return {
    $id: 'https://unpkg.com/sdk-docs-codegen/dist/schema/config.json',
    title: 'Configuration of codegen',
    // What is no JSON cannot stand in a JSON configuration; its schema is given with the option.
    ...z.toJSONSchema(configSchema, { io: 'input', unrepresentable: 'any' }),
  }
}

/** The schema, of texts in which no fault is found. */
function sound(schema: z.ZodString, faultIn: (text: string) => string | undefined): z.ZodString {
  return schema.check(({ value, issues }) => {
    const message = faultIn(value)
    if (message !== undefined) issues.push({ code: 'custom', input: value, message })
  })
}

function about<T extends z.ZodType>(key: OptionKey, schema: T): z.ZodExactOptional<T> {
  const entry = optionTable[key]
  return schema.exactOptional().describe(`${entry.summary}. Default: ${JSON.stringify(entry.default)}`)
}
