// Knows which values a configuration file may hold, as zod checks them and as JSON Schema describes them.

import * as z from 'zod'
import { severities } from '../diagnostics/severity.js'
import { ruleIds } from '../drift/groups.js'
import { rules } from '../reconcile/rules.js'
import { optionTable, type OptionKey } from './option-table.js'

const folder = z.string().min(1)
const text = z.string().min(1)
const authority = z.strictObject({ authority: text })
const level = z.enum([...severities, 'off'])
const count = z.int().positive()

const source = z.strictObject({ path: folder, variant: text.exactOptional(), dialect: text.exactOptional() })

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
  bytes: count.exactOptional(),
  rows: count.exactOptional(),
  columns: count.exactOptional(),
  depth: count.exactOptional(),
})

/** The schema of a configuration file. Keys it does not know are errors. */
export const configSchema = z.strictObject({
  $schema: z.string().exactOptional(),
  sources: about('sources', z.array(z.union([folder, source]))),
  out: about('out', folder),
  validators: about('validators', z.array(z.enum(['plain', 'zod']))),
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
})

/** The JSON Schema of a configuration file. */
export function configJsonSchema(): object {
  return {
    $id: 'https://unpkg.com/sdk-docs-codegen/dist/schema/config.json',
    title: 'Configuration of codegen',
    ...z.toJSONSchema(configSchema, { io: 'input' }),
  }
}

function about<T extends z.ZodType>(key: OptionKey, schema: T): z.ZodExactOptional<T> {
  const entry = optionTable[key]
  return schema.exactOptional().describe(`${entry.summary}. Default: ${JSON.stringify(entry.default)}`)
}
