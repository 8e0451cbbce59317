// Knows the lines at the top of every generated file.

import template from '../../templates/emit/header.txt?raw'
import { fillTemplate } from '../text/template.js'

/**
 * The lines of the header, without comment marks; none where the text given is empty.
 * @param command - what writes the file anew
 * @param own - a text in place of ours; it may name the slot `{{command}}` once
 */
export function headerLines(command: string, own: string | null = null): readonly string[] {
  const text = own ?? template
  const filled = fillTemplate(text, own?.includes('{{command}}') === false ? {} : { command })
  if (filled.kind === 'faulty' && own === null)
    throw new Error(`templates/emit/header.txt: ${filled.faults.join('; ')}`)
  const lines = (filled.kind === 'filled' ? filled.text : text).trimEnd()
  return lines === '' ? [] : lines.split(/\r?\n/)
}
