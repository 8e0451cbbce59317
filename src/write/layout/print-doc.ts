// Knows where a layout is broken so that its lines fit, by the algorithm of prettier.

import { flatText, willBreak, type ChoiceDoc, type Doc, type GroupDoc } from './doc.js'
import type { LayoutSettings } from './settings.js'

/** How far lines are set in, with the ways further in from there. */
interface Indent {
  readonly text: string
  readonly width: number
  readonly steps: readonly ('level' | 'two')[]
  level?: Indent
  two?: Indent
}

type Command = readonly [indent: Indent, isBroken: boolean, doc: Doc]
type Around = readonly [indent: Indent, isBroken: boolean]

/** A layout being printed. */
interface Printing {
  readonly settings: LayoutSettings
  readonly commands: Command[]
  readonly out: string[]
  /** The column at which the next text stands. */
  column: number
  /** What stands before the next text of a line, which an empty line does without. */
  margin: string
  /** Whether a line was broken where nothing should be, so that the next group is measured again. */
  remeasures: boolean
}

/** The text of a layout. All that is measured must be as many columns wide as it has characters. */
export function printDoc(doc: Doc, settings: LayoutSettings): string {
  const start: Indent = { text: '', width: 0, steps: [] }
  const printing: Printing = {
    settings,
    commands: [[start, true, doc]],
    out: [],
    column: 0,
    margin: '',
    remeasures: false,
  }
  for (let command = printing.commands.pop(); command !== undefined; command = printing.commands.pop())
    printOne(command, printing)
  return printing.out.join('')
}

function printOne([indent, isBroken, doc]: Command, printing: Printing): void {
  const { commands, settings } = printing
  if (typeof doc === 'string') return write(doc, printing)
  if (!('kind' in doc)) return pushAll(doc, [indent, isBroken], commands)
  switch (doc.kind) {
    case 'break':
      return
    case 'line':
      if (!isBroken && !doc.isHard) return write(doc.flat, printing)
      if (!isBroken) printing.remeasures = true
      return breakLine(indent, printing)
    case 'indent':
      commands.push([furtherIn(indent, doc.by, settings), isBroken, doc.contents])
      return
    case 'follow':
      commands.push([doc.group.wasBroken ? furtherIn(indent, 'level', settings) : indent, isBroken, doc.contents])
      return
    case 'if':
      return write(chosenText(doc, isBroken), printing)
    case 'fill':
      return printFill(doc.parts, indent, printing)
    case 'group':
    case 'choice':
      return printGroup(doc, [indent, isBroken], printing)
  }
}

function printGroup(doc: GroupDoc | ChoiceDoc, [indent, isBroken]: Around, printing: Printing): void {
  const { commands } = printing
  const [contents, breaks] = doc.kind === 'group' ? [doc.contents, doc.breaks] : [doc.states[0], false]
  const isMeasured = isBroken || printing.remeasures
  if (isMeasured) printing.remeasures = false
  const isFlat = isMeasured ? !breaks && fits([indent, false, contents], printing) : !breaks
  if (doc.kind === 'group') doc.wasBroken = !isFlat
  if (isFlat && doc.kind === 'group') return write(flatText(doc), printing)
  if (isFlat) commands.push([indent, false, contents])
  else if (doc.kind === 'group') commands.push([indent, true, contents])
  else {
    const found = doc.states.slice(1, -1).find((state) => fits([indent, false, state], printing))
    commands.push(found === undefined ? [indent, true, doc.states.at(-1) ?? contents] : [indent, false, found])
  }
}

function chosenText({ broken, flat, group }: Extract<Doc, { kind: 'if' }>, isBroken: boolean): string {
  return (group === undefined ? isBroken : group.wasBroken) ? broken : flat
}

function pushAll(docs: readonly Doc[], [indent, isBroken]: Around, commands: Command[]): void {
  for (let index = docs.length - 1; index >= 0; index -= 1) commands.push([indent, isBroken, docs[index] ?? ''])
}

/** Contents without lines in them: a line between two of them is broken where the second has no room. */
function printFill(parts: readonly Doc[], indent: Indent, printing: Printing): void {
  for (const [index, part] of parts.entries()) {
    if (index % 2 === 0) write(plainText(part), printing)
    else if (printing.column + 1 + plainText(parts[index + 1] ?? '').length > printing.settings.printWidth)
      breakLine(indent, printing)
    else write(' ', printing)
  }
}

function plainText(doc: Doc): string {
  if (typeof doc === 'string') return doc
  if (!('kind' in doc)) return doc.map(plainText).join('')
  return doc.kind === 'if' ? chosenText(doc, true) : flatText(doc)
}

function write(text: string, printing: Printing): void {
  if (text === '') return
  printing.out.push(printing.margin, text)
  printing.margin = ''
  printing.column += text.length
}

function breakLine(indent: Indent, printing: Printing): void {
  const last = printing.out.at(-1)
  if (last?.endsWith(' ') === true) printing.out[printing.out.length - 1] = last.trimEnd()
  printing.out.push('\n')
  printing.column = indent.width
  printing.margin = indent.text
}

/** Whether a command fits on the line, with all that follows it there. */
function fits(next: Command, { commands, column, settings }: Printing): boolean {
  let room = settings.printWidth - column
  let rest = commands.length
  // A blank counts once something follows it.
  let blanks = 0
  const own: Command[] = [next]
  const take = (text: string): void => {
    if (text === '') return
    const shown = text.trimEnd()
    room -= shown === '' ? 0 : blanks + shown.length
    blanks = shown === '' ? blanks + text.length : text.length - shown.length
  }
  while (room >= 0) {
    const command = own.pop() ?? commands[(rest -= 1)]
    if (command === undefined) return true
    const [indent, isBroken, doc] = command
    if (typeof doc === 'string') takeString(doc)
    else if (!('kind' in doc)) pushAll(doc, [indent, isBroken], own)
    else if (doc.kind === 'line') {
      if (isBroken || doc.isHard) return true
      take(doc.flat)
    } else if (doc.kind === 'group') {
      if (!isBroken && !doc.breaks && !willBreak(doc)) take(flatText(doc))
      else own.push([indent, isBroken || doc.breaks, doc.contents])
    } else if (doc.kind === 'choice') own.push([indent, isBroken, isBroken ? (doc.states.at(-1) ?? '') : doc.states[0]])
    else if (doc.kind === 'indent' || doc.kind === 'follow') own.push([indent, isBroken, doc.contents])
    else if (doc.kind === 'if') takeString(chosenText(doc, isBroken))
    else if (doc.kind === 'fill') pushAll(doc.parts, [indent, isBroken], own)
  }
  return false

  function takeString(text: string): void {
    if (text === '') return
    room -= blanks + text.length
    blanks = 0
  }
}

/** Lines set in by a level more, or by two blanks; with tabs, blanks within a level become one. */
function furtherIn(indent: Indent, by: 'level' | 'two', settings: LayoutSettings): Indent {
  return (indent[by] ??= indentOf([...indent.steps, by], settings))
}

function indentOf(steps: Indent['steps'], { useTabs, tabWidth }: LayoutSettings): Indent {
  const last = steps.lastIndexOf('level')
  const inner = steps.slice(0, last + 1)
  const blanks = ' '.repeat(2 * (steps.length - 1 - last))
  const levels = inner.filter((step) => step === 'level').length
  const twos = inner.length - levels
  const text = useTabs ? '\t'.repeat(inner.length) : ' '.repeat(tabWidth * levels + 2 * twos)
  return { text: text + blanks, width: (useTabs ? inner.length * tabWidth : text.length) + blanks.length, steps }
}
