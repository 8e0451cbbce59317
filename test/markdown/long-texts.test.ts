// Knows which lines, headings and names of a page are too long, however the page is read.

import { expect, test } from 'vitest'
import { readPage } from '../../src/markdown/read-page.js'
import { showDiagnostic } from './pages.js'

const limits = { rows: 9, columns: 9, line: 60, heading: 12, name: 8 }

function door(parts: {
  readonly title?: string
  readonly section?: string
  readonly name?: string
  readonly text?: string
}) {
  const { title = 'Door', section = 'Fields', name = '`a`', text = 'x' } = parts
  return `# ${title}\n\n\n## ${section}\n\n| A | B |\n| - | - |\n| ${name} | ${text} |\n`
}

test.each([
  ['nothing', door({}), []],
  ['a line', door({ text: 'x'.repeat(60) }), ['CG113 8:1']],
  ['a title', door({ title: 'D'.repeat(13) }), ['CG113 1:3']],
  ['a title as long as it may be', door({ title: 'D'.repeat(12) }), []],
  ['a section', door({ section: 'F'.repeat(13) }), ['CG113 4:4']],
  ['a heading in a section', `${door({})}\n### \`${'x'.repeat(12)}\`\n`, ['CG113 10:5']],
  ['a name', door({ name: `\`${'a'.repeat(7)}\`` }), ['CG113 8:3']],
  ['a name as long as it may be', door({ name: `\`${'a'.repeat(6)}\`` }), []],
])('%s', async (_, text, found) => {
  for (const own of [text, text.replaceAll('\n', '\r\n')]) {
    const { diagnostics } = await readPage('a.md', own, limits)
    expect(diagnostics.map(showDiagnostic)).toEqual(found)
  }
})
