// Knows the notation of regular expressions, as far as it takes to tell how an engine goes back and forth in them.

/** A part of an expression. What looks ahead counts as if it took what it looks at, a reference back as one character; borders of words are not looked at. */
export type Part =
  | { readonly kind: 'one'; readonly accepts: (character: string) => boolean }
  | { readonly kind: 'all'; readonly parts: readonly Part[] }
  | { readonly kind: 'any'; readonly parts: readonly Part[] }
  | { readonly kind: 'repeat'; readonly part: Part; readonly least: number; readonly most: number }

/** What stands behind the last character. */
export const END = 'the end'

const nothing: Part = { kind: 'all', parts: [] }
const anything: Part = { kind: 'one', accepts: (character) => character !== END }
const anywhere: Part = { kind: 'repeat', part: anything, least: 0, most: Infinity }

/** The parts of an expression, with all that may stand before a match in front; throws at notation that it does not know. */
export function partsOf({ source, flags }: Pick<RegExp, 'source' | 'flags'>): Part {
  let at = 0
  const isLines = flags.includes('m')

  const take = (pattern: RegExp): RegExpExecArray | undefined => {
    const found = new RegExp(pattern.source, `${pattern.flags}y`)
    found.lastIndex = at
    const match = found.exec(source) ?? undefined
    at += match?.[0].length ?? 0
    return match
  }
  const characters = (text: string, wanted = true): Part => {
    const pattern = new RegExp(`^(?:${text})$`, flags.replace(/[gym]/g, ''))
    return { kind: 'one', accepts: (character) => character !== END && pattern.test(character) === wanted }
  }
  const newline = characters('[\\n\\r\\u2028\\u2029]')

  const readAny = (isTop: boolean): Part => {
    const parts: Part[] = []
    do parts.push({ kind: 'all', parts: [...(isTop ? [readLead()] : []), ...readAll()] })
    while (take(/\|/) !== undefined)
    return { kind: 'any', parts }
  }
  /** What may stand before a match: anything, what a look-behind or a line start wants, or nothing. */
  const readLead = (): Part => {
    const behind = take(/\(\?<(=|!)((?:\\.|\[(?:\\.|[^\]])*\]|[^()])+)\)/)
    if (behind !== undefined) {
      const last = characters(behind[2] ?? '', behind[1] === '=')
      const before: Part = { kind: 'all', parts: [anywhere, last] }
      return behind[1] === '=' ? before : { kind: 'any', parts: [nothing, before] }
    }
    const isFirst = take(/\^/) !== undefined
    if (flags.includes('y') || (isFirst && !isLines)) return nothing
    return isFirst ? { kind: 'any', parts: [nothing, { kind: 'all', parts: [anywhere, newline] }] } : anywhere
  }
  const readAll = (): readonly Part[] => {
    const parts: Part[] = []
    while (at < source.length && !/[|)]/.test(source.charAt(at))) parts.push(readRepeat())
    return parts
  }
  const readRepeat = (): Part => {
    const part = readOne()
    const [sign, , least, more, most] = take(/([*+?]|\{(\d+)(,?)(\d*)\})\??/) ?? []
    if (sign === undefined) return part
    if (least !== undefined) {
      const upTo = most !== '' ? Number(most) : more === '' ? Number(least) : Infinity
      return { kind: 'repeat', part, least: Number(least), most: upTo }
    }
    return { kind: 'repeat', part, least: sign.startsWith('+') ? 1 : 0, most: sign.startsWith('?') ? 1 : Infinity }
  }
  const readOne = (): Part => {
    const group = take(/\((\?(?:[:=!]|<[=!]|<\w+>))?/)
    if (group !== undefined) {
      const part = readAny(false)
      if (take(/\)/) === undefined) throw new Error(`no end of a group in /${source}/ at ${at}`)
      if (group[1]?.startsWith('?<=') === true || group[1] === '?<!') return nothing
      return group[1] === '?!' ? { kind: 'one', accepts: () => true } : part
    }
    if (take(/\\[bB]|\^/) !== undefined) return nothing
    if (take(/\$/) !== undefined)
      return {
        kind: 'one',
        accepts: (character) => character === END || (isLines && newline.kind === 'one' && newline.accepts(character)),
      }
    if (take(/\\(?:[1-9]|k<\w+>)/) !== undefined) return anything
    const set = take(/\[(?:\\.|[^\]\\])*\]|\\[pPu]\{[^}]*\}|\\u[\da-f]{4}|\\x[\da-f]{2}|\\c[A-Z]|\\.|[^\\*+?]/isu)
    if (set === undefined) throw new Error(`unknown notation in /${source}/ at ${at}`)
    return characters(set[0])
  }

  const whole = readAny(true)
  if (at < source.length) throw new Error(`unknown notation in /${source}/ at ${at}`)
  return whole
}
