// Knows how docs of any size are made of the invented API in `fixtures/quickstart`: as many copies of it as are asked for.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

const source = join(import.meta.dirname, '../../fixtures/quickstart/docs')
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /models\/(?!utils).*\.md$/i.test(file),
)
const texts = files.map((file) => readFileSync(join(source, file), 'utf8'))
const names = new Set(files.map((file) => squashed(basename(file, '.md'))))

/** The languages of the docs: the folders that {@link writeDocs} fills. */
export const languages: readonly string[] = readdirSync(source).sort()

/** Writes whole copies of the docs below a folder, as many as come nearest to so many pages; gives the number of pages. */
export function writeDocs(folder: string, pages: number): number {
  const copies = Math.max(1, Math.round(pages / files.length))
  for (let copy = 0; copy < copies; copy += 1) {
    for (const [index, file] of files.entries()) {
      const path = join(folder, dirname(file), `${named(basename(file, '.md'), copy)}.md`)
      if (copy === 0) mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, named(texts[index] ?? '', copy))
    }
  }
  return copies * files.length
}

/** A page of one model with as many fields, and the folder of one language around it. */
export function writeLongPage(folder: string, rows: number): void {
  const cells = Array.from(
    { length: rows },
    (_, row) => `| \`field_${row}\` | *str* | :heavy_check_mark: | Number ${row}. |`,
  )
  const head = '| Field | Type | Required | Description |\n| ----- | ---- | -------- | ----------- |'
  mkdirSync(join(folder, 'python'), { recursive: true })
  writeFileSync(join(folder, 'python', 'long.md'), `# Long\n\n\n## Fields\n\n${head}\n${cells.join('\n')}\n`)
}

/** A text with another word behind every name of a model, in the case in which the name is written. */
function named(text: string, copy: number): string {
  const word = copy.toString(26).replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 26)))
  if (copy === 0) return text
  return text.replace(/[A-Za-z_]+/g, (token) => {
    if (!names.has(squashed(token))) return token
    return token === token.toLowerCase() ? `${token}x${word}` : `${token}X${word}`
  })
}

function squashed(name: string): string {
  return name.replaceAll('_', '').toLowerCase()
}
