// Knows the form of every JSON document that a command prints.

import { jsonText } from '../text/json-text.js'

/** A JSON document as it is printed; its form has a version. */
export function printJson(content: object): string {
  return jsonText({ version: 1, ...content })
}
