// Knows how a shape is converted between the wire and the program: the expression that builds its codec.

import { taggedMembers } from '../discriminator.js'
import { stringLiteral, valueKey } from '../escape.js'
import type { Entry, Outline } from '../outline.js'
import { isNull, membersOf, type Shape } from '../shape.js'
import { changedModels, isInstant, sdkNames } from '../sides.js'
import { CONVERT, guardText } from './guard-text.js'

/** What the text of a conversion depends on. */
export interface CodecContext {
  /** The models under their own names. */
  readonly own: Outline
  /** The models under the names of their types on the wire. */
  readonly wire: Outline
  /** Ids of the models that look different on the two sides. */
  readonly changed: ReadonlySet<string>
  /** Ids of the models whose codecs may not stand yet when this one is built. */
  readonly late: ReadonlySet<string>
}

/** The context of all models, before one of them is looked at. */
export function codecContext(own: Outline, wire: Outline): CodecContext {
  return { own, wire, changed: changedModels(own), late: new Set() }
}

/** The name of a model's codec: `connectionCodec`. */
export function codecName(model: string): string {
  return `${model.charAt(0).toLowerCase()}${model.slice(1)}Codec`
}

/** The codec of an object or union, as an expression. */
export function modelCodecText(entry: Entry & { kind: 'object' | 'union' }, context: CodecContext): string {
  const same = `${CONVERT}.same`
  if (entry.kind === 'union') return taggedText(entry, context) ?? shapeText(entry.shape, context) ?? same
  const names = sdkNames(entry.properties)
  const lines = entry.properties.map(({ field, shape }) => {
    const name = stringLiteral(names.get(field.name) ?? field.name)
    const codec = shapeText(shape, context)
    return `  ${valueKey(field.name)}: [${codec === undefined ? name : `${name}, ${codec}`}],\n`
  })
  const properties = lines.length === 0 ? '{}' : `{\n${lines.join('')}}`
  const { additional } = entry
  const others = additional === undefined ? '' : `, ${shapeText(additional, context) ?? same}`
  return `${CONVERT}.object(${properties}${others})`
}

/** The types of a model on the wire and in the program, as type arguments. */
export function typesOf({ id, name }: Entry, { wire }: CodecContext): string {
  return `${wire.byId.get(id)?.name ?? name}, ${name}`
}

/**
 * Ids of the objects that have a codec: those that look different on the two sides, and those that a value is compared with
 * to find the member of a union that it is.
 */
export function objectsWithCodec(context: CodecContext): ReadonlySet<string> {
  const { entries, byId } = context.own
  const shapes = entries.flatMap((entry): (Shape | undefined)[] => {
    if (entry.kind === 'object') return [...entry.properties.map(({ shape }) => shape), entry.additional]
    return entry.kind === 'union' && taggedText(entry, context) === undefined ? [entry.shape] : []
  })
  const compared = shapes.flatMap((shape) => (shape === undefined ? [] : comparedIn(shape, context)))
  return new Set([...context.changed, ...compared].filter((id) => byId.get(id)?.kind === 'object'))
}

/** The codec of a shape; undefined where it is the same on both sides. */
function shapeText(shape: Shape, context: CodecContext, isMember = false): string | undefined {
  const wrapped = (name: string, inner: Shape): string | undefined => {
    const text = shapeText(inner, context, isMember)
    return text === undefined ? undefined : `${CONVERT}.${name}(${text})`
  }
  switch (shape.kind) {
    case 'date':
      return isInstant(shape) ? `${CONVERT}.dateTime` : undefined
    case 'array':
      return wrapped('arrayOf', shape.items)
    case 'map':
      return wrapped('mapOf', shape.values)
    case 'ref':
      return refText(shape.id, context, isMember)
    case 'union':
      return unionText(shape, context, isMember)
    default:
      return undefined
  }
}

function refText(id: string, { own, changed, late }: CodecContext, isMember: boolean): string | undefined {
  const target = own.byId.get(id)
  if (target === undefined || !(changed.has(id) || (isMember && target.kind === 'object'))) return undefined
  const name = codecName(target.name)
  return late.has(id) ? `${CONVERT}.lazy(() => ${name})` : name
}

function unionText(shape: Shape, context: CodecContext, isMember: boolean): string | undefined {
  const members = membersOf(shape).filter((member) => !isNull(member))
  const [converted, ...more] = members.filter((member) => shapeText(member, context) !== undefined)
  if (converted === undefined) return undefined
  if (more.length === 0 && isAlone(converted, members, context)) return shapeText(converted, context, isMember)
  const options = lastIfTotal(members, context).map((member) => {
    const guard = guardText(member, context.wire)
    const codec = shapeText(member, context, true)
    return codec === undefined ? `[${guard}]` : `[${guard}, ${codec}]`
  })
  return `${CONVERT}.anyOf(${options.join(', ')})`
}

/** The codec of a union whose members a constant tells apart, of the same property on either side. */
function taggedText(entry: Entry & { kind: 'union' }, context: CodecContext): string | undefined {
  const members = taggedMembers(entry, context.own)
  const wire = entry.model.discriminator
  if (members === undefined || wire === undefined) return undefined
  const names = new Set(members.map((member) => sdkNames(member.entry.properties).get(wire)))
  const [own, ...others] = names
  if (own === undefined || others.length > 0) return undefined
  const lines = members.flatMap(({ shape, tags }) => {
    const codec = shapeText(shape, context)
    return codec === undefined ? [] : tags.map((tag) => `  ${valueKey(tag)}: ${codec},\n`)
  })
  const keys = `{ own: ${stringLiteral(own)}, wire: ${stringLiteral(wire)} }`
  return lines.length === 0 ? undefined : `${CONVERT}.tagged(${keys}, {\n${lines.join('')}})`
}

/** Whether no other member can be taken for this one; whatever is not of its kind is left alone by its codec. */
function isAlone(member: Shape, members: readonly Shape[], context: CodecContext): boolean {
  const own = kindsOf(member, context)
  const others = members.filter((other) => other !== member).flatMap((other) => kindsOf(other, context))
  return own.every((kind) => !others.includes(kind))
}

/** The kinds of structure that a value of the shape can be. */
function kindsOf(shape: Shape, context: CodecContext): readonly ('object' | 'array')[] {
  if (shape.kind === 'array') return ['array']
  if (shape.kind === 'map') return ['object']
  if (shape.kind === 'unknown') return ['object', 'array']
  if (shape.kind === 'union') return shape.members.flatMap((member) => kindsOf(member, context))
  const target = shape.kind === 'ref' ? context.own.byId.get(shape.id) : undefined
  switch (target?.kind) {
    case 'object':
      return ['object']
    case 'union':
      return kindsOf(target.shape, context)
    case 'unknown':
      return ['object', 'array']
    default:
      return []
  }
}

/** A member that takes every value comes after all that take some. */
function lastIfTotal(members: readonly Shape[], { own }: CodecContext): readonly Shape[] {
  const isTotal = (member: Shape): boolean => member.kind === 'ref' && own.byId.get(member.id)?.isTotal === true
  return [...members.filter((member) => !isTotal(member)), ...members.filter(isTotal)]
}

/** The ids of the objects whose keys are compared where a shape is converted. */
function comparedIn(shape: Shape, context: CodecContext, isMember = false): readonly string[] {
  switch (shape.kind) {
    case 'array':
      return comparedIn(shape.items, context, isMember)
    case 'map':
      return comparedIn(shape.values, context, isMember)
    case 'ref':
      return isMember ? [shape.id] : []
    case 'union': {
      const isChoice = unionText(shape, context, false)?.startsWith(`${CONVERT}.anyOf(`) === true
      return shape.members.flatMap((member) => comparedIn(member, context, isMember || isChoice))
    }
    default:
      return []
  }
}
