// Knows how the data of the page is read: what stands behind its numbers.

/**
 * @typedef {import('../../src/drift/html/data.js').ReportData} ReportData
 * @typedef {import('../../src/drift/html/data.js').PackedModel} PackedModel
 * @typedef {import('../../src/drift/html/data.js').PackedFinding} PackedFinding
 * @typedef {import('../../src/drift/html/data.js').ReportRule} ReportRule
 * @typedef {import('../../src/drift/html/data.js').RowPart} RowPart
 * @typedef {'error' | 'warning' | 'info'} SeverityId
 * @typedef {{ [P in Exclude<RowPart, 'row'>]?: string } & { readonly place: string }} Words
 * @typedef {{ readonly name: string, readonly cells: readonly (Words | undefined)[] }} RowWords
 */

/** @type {readonly (Exclude<RowPart, 'row'>)[]} */
const parts = ['name', 'type', 'required', 'description', 'example']

/** @type {readonly SeverityId[]} */
const severityIds = ['error', 'warning', 'info']

/** What stands for a severity besides its colour, and its word for so many. */
const severityMarks = { error: '✕', warning: '▲', info: '●' }

/** @type {ReportData} */
const data = JSON.parse(byId('data').textContent ?? '')

/** The variants that have a column. */
const columns = data.variants.flatMap((variant, index) => (variant.isShown ? [{ ...variant, index }] : []))

/** @type {ReadonlyMap<string, ReportRule>} */
const rules = new Map(data.rules.map((rule) => [rule.id, rule]))

/** @type {ReadonlyMap<string, PackedModel>} */
const models = new Map(data.models.map((model) => [model.id, model]))

/** @param {number} id */
function textOf(id) {
  return data.texts[id] ?? ''
}

/**
 * What people call a variant: its language, or its name where several have that.
 * @param {number} index
 */
function labelOf(index) {
  const variant = data.variants[index]
  if (variant === undefined) return 'unknown'
  return data.variants.filter(({ label }) => label === variant.label).length === 1 ? variant.label : variant.id
}

/**
 * The file of each variant's page of a model.
 * @param {PackedModel} model
 */
function filesOf(model) {
  return new Map(model.pages.map(([variant, , folder, file]) => [variant, textOf(folder) + textOf(file)]))
}

/**
 * What each variant says of the page itself.
 * @param {PackedModel} model
 * @returns {RowWords}
 */
function pageWords(model) {
  /** @type {(Words | undefined)[]} */
  const cells = data.variants.map(() => undefined)
  for (const [variant, words, folder, file, line] of model.pages)
    cells[variant] = { ...wordsOf(words), place: `${textOf(folder)}${textOf(file)}:${line}` }
  return { name: 'Page', cells }
}

/**
 * What each variant says of each row of a model.
 * @param {PackedModel} model
 * @returns {RowWords[]}
 */
function rowWords(model) {
  const files = filesOf(model)
  /** @type {number[]} */
  const last = []
  return model.rows.map(([name, ...cells]) => ({
    name: textOf(name),
    cells: cells.map((cell, variant) => {
      if (cell === 0) return undefined
      const [words, line, file] = typeof cell === 'number' ? [cell, (last[variant] ?? 0) + 1] : cell
      last[variant] = line
      return { ...wordsOf(words - 1), place: `${file === undefined ? files.get(variant) : textOf(file)}:${line}` }
    }),
  }))
}

/** @param {number} id */
function wordsOf(id) {
  const ids = data.words[id] ?? []
  return Object.fromEntries(ids.flatMap((text, index) => (text < 0 ? [] : [[parts[index] ?? '', textOf(text)]])))
}

/**
 * `file:line:column` of a finding or witness.
 * @param {PackedModel} model
 * @param {number} variant
 * @param {readonly [line: number, column: number, file?: number]} place
 */
function placeText(model, variant, [line, column, file]) {
  return `${file === undefined ? filesOf(model).get(variant) : textOf(file)}:${line}:${column}`
}

/**
 * A line of a patch as git takes it: runs of blanks and dashes are kept as one private character each.
 * @param {number} id
 */
function patchLine(id) {
  const line = textOf(id)
  if (line.startsWith('\uf8ff')) return line.slice(1)
  return line.replace(/[\ue000-\uefff]/g, (character) => {
    const code = character.charCodeAt(0)
    return code < 0xe800 ? ' '.repeat(code - 0xe000) : '-'.repeat(code - 0xe800)
  })
}

/**
 * The name of a row as the page's address has it; empty for the page itself.
 * @param {PackedModel} model
 * @param {number} row
 */
function rowName(model, row) {
  return row < 0 ? '' : textOf(model.rows[row]?.[0] ?? -1)
}
