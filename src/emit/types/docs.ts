// Knows what the documentation comments of the emitted types say.

import type { Dispute, Field, Model } from '../../ir/model.js'
import type { Type } from '../../ir/type.js'
import type { Doc } from '../statement.js'

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

/** The comment of a property; undefined where there is nothing to say. */
export function fieldDoc(field: Field): Doc | undefined {
  const format = formatOf(field.type)
  return docOf(field, [
    ...(format === undefined ? [] : [{ name: 'format', text: format }]),
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
