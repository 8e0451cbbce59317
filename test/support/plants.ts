// Knows the faults that are planted in docs, where each can be planted, and the one finding that must tell of it.

import type { Dialect, FieldProjection, ValueProjection } from '../../src/dialects/dialect.js'
import type { Field, Model } from '../../src/ir/model.js'
import type { Ternary, Type } from '../../src/ir/type.js'
import { editPage, printPage, type PageEdit } from '../../src/markdown/edit-page.js'
import type { Page } from '../../src/markdown/page.js'
import type { RuleId } from '../../src/reconcile/rules.js'
import type { Node } from '../../src/reconcile/variant-docs.js'
import type { Release } from './release.js'
import type { Seeded } from './seeded.js'

/** The rule that tells of each kind of fault. */
export const plantRules = {
  'drop a field': 'missing-field',
  'flip Required': 'required-conflict',
  'change a type': 'type-conflict',
  'flip null': 'nullable-conflict',
  'drop a value': 'missing-enum-value',
  'reword a field': 'description-differs',
  'reword a model': 'description-differs',
  'rename a field': 'possible-rename',
} as const satisfies { readonly [kind: string]: RuleId }

/** A kind of fault. */
export type PlantKind = keyof typeof plantRules

/** The kinds of faults. */
export const plantKinds = Object.keys(plantRules).filter((kind): kind is PlantKind => kind in plantRules)

/** A fault in a page: the page's text with it, and the finding that must tell of it, as `told` prints one. */
export interface Plant {
  readonly kind: PlantKind
  readonly variant: string
  readonly model: string
  readonly file: string
  readonly text: string
  readonly told: string
}

/** Where a fault may be planted. */
interface Site {
  readonly release: Release
  readonly model: Model
  readonly node: Node
  readonly page: Page
}

interface FieldSite extends Site {
  readonly field: Field
  readonly row: FieldProjection
  /** The rows of the other variants. */
  readonly others: readonly { readonly node: Node; readonly row: FieldProjection }[]
}

/** Plants of a kind in a variant, in an order by chance; `count` of them, or as many as there are places that can say the opposite. */
export function plantsIn(
  release: Release,
  of: { readonly kind: PlantKind; readonly variant: string; readonly count: number },
  chance: Seeded,
): Plant[] {
  const plants: Plant[] = []
  for (const plant of chance.shuffle(candidates(release, of, chance))) {
    if (plants.length === of.count) break
    const made = plant()
    if (made !== undefined && !plants.some(({ model }) => model === made.model)) plants.push(made)
  }
  return plants
}

function candidates(
  release: Release,
  { kind, variant }: { kind: PlantKind; variant: string },
  chance: Seeded,
): (() => Plant | undefined)[] {
  return release.reconciled.model.models.flatMap((model) => {
    const node = release.reconciled.details.get(model.id)?.cluster.nodes.get(variant)
    const page = node === undefined ? undefined : release.pages.get(node.page.file)
    if (node === undefined || page === undefined || model.role !== 'data' || node.page.kind === 'blank') return []
    const site: Site = { release, model, node, page }
    if (kind === 'reword a model') return [() => rewordModel(site)]
    if (kind === 'drop a value') return node.page.values.map((value) => () => dropValue(site, value))
    return fieldSites(site).map((field) => () => plantInField(kind, field, chance))
  })
}

function fieldSites(site: Site): FieldSite[] {
  const { model, node, release } = site
  if (model.kind !== 'object') return []
  const groups = release.reconciled.details.get(model.id)?.groups ?? []
  return groups.flatMap((group): FieldSite[] => {
    const field = model.fields.find(({ name }) => name === group.name)
    const row = node.page.fields.find(({ key }) => key === group.key)
    const others = group.rows.filter((other) => other.node !== node)
    return field === undefined || row === undefined || others.length < 2 ? [] : [{ ...site, field, row, others }]
  })
}

function plantInField(kind: PlantKind, site: FieldSite, chance: Seeded): Plant | undefined {
  switch (kind) {
    case 'drop a field':
      return dropField(site)
    case 'flip Required':
      return flipRequired(site)
    case 'change a type':
      return changeType(site, chance)
    case 'flip null':
      return flipNull(site)
    case 'reword a field':
      return rewordField(site)
    default:
      return renameField(site)
  }
}

/** The row is deleted. A page without any row would say nothing of what it is. */
function dropField(site: FieldSite): Plant | undefined {
  if (site.node.page.fields.length < 2) return undefined
  const text = edited(site.page, { kind: 'delete', line: site.row.row.start.line })
  return made('drop a field', site, { text, field: site.field.name, place: titleOf(text) })
}

/** The symbol is the other one, and the type cell says of null what it said before, in the words that go with the symbol. */
function flipRequired(site: FieldSite): Plant | undefined {
  const { row, field } = site
  const required = !row.required.value
  const cell = written(site, { ...row.type.value, nullable: nullOf(site) }, required)
  if (cell === undefined) return undefined
  const symbol = required ? ':heavy_check_mark:' : ':heavy_minus_sign:'
  const text = edited(site.page, put(row, 1, cell), put(row, 2, symbol))
  return made('flip Required', site, { text, field: field.name, place: cellAt(text, row, 2) })
}

/** Another type of which no value is one of the model's. */
function changeType(site: FieldSite, chance: Seeded): Plant | undefined {
  const { row, field } = site
  const type = chance.pick(otherTypes(site))
  const cell = type === undefined ? undefined : written(site, type, row.required.value)
  if (cell === undefined) return undefined
  const text = edited(site.page, put(row, 1, cell))
  return made('change a type', site, { text, field: field.name, place: cellAt(text, row, 1) })
}

/** The type cell allows null where it did not, or the reverse, against two others who can say so. */
function flipNull(site: FieldSite): Plant | undefined {
  const { row, field, node, others, release } = site
  const { nullable } = row.type.value
  if (nullable === 'unknown' || nullable !== field.type.nullable) return undefined
  const { context } = release.reconciled
  const saying = others.filter((other) => context.mapped(other.row.type.value, other.node).nullable === nullable)
  if (saying.length < 2) return undefined
  const context_ = { required: row.required.value, file: node.page.file }
  const cell = node.variant.dialect.render({ ...row.type.value, nullable: !nullable }, context_)
  const read = node.variant.dialect.parse(cell, context_)
  if (read.problems.length > 0 || read.type.nullable !== !nullable) return undefined
  const text = edited(site.page, put(row, 1, cell))
  return made('flip null', site, { text, field: field.name, place: cellAt(text, row, 1) })
}

/** A word of the description is another. */
function rewordField(site: FieldSite): Plant | undefined {
  const { row, field, page } = site
  const cell = page.text.slice(row.descriptionSpan.start.offset, row.descriptionSpan.end.offset)
  const other = reworded(cell)
  if (row.description === undefined || row.deprecated !== undefined || other === undefined) return undefined
  const text = edited(page, put(row, 3, other))
  return made('reword a field', site, { text, field: field.name, place: cellAt(text, row, 3) })
}

/** A word of the text below the heading is another. */
function rewordModel(site: Site): Plant | undefined {
  const said = site.node.page.description
  if (said === undefined || site.node.page.deprecated !== undefined) return undefined
  const { start, end } = said.span
  const other = reworded(site.page.text.slice(start.offset, end.offset))
  if (other === undefined) return undefined
  const text = site.page.text.slice(0, start.offset) + other + site.page.text.slice(end.offset)
  const line = text.split('\n').findIndex((one, index) => index > 0 && one.trim() !== '') + 1
  return made('reword a model', site, { text, place: `${line}:1` })
}

/** The name is another, with nothing else changed: the row still stands between its neighbours. */
function renameField(site: FieldSite): Plant | undefined {
  const { row, field, node } = site
  const { dialect } = node.variant
  // Of a field of any type too little is known to call it the same.
  if (['any', 'unknown', 'external'].includes(field.type.kind)) return undefined
  // Nor of one without a text whose name is too short to be known again in another.
  if (field.description === undefined && field.words.every((word) => word.length < 3)) return undefined
  const name = dialect.fieldName(`former_${field.name}`, node.page.name)
  const cell = site.page.text.slice(row.nameSpan.start.offset, row.nameSpan.end.offset)
  const text = edited(site.page, put(row, 0, cell.replace(row.name, name)))
  return made('rename a field', site, { text, field: field.name, place: cellAt(text, row, 0) })
}

/** The row, the constant in the line of code, or the item is deleted; the sample on the page may still use the value. */
function dropValue(site: Site, value: ValueProjection): Plant | undefined {
  const { page, node, model } = site
  const { values } = node.page
  const pages = [...(site.release.reconciled.details.get(model.id)?.cluster.nodes.values() ?? [])]
  const holders = pages.filter((one) => one.page.values.some(({ text }) => text === value.text))
  if (model.kind !== 'enum' || values.length < 2 || holders.length < 3) return undefined
  const line = page.text.split('\n')[value.span.start.line - 1] ?? ''
  const index = values.indexOf(value)
  const [before, after] = [values[index - 1], values[index + 1]]
  const cut = (from: number, to: number): string => page.text.slice(0, from) + page.text.slice(to)
  const text = line.startsWith('|')
    ? edited(page, { kind: 'delete', line: value.span.start.line })
    : line.startsWith('- ')
      ? edited(page, { kind: 'line', line: value.span.start.line, texts: [] })
      : after !== undefined
        ? cut(value.span.start.offset, after.span.start.offset)
        : cut(before?.span.end.offset ?? 0, value.span.end.offset)
  return made('drop a value', site, { text, field: value.text, place: titleOf(text) })
}

/** The cell for a type in the words of the site's language; undefined where it cannot say it, or says something else of null. */
function written({ node, field }: FieldSite, type: Type, required: boolean): string | undefined {
  const { dialect }: { dialect: Dialect } = node.variant
  const context = { required, file: node.page.file }
  const cell = dialect.render(type, context)
  const { type: read, problems } = dialect.parse(cell, context)
  const agrees = read.nullable === 'unknown' || read.nullable === field.type.nullable
  return problems.length === 0 && read.kind === type.kind && agrees ? cell : undefined
}

/** What the row says of null, or the model where it says nothing. */
function nullOf({ row, field }: FieldSite): Ternary {
  return row.type.value.nullable === 'unknown' ? field.type.nullable : row.type.value.nullable
}

/** Types that contradict the model's, in whatever language. */
function otherTypes(site: FieldSite): Type[] {
  const nullable = nullOf(site)
  const bool: Type = { kind: 'boolean', nullable }
  const integer: Type = { kind: 'number', integer: true, nullable }
  const text: Type = { kind: 'string', nullable }
  const list: Type = { kind: 'array', items: { ...site.row.type.value, nullable: false }, nullable }
  switch (site.field.type.kind) {
    case 'string':
      return [bool, integer, list]
    case 'number':
      return [bool, text, list]
    case 'boolean':
      return [integer, text, list]
    case 'date':
    case 'bytes':
    case 'literal':
      return [bool, list]
    case 'array':
    case 'map':
      return [bool, integer]
    case 'ref': {
      const { name } = site.field.type
      const target = site.release.reconciled.model.models.find(({ id }) => id === name)
      return target?.kind === 'object' || target?.kind === 'enum' ? [bool, list] : []
    }
    default:
      return []
  }
}

/** The text with a word in its midst replaced that is no part of code, of a link or of HTML. */
function reworded(text: string): string | undefined {
  const word = /(?<= )[a-z]{4,}(?=[ .,])/.exec(text)
  return word === null || /[`<[]/.test(text.slice(0, word.index))
    ? undefined
    : `${text.slice(0, word.index)}elsewise${text.slice(word.index + word[0].length)}`
}

function made(kind: PlantKind, site: Site, of: { text: string; field?: string; place: string }): Plant | undefined {
  const { model, node, page } = site
  if (of.text === page.text) return undefined
  const { file } = page
  const field = of.field === undefined ? '' : `.${of.field}`
  const told = `${plantRules[kind]} ${model.id}${field} ${node.variant.id} ${file}:${of.place}`
  return { kind, variant: node.variant.id, model: model.id, file, text: of.text, told }
}

function edited(page: Page, ...edits: readonly PageEdit[]): string {
  return printPage(editPage(page, edits))
}

function put({ row }: FieldProjection, column: number, text: string): PageEdit {
  return { kind: 'cell', line: row.start.line, column, text }
}

/** `line:column` of the heading's text. */
function titleOf(text: string): string {
  return `${text.split('\n').findIndex((line) => line.startsWith('# ')) + 1}:3`
}

/** `line:column` of the text of a cell, counted by its bars. */
function cellAt(text: string, { row }: FieldProjection, column: number): string {
  const line = text.split('\n')[row.start.line - 1] ?? ''
  const bars = [...line.matchAll(/(?<!\\)\|/g)]
  const begin = (bars[column]?.index ?? 0) + 1
  const blanks = line.slice(begin).length - line.slice(begin).trimStart().length
  return `${row.start.line}:${begin + blanks + 1}`
}
