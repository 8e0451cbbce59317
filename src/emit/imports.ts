// Knows how generated files import one another.

import { compareText, sortBy } from '../text/compare.js'
import { importPath } from './names.js'
import type { Entry, Outline } from './outline.js'
import type { ImportStatement } from './statement.js'

/** What a file imports of each other model. */
export interface ModelImports {
  /** Path of the importing file. */
  readonly file: string
  /** Folder, with `/` at its end, of the files imported; without it they are the files of the types. */
  readonly folder?: string
  /** The names imported of a model, and whether they are types only. */
  readonly names: (target: Entry) => readonly string[]
  readonly areTypes: boolean
}

/** The imports of what a model refers to, itself excepted, in the order of {@link sortImports}. */
export function importRefs(
  entry: Entry,
  { byId }: Outline,
  { file, folder, names, areTypes }: ModelImports,
): ImportStatement[] {
  return sortImports(
    entry.refs.flatMap((id): ImportStatement[] => {
      const target = byId.get(id)
      if (target === undefined || target === entry) return []
      const listed = [...names(target)].sort(compareText).map((name) => ({ name, isType: areTypes }))
      return listed.length === 0
        ? []
        : [
            {
              kind: 'import',
              from: importPath(file, folder === undefined ? target.typePath : folder + target.path),
              names: listed,
            },
          ]
    }),
  )
}

/** The names that code uses as they stand: no keys, no properties, nothing inside a string. */
export function namesIn(code: string): ReadonlySet<string> {
  const bare = code.replace(/"(?:[^"\\]|\\.)*"?/g, '""')
  return new Set(bare.match(/(?<![.\w$]|\bget )[A-Za-z_$][\w$]*(?![\w$]|:)/g))
}

/** Imports in the order in which people read them: packages, then the files further up, then those beside. */
export function sortImports(imports: readonly ImportStatement[]): ImportStatement[] {
  return sortBy(imports, ({ from }) => [from.startsWith('.') ? 1 : 0, from.startsWith('./') ? 1 : 0, from])
}
