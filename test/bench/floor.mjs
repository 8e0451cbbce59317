// Knows the least that the work on some folders can cost: nothing, listing, reading, or parsing with mdast alone.

import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

const [, , what, step = '1', ...folders] = process.argv

if (what !== 'nothing') {
  const files = folders.flatMap((folder) => filesBelow(folder))
  if (what === 'stat') for (const file of files) lstatSync(file)
  if (what === 'read') for (const file of files) readFileSync(file)
  if (what === 'mdast') await parse(files.filter((file, index) => file.endsWith('.md') && index % Number(step) === 0))
}

/** @returns {string[]} */
function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
}

/** @param {readonly string[]} files */
async function parse(files) {
  const { fromMarkdown } = await import('mdast-util-from-markdown')
  const { gfmTableFromMarkdown } = await import('mdast-util-gfm-table')
  const { gfmTable } = await import('micromark-extension-gfm-table')
  const extensions = { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] }
  for (const file of files) fromMarkdown(readFileSync(file, 'utf8'), extensions)
}
