// Knows what is told of a row that is open: its findings, and all languages below each other, cell by cell as written.

/** The heads of the columns, by the part of the row that they show. */
const partHeads = { name: 'Name', type: 'Type', required: 'Required', description: 'Description', example: 'Example' }

/**
 * @param {PackedModel} model
 * @param {RowWords} words
 * @param {readonly PackedFinding[]} findings
 */
function rowDetail(model, words, findings) {
  const sorted = findings.toSorted(
    (a, b) => severityIds.indexOf(a.severity) - severityIds.indexOf(b.severity) || a.variant - b.variant,
  )
  return [
    findings.length === 0
      ? h('p', { class: 'note' }, 'No findings here.')
      : h(
          'ul',
          { class: 'findings' },
          sorted.map((finding) => findingItem(model, words, finding)),
        ),
    comparison(words, findings),
  ]
}

/**
 * @param {PackedModel} model
 * @param {RowWords} words
 * @param {PackedFinding} finding
 */
function findingItem(model, words, finding) {
  const { severity, rule, variant, message, expected, place, cause, fixable } = finding
  const told = rules.get(rule)
  const said = (finding.witnesses ?? []).filter(([whose, text]) => !isTold(words.cells[whose], textOf(text)))
  return h(
    'li',
    { class: severity, id: `finding-${finding.fingerprint}` },
    h(
      'p',
      { class: 'what' },
      h('span', { class: 'severity' }, mark(severity), ` ${severity}`),
      h('strong', {}, labelOf(variant)),
      h('code', { title: told?.title }, rule),
    ),
    h('p', { class: 'message' }, textOf(message)),
    h(
      'dl',
      {},
      expected === undefined ? undefined : term('The model says', codeText(textOf(expected))),
      place === undefined ? undefined : term('Where', placeCode(placeText(model, variant, place))),
      cause === undefined ? term('Cause', told?.cause) : term('Likely cause', textOf(cause)),
      term('Fix', fixable === true ? 'The patch below mends it.' : told?.fix),
      said.length === 0
        ? undefined
        : term(
            'Said by',
            h(
              'ul',
              { class: 'witnesses' },
              said.map((witness) => witnessItem(model, witness)),
            ),
          ),
      ...partsTerm(finding),
    ),
  )
}

/**
 * Whether the words of a witness stand among those of its row.
 * @param {Words | undefined} words
 * @param {string} said
 */
function isTold(words, said) {
  return words !== undefined && (said === '' || parts.some((part) => words[part] === said))
}

/**
 * @param {PackedModel} model
 * @param {import('../../src/drift/html/data.js').PackedWitness} witness
 */
function witnessItem(model, [variant, said, ...place]) {
  const words = textOf(said)
  return h(
    'li',
    {},
    labelOf(variant),
    words === '' ? undefined : [' ', codeText(words)],
    ' ',
    placeCode(placeText(model, variant, place)),
  )
}

/** @param {PackedFinding} finding */
function partsTerm({ parts = [] }) {
  if (parts.length === 0) return []
  const links = parts.flatMap((part) => {
    const model = data.models[part]
    return model === undefined
      ? []
      : [h('li', {}, h('a', { href: addressOf({ ...readState(), field: undefined, model: model.id }) }, model.name))]
  })
  return term(`Missing with it (${grouped(parts.length)})`, h('ul', { class: 'parts' }, links))
}

/**
 * @param {string} name
 * @param {Child} value
 */
function term(name, value) {
  return [h('dt', {}, name), h('dd', {}, value)]
}

/**
 * All languages below each other; columns that nobody fills are left out.
 * @param {RowWords} words
 * @param {readonly PackedFinding[]} findings
 */
function comparison(words, findings) {
  const shown = parts.filter((part) => words.cells.some((cell) => (cell?.[part] ?? '') !== ''))
  if (shown.length === 0) return undefined
  const rows = words.cells.map((cell, variant) => {
    if (cell === undefined)
      return h(
        'tr',
        { class: 'absent' },
        h('th', { scope: 'row' }, labelOf(variant)),
        h('td', { colspan: shown.length + 1 }, 'says nothing of it'),
      )
    return h(
      'tr',
      {},
      h('th', { scope: 'row' }, labelOf(variant)),
      shown.map((part) => wordsCell(part, cell[part] ?? '', { findings, variant })),
      h('td', { class: 'where' }, placeCode(cell.place)),
    )
  })
  const heads = [...shown.map((part) => partHeads[part]), 'Where']
  return h(
    'div',
    { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'As written' },
    h(
      'table',
      { class: 'words' },
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          h('th', { scope: 'col' }, 'Language'),
          heads.map((head) => h('th', { scope: 'col' }, head)),
        ),
      ),
      h('tbody', {}, rows),
    ),
  )
}

/**
 * A cell as it is written, marked where a finding is about it.
 * @param {Exclude<RowPart, 'row'>} part
 * @param {string} text
 * @param {{ findings: readonly PackedFinding[], variant: number }} about
 */
function wordsCell(part, text, { findings, variant }) {
  const about = findings.filter(({ rule }) => rules.get(rule)?.part === part)
  const own = about.find((finding) => finding.variant === variant)
  const isBlind = about.some(({ blind = [] }) => blind.includes(variant))
  const expected = own?.expected === undefined ? '' : textOf(own.expected)
  return h(
    'td',
    { class: ['part', part, own === undefined ? '' : `odd ${own.severity}`].join(' ') },
    own === undefined ? undefined : [mark(own.severity), spoken('differs: ')],
    text === '' ? h('span', { class: 'faint' }, 'nothing') : content(part, text, expected),
    isBlind ? h('span', { class: 'blind' }, 'cannot say more') : undefined,
  )
}

/**
 * @param {Exclude<RowPart, 'row'>} part
 * @param {string} text
 * @param {string} expected what the model would say there; empty where it says nothing
 */
function content(part, text, expected) {
  if (part === 'required') return symbol(text)
  if (part === 'description') return h('span', {}, expected === '' ? text : changedPart(text, expected))
  return part === 'name' ? h('code', {}, text.replace(/^~~`(.*)`~~$/, '$1')) : codeText(text)
}

/**
 * A text with the part marked in which it differs from another.
 * @param {string} text
 * @param {string} other
 */
function changedPart(text, other) {
  const [own, wanted] = [[...text], [...other]]
  const most = Math.min(own.length, wanted.length)
  let start = 0
  while (start < most && own[start] === wanted[start]) start += 1
  let end = 0
  while (end < most - start && own[own.length - 1 - end] === wanted[wanted.length - 1 - end]) end += 1
  const changed = own.slice(start, own.length - end).join('')
  if (changed === '') return [text]
  return [own.slice(0, start).join(''), h('mark', {}, changed), own.slice(own.length - end).join('')]
}
