// Knows how the text of a generated file is cut into tokens, and how a reader goes along them.

import { OtherSyntax } from './syntax.js'

/** A token with the number of line ends before it, the start of the text being one. Names and numbers are words, strings those of JSON; the last token is `end`. */
export interface Token {
  readonly kind: 'word' | 'string' | 'sign' | 'comment' | 'end'
  readonly text: string
  readonly above: number
}

/** Goes along tokens. What does not stand where it is expected throws {@link OtherSyntax}. */
export interface Reader {
  /** The token at which the reader stands, or one further on. */
  readonly peek: (ahead?: number) => Token
  readonly next: () => Token
  /** Whether the text stands here, and is no string; if so, the reader goes on. */
  readonly take: (text: string) => boolean
  readonly expect: (text: string) => void
  /** A word that may stand for a value or a type. */
  readonly word: () => string
  /** Any word: what is looked up behind a dot. */
  readonly lookup: () => string
}

const RESERVED =
  /^(?:await|async|break|case|catch|class|const|continue|debugger|default|delete|do|else|enum|export|extends|false|finally|for|function|if|implements|import|in|instanceof|interface|let|new|null|package|private|protected|public|return|static|super|switch|this|throw|true|try|typeof|var|void|while|with|yield)$/

/** Whether a word means something to the language, so that nothing can be called so. */
export function isReserved(word: string): boolean {
  return RESERVED.test(word)
}

const TOKEN =
  /([ \n]*)(?:([A-Za-z_$][\w$]*|\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|("(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*")|(\/\*(?!\/)[^]*?\*\/|\/\/[^\n]*)|(=>|===|!==|&&|\|\||\?\?|[{}()[\];,<>.:?=!|&*-])|$)/uy

/** The tokens of a text as a reader. */
export function readTokens(text: string): Reader {
  const tokens: Token[] = []
  TOKEN.lastIndex = 0
  while (tokens.at(-1)?.kind !== 'end') {
    const [, space = '', word, string, comment, sign] = TOKEN.exec(text) ?? [undefined, undefined]
    if (word === undefined && string === undefined && comment === undefined && sign === undefined && !isEnd(text))
      throw new OtherSyntax('a sign that generated files do not have')
    const kind =
      word !== undefined ? 'word' : string !== undefined ? 'string' : comment !== undefined ? 'comment' : 'sign'
    const found = word ?? string ?? comment ?? sign
    tokens.push({
      kind: found === undefined ? 'end' : kind,
      text: found ?? '',
      above: countLines(space) + (tokens.length === 0 ? 1 : 0),
    })
  }
  return readerOf(tokens)
}

/** Whether the last match has come to the end of the text. */
function isEnd(text: string): boolean {
  return TOKEN.lastIndex >= text.length
}

function countLines(space: string): number {
  let count = 0
  for (let at = space.indexOf('\n'); at !== -1; at = space.indexOf('\n', at + 1)) count += 1
  return count
}

function readerOf(tokens: readonly Token[]): Reader {
  const end: Token = { kind: 'end', text: '', above: 0 }
  let at = 0
  const peek = (ahead = 0): Token => tokens[at + ahead] ?? end
  const next = (): Token => {
    const token = peek()
    at += 1
    return token
  }
  const take = (text: string): boolean => {
    const { kind, text: found } = peek()
    if (found !== text || (kind !== 'word' && kind !== 'sign')) return false
    at += 1
    return true
  }
  const expect = (text: string): void => {
    if (!take(text)) throw new OtherSyntax(`${peek().text} instead of ${text}`)
  }
  const lookup = (): string => {
    const { kind, text } = next()
    if (kind !== 'word' || !/^[A-Za-z_$]/.test(text)) throw new OtherSyntax(`${text} instead of a name`)
    return text
  }
  const word = (): string => {
    const text = lookup()
    if (isReserved(text)) throw new OtherSyntax(`${text} instead of a name`)
    return text
  }
  return { peek, next, take, expect, word, lookup }
}

/** The text of a number, if it is written as prettier would. */
export function plainNumber(text: string): string {
  if (!/^\d+(?:\.\d*[1-9])?$/.test(text)) throw new OtherSyntax(`the number ${text}`)
  return text
}
