// Knows how to read XML strictly enough to tell whether a document is well-formed: elements, attributes, text, references.

/** An element, its text that of all its own text nodes together. */
export interface XmlElement {
  readonly name: string
  readonly attributes: { readonly [name: string]: string }
  readonly children: readonly XmlElement[]
  readonly text: string
}

const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u
const named: { readonly [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const tag = /<(\/?)([A-Za-z_][\w.-]*)((?:\s+[A-Za-z_][\w.-]*="[^"<]*")*)\s*(\/?)>/y
const content = /[^<]+/y
const attribute = /([A-Za-z_][\w.-]*)="([^"]*)"/g

/** The root element of a document. Throws where the document is not well-formed. Knows no DTD, comment, CDATA or namespace. */
export function parseXml(document: string): XmlElement {
  const character = forbidden.exec(document)
  if (character !== null) throw new Error(`forbidden character at ${character.index}`)
  const prolog = /^<\?xml version="1\.0" encoding="UTF-8"\?>\s*/.exec(document)
  if (prolog === null) throw new Error('no XML declaration')
  const top: OpenElement = { name: '', attributes: {}, children: [], text: '' }
  const open = [top]
  let offset = prolog[0].length
  while (offset < document.length) {
    const current = open.at(-1) ?? top
    const text = matchAt(content, document, offset)
    if (text !== undefined) {
      current.text += resolve(text[0])
      offset += text[0].length
      continue
    }
    const found = matchAt(tag, document, offset)
    if (found === undefined) throw new Error(`no markup at ${offset}: ${document.slice(offset, offset + 40)}`)
    const [whole, closing, name = '', attributes = '', empty] = found
    offset += whole.length
    if (closing === '/') {
      if (current.name !== name || current === top) throw new Error(`</${name}> closes <${current.name}>`)
      open.pop()
      continue
    }
    const element: OpenElement = { name, attributes: readAttributes(attributes), children: [], text: '' }
    current.children.push(element)
    if (empty !== '/') open.push(element)
  }
  const [root, second] = top.children
  if (open.length > 1 || root === undefined || second !== undefined || top.text.trim() !== '')
    throw new Error('not one whole root element')
  return root
}

interface OpenElement extends XmlElement {
  readonly children: OpenElement[]
  text: string
}

function matchAt(pattern: RegExp, text: string, offset: number): RegExpExecArray | undefined {
  pattern.lastIndex = offset
  return pattern.exec(text) ?? undefined
}

function readAttributes(text: string): { readonly [name: string]: string } {
  const found: { [name: string]: string } = {}
  for (const [, name = '', value = ''] of text.matchAll(attribute)) {
    if (name in found) throw new Error(`attribute ${name} twice`)
    // A parser reads white space in an attribute as a blank, unless it is written as a reference.
    found[name] = resolve(value.replace(/[\t\n\r]/g, ' '))
  }
  return found
}

function resolve(text: string): string {
  return text.replace(/&(?:#(\d+)|([a-z]+));|&/g, (whole, code?: string, name?: string) => {
    const value = code === undefined ? named[name ?? ''] : String.fromCodePoint(Number(code))
    if (value === undefined) throw new Error(`unknown reference ${whole}`)
    return value
  })
}
