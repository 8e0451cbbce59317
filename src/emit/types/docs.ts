// Knows what the documentation comments of the emitted types say.

import type { Dispute, Field, Model } from '../../ir/model.js'
import type { Type } from '../../ir/type.js'
import { stringLiteral } from '../escape.js'
import type { Outline } from '../outline.js'
import { membersOf, type Shape } from '../shape.js'
import { isInstant } from '../sides.js'
import type { Doc } from '../statement.js'
import { defaultValue } from './default-value.js'

/** What all documented things have. */
interface Documented {
  readonly description?: string
  readonly deprecated?: { readonly message?: string }
  readonly disputes: readonly Dispute[]
}

/** The comment of a model's type; undefined where there is nothing to say. */
export function modelDoc(model: Model): Doc | undefined {
  const unknown = model.role === 'missing' ? 'No document describes this model.' : 'The docs give nothing but the name.'
  const description = model.description ?? (model.kind === 'unknown' ? unknown : undefined)
  return docOf({ ...model, ...(description !== undefined && { description }) }, [])
}

/** How a property is written in the type that is documented. */
export interface PropertyForm {
  readonly name: string
  readonly shape: Shape
  readonly outline: Outline
  /** Whether instants are of type `Date`, which says more than a format could. */
  readonly hasDates: boolean
}

/** The comment of a property; undefined where there is nothing to say. */
export function fieldDoc(field: Field, { name, shape, outline, hasDates }: PropertyForm): Doc | undefined {
  const isDate = hasDates && membersOf(shape).some(isInstant)
  const format = isDate ? undefined : formatOf(field.type)
  const value = defaultValue(field.description ?? '', shape, outline)
  return docOf(field, [
    ...(name === field.name
      ? []
      : [{ name: 'wire', text: /^[\w.-]+$/.test(field.name) ? field.name : stringLiteral(field.name) }]),
    ...(format === undefined ? [] : [{ name: 'format', text: format }]),
    ...(value === undefined ? [] : [{ name: 'defaultValue', text: value }]),
    ...field.examples.map((text) => ({ name: 'example', text })),
  ])
}

function docOf({ description, deprecated, disputes }: Documented, facts: Doc['tags']): Doc | undefined {
  const said = [description?.trim() ?? '', disputes.map(disputeLine).join('\n')].filter((part) => part !== '')
  const { message } = deprecated ?? {}
  const notice = { name: 'deprecated', ...(message !== undefined && { text: message }) }
  const tags = deprecated === undefined ? facts : [...facts, notice]
  return said.length + tags.length === 0 ? undefined : { text: said.join('\n\n'), tags }
}

function disputeLine({ fact, kept, reason, others }: Dispute): string {
  const otherwise = others.map(({ said, variants }) => `${said} in ${variants.join(', ')}`)
  return `The docs dispute ${fact}: ${kept} was kept (${reason}); ${otherwise.join('; ')}.`.replace(/\s+/g, ' ')
}

/** The format that the type itself does not show. */
function formatOf(type: Type): string | undefined {
  if (type.kind === 'bytes') return 'binary'
  if (type.kind === 'date' && type.time !== 'unknown') return type.time ? 'date-time' : 'date'
  if (type.kind === 'number' && (type.format === 'int32' || type.format === 'int64')) return type.format
  return undefined
}
