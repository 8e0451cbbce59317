// Knows how generated code is laid out as prettier would, many times faster, as far as its form is known here.

import { hardline } from './doc.js'
import { layStatements } from './lay-statements.js'
import { printDoc } from './print-doc.js'
import { readFile } from '../../emit/syntax/read-statements.js'
import type { LayoutSettings } from './settings.js'
import { OtherSyntax } from '../../emit/syntax/syntax.js'
import { readTokens } from '../../emit/syntax/tokens.js'

/** The text as prettier lays it out; undefined where it holds anything that is unknown here, so that prettier itself must. */
export function layOut(text: string, settings: LayoutSettings): string | undefined {
  try {
    return printDoc([layStatements(readFile(readTokens(text)), settings), hardline], settings)
  } catch (error) {
    if (error instanceof OtherSyntax) return undefined
    throw error
  }
}
