// Knows what of an expression decides how prettier breaks it: whether it is short, simple, stiff, or may be opened.

import { isLongChain } from './chain.js'
import { quoted, type LayoutSettings } from './settings.js'
import type { Expression } from '../../emit/syntax/syntax.js'

/** Whether they are numbers only, which fill their lines. */
export function areNumbers(items: readonly Expression[]): boolean {
  const isNumber = (item: Expression): boolean =>
    item.kind === 'number' || (item.kind === 'unary' && item.operator === '-' && item.value.kind === 'number')
  return items.length > 0 && items.every(isNumber)
}

/** Whether functions are put together, each of which gets a line. */
export function isComposition(args: readonly Expression[]): boolean {
  if (args.length <= 1) return false
  const isCalled = (arg: Expression): boolean =>
    arg.kind === 'noted'
      ? isCalled(arg.value)
      : arg.kind === 'call' && !arg.isNew && arg.args.some(({ kind }) => kind === 'arrow')
  return args.filter(({ kind }) => kind === 'arrow').length > 1 || args.some(isCalled)
}

/** Whether the last argument may be opened while the others stay beside the bracket. */
export function hugsLast(args: readonly Expression[]): boolean {
  const [last, before] = [args.at(-1), args.at(-2)]
  if (last === undefined || !opens(last) || before?.kind === last.kind) return false
  if (args.length === 2 && before?.kind === 'arrow' && last.kind === 'array') return false
  return !(args.length > 1 && last.kind === 'array' && areNumbers(last.items))
}

function opens(value: Expression): boolean {
  if (value.kind === 'object') return value.properties.length > 0
  if (value.kind === 'array') return value.items.length > 0
  if (value.kind !== 'arrow') return false
  const { body } = value
  return body.kind === 'array' || (body.kind === 'call' && !body.isNew)
}

/** Whether it is too simple to be put on a line of its own in a long chain. */
export function isSimple(value: Expression, depth = 2): boolean {
  if (depth <= 0) return false
  const isSimpler = (inner: Expression): boolean => isSimple(inner, depth - 1)
  switch (value.kind) {
    case 'object':
      return value.properties.every(({ key, value: own }) => {
        return key.kind !== 'computed' && own?.kind !== 'getter' && (own === undefined || isSimpler(own))
      })
    case 'array':
      return value.items.every(isSimpler)
    case 'call':
      return isSimple(value.callee, depth) && value.args.length <= depth && value.args.every(isSimpler)
    case 'member':
      return isSimple(value.object, depth)
    case 'index':
      return isSimple(value.object, depth) && isSimple(value.index, depth)
    case 'unary':
      return value.operator !== 'typeof' && isSimple(value.value, depth)
    case 'noted':
      return isSimple(value.value, depth)
    default:
      return value.kind === 'name' || value.kind === 'string' || value.kind === 'number' || value.kind === 'constant'
  }
}

/** Whether it is a text, or a chain of calls that cannot be broken well. */
export function isStiff(value: Expression, context: LayoutSettings): boolean {
  if (value.kind === 'unary') return isStiff(value.value, context)
  return value.kind === 'string' || isStiffChain(value, context, false)
}

function isStiffChain(value: Expression, context: LayoutSettings, isInner: boolean): boolean {
  switch (value.kind) {
    case 'call': {
      if (value.isNew || isLongChain(value)) return false
      const [only, ...more] = value.args
      if (only !== undefined && (more.length > 0 || !isLoneShort(only, context))) return false
      if (value.types.length > 1 || value.types.some(({ kind }) => kind === 'union' || kind === 'empty')) return false
      return isStiffChain(value.callee, context, true)
    }
    case 'member':
    case 'index':
      return isStiffChain(value.object, context, true)
    default:
      return isInner && value.kind === 'name'
  }
}

/** Whether an only argument is so short that breaking before it wins nothing. */
function isLoneShort(value: Expression, context: LayoutSettings): boolean {
  const most = context.printWidth / 4
  switch (value.kind) {
    case 'name':
      return value.text.length <= most
    case 'string':
      return quoted(value.text, context).length <= most
    case 'unary':
      return value.operator !== 'typeof' && isLoneShort(value.value, context)
    case 'call':
      return (
        !value.isNew && value.args.length === 0 && value.callee.kind === 'name' && value.callee.text.length <= most - 2
      )
    default:
      return value.kind === 'number' || value.kind === 'constant'
  }
}
