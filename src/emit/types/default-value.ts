// Knows when the prose of a field gives its default beyond doubt.

import type { LiteralValue } from '../../ir/type.js'
import { constantLiteral } from '../escape.js'
import type { Outline } from '../outline.js'
import { membersOf, type Shape } from '../shape.js'

/** What says that a default follows, with what stands before it: nothing that could turn its meaning round. */
const LEAD = String.raw`(?<=^|[.;:,([\n]\s*|\b(?:the|it|this|and|which|value)\s)`
const WORDS = String.raw`(?:defaults?\s+(?:value\s+)?(?:to|is)|default(?:\s+value)?\s*[:=]|defaults?(?=\s+[\x60"'\d]))`
const VALUE = String.raw`(?:\x60([^\x60\n]+)\x60|"([^"\n]+)"|'([^'\n]+)'|(-?[A-Za-z\d](?:[\w.-]*\w)?))`
/** What may follow: an end, or the condition under which any default holds. */
const MISSING = String.raw`(?:(?:it\s+is\s+|it's\s+)?(?:not|un(?:set|defined|specified)|omitted|absent|missing|null|none|no\s+value|left)\b)`
const END = String.raw`(?=\s*$|\s*\n|\s*[.;)\]](?:\s|$)|\s+(?:if|when)\s+${MISSING}|\s+which\b)`
const pattern = new RegExp(`(?=default)${LEAD}${WORDS}\\s*${VALUE}${END}`, 'gi')
/** A second way in which the text speaks of what holds by default. */
const mention = /\bdefault(?:s|ed|ing)?\s+(?:value\s+)?(?:to|is|of)\b|\bdefault(?:\s+value)?\s*[:=]/gi

/**
 * The default that a description states, as code: `Defaults to \`desc\`.` gives `"desc"`. Undefined where it states none, more
 * than one, one that depends on something, or one that is no value of the field. Bare words count for constants, truth values
 * and numbers only.
 */
export function defaultValue(description: string, shape: Shape, outline: Outline): string | undefined {
  const found = [...description.matchAll(pattern)]
  if (found.length !== 1 || [...description.matchAll(mention)].length > 1) return undefined
  const [, code, double, single, bare] = found[0] ?? []
  const quoted = double ?? single
  const value = valueOf({
    text: quoted ?? code ?? bare ?? '',
    isMarked: bare === undefined,
    isText: quoted !== undefined,
  })
  return value(shape, outline)
}

interface Stated {
  readonly text: string
  /** Whether it stands between quotes or back-ticks. */
  readonly isMarked: boolean
  /** Whether it stands between quotes, so that it is a text. */
  readonly isText: boolean
}

function valueOf({ text, isMarked, isText }: Stated): (shape: Shape, outline: Outline) => string | undefined {
  const bare = text.replace(/^(["'])(.*)\1$/, '$2')
  const fits = (shape: Shape, outline: Outline): LiteralValue | undefined => {
    switch (shape.kind) {
      case 'boolean':
        return isText ? undefined : ({ true: true, false: false } as const)[text.toLowerCase()]
      case 'number': {
        const number = /^-?\d+(?:\.\d+)?$/.test(text) && !isText ? Number(text) : undefined
        return number === undefined || (shape.integer && !Number.isInteger(number)) ? undefined : number
      }
      case 'literal':
        return String(shape.value) === bare ? shape.value : undefined
      case 'string':
        return isMarked && !/^(?:null|undefined|none)$/.test(text) ? bare : undefined
      case 'union':
        return membersOf(shape)
          .map((member) => fits(member, outline))
          .find((value) => value !== undefined)
      case 'ref': {
        const entry = outline.byId.get(shape.id)
        const values = entry?.kind === 'enum' ? entry.model.values.map(({ value }) => value) : []
        return values.find((value) => String(value) === bare)
      }
      default:
        return undefined
    }
  }
  return (shape, outline) => {
    const value = fits(shape, outline)
    return value === undefined ? undefined : constantLiteral(value)
  }
}
