// Knows the lines at the top of every generated file.

import template from '../../templates/emit/header.txt?raw'
import { fillTemplate } from '../text/template.js'

/** The lines of the header, without comment marks; `command` is what writes the file anew. */
export function headerLines(command: string): readonly string[] {
  const filled = fillTemplate(template, { command })
  if (filled.kind === 'faulty') throw new Error(`templates/emit/header.txt: ${filled.faults.join('; ')}`)
  return filled.text.trimEnd().split(/\r?\n/)
}
