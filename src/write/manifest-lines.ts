// Knows how single files are found in the text of a manifest, and noted in it anew, without reading or printing the others.

import { fileLine, parseFile, pendingLines, type Manifest, type ManifestFile } from './manifest.js'

/** The manifest of a run that has ended, as it lies on disk. */
export interface ManifestLines {
  /** Key of the settings the files were formatted with. */
  readonly format: string
  /** What is noted of a file; undefined where it is none of ours. */
  fileAt(path: string): ManifestFile | undefined
  /** The text with other notes of some files that it has. */
  with(files: Manifest['files']): string
  /** The text while files are about to be written. */
  withPending(pending: Manifest['pending']): string
}

const HEAD = /^\{\n {2}"about": [^\n]+\n {2}"version": 1,\n {2}"format": ("[^\n]*"),\n/
const END = '\n}\n'

/** Opens a text that was printed by us, which the caller vouches for; undefined where it is laid out otherwise, or of a run that did not end. */
export function openManifest(text: string): ManifestLines | undefined {
  const [, format] = HEAD.exec(text) ?? []
  if (format === undefined || !text.endsWith(`\n  }${END}`) || text.includes('\n  "pending": ')) return undefined
  return {
    format: String(JSON.parse(format)),
    fileAt: (path) => {
      const place = placeOf(path, text)
      return place && parseFile(JSON.parse(text.slice(place.value, place.end)))
    },
    with: (files) => {
      const places = [...files].flatMap(([path, file]) => {
        const place = placeOf(path, text)
        return place === undefined ? [] : [{ ...place, line: fileLine(path, file) }]
      })
      const parts: string[] = []
      let from = 0
      for (const { start, end, line } of places.sort((a, b) => a.start - b.start)) {
        parts.push(text.slice(from, start), line)
        from = end
      }
      return parts.join('') + text.slice(from)
    },
    withPending: (pending) => `${text.slice(0, -END.length)},\n${pendingLines(pending)}${END}`,
  }
}

/** Where the line of a file begins, what is noted of it, and where both end. */
interface Place {
  readonly start: number
  readonly value: number
  readonly end: number
}

function placeOf(path: string, text: string): Place | undefined {
  const key = `\n    ${JSON.stringify(path)}: `
  const before = text.indexOf(`${key}{`)
  if (before === -1) return undefined
  const value = before + key.length
  return { start: before + 1, value, end: text.indexOf('}', value) + 1 }
}
