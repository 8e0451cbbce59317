// Knows which role a folder of pages has, whatever it is called.

import { splitWords } from '../../text/words.js'

const SYNONYMS: { readonly [folder: string]: string } = {
  shared: 'shared',
  components: 'shared',
  operations: 'operations',
  requests: 'operations',
  errors: 'errors',
  sdkerrors: 'errors',
  apierrors: 'errors',
}
const FLAT = ['models', 'docs', 'api', 'model', '.', '..', '']

/**
 * The role of the folder that a page lies in, one word for all its synonyms; empty where docs have no such folders, which
 * is so too where the folder is named for the language of the docs.
 */
export function namespaceOf(language: string, file: string): string {
  const folder = file.split('/').at(-2) ?? ''
  const name = folder.toLowerCase()
  if (FLAT.includes(name) || splitWords(folder).some((word) => word.toLowerCase() === language)) return ''
  return Object.hasOwn(SYNONYMS, name) ? (SYNONYMS[name] ?? name) : name
}
