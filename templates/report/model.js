// Knows how a model is shown: its rows side by side in all languages, what is at odds in them, and the patches.

/** Rows with findings that are open from the start, if they are no more than so many. */
const OPEN = 4

/**
 * Shows a model.
 * @param {PackedModel} model
 * @param {State} state
 */
function showModel(model, state) {
  const isAsked = filterOf(state)
  const findings = model.findings.filter(isAsked)
  const rows = [pageWords(model), ...rowWords(model)]
  const languages = data.variants.map((_, index) => index)
  const touched = new Set(findings.map(({ row }) => row))
  const isOpen = (/** @type {number} */ row) =>
    state.field === undefined ? touched.has(row) && touched.size <= OPEN : state.field === rowName(model, row)
  const table = h(
    'table',
    { class: 'sheet' },
    h('caption', { class: 'sr' }, `${model.name} in ${plural(languages.length, 'language')}`),
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        h(
          'th',
          { scope: 'col', class: 'field' },
          { object: 'Field', enum: 'Value', union: 'Member', unknown: '' }[model.kind],
        ),
        languages.map((index) => h('th', { scope: 'col' }, labelOf(index))),
      ),
    ),
    ...rows.map((row, index) =>
      sheetRow(model, row, {
        row: index - 1,
        findings: findings.filter((finding) => finding.row === index - 1),
        isOpen: isOpen(index - 1),
      }),
    ),
  )
  byId('model').replaceChildren(
    modelHead(model, findings.length, state),
    h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Side by side' }, table),
    ...patchSection(model, state),
  )
  showFirstOdd()
}

/** Brings the first odd cell into sight where the languages are wider than the page. */
function showFirstOdd() {
  const scroller = byId('model').querySelector('.scroll')
  const cell = scroller?.querySelector('.odd')
  if (!(scroller instanceof HTMLElement && cell instanceof HTMLElement)) return
  const end = cell.offsetLeft + cell.offsetWidth
  if (end > scroller.clientWidth) scroller.scrollLeft = end - scroller.clientWidth
}

/**
 * @param {PackedModel} model
 * @param {number} count
 * @param {State} state
 */
function modelHead(model, count, state) {
  const place = map.entries.findIndex((entry) => entry.model === model)
  /** @param {number} step @param {string} word @param {string} sign */
  const step = (step, word, sign) => {
    const next = place < 0 ? undefined : map.entries[place + step]?.model
    return next === undefined
      ? h('span', { class: 'step off', 'aria-hidden': 'true' }, sign)
      : h(
          'a',
          {
            class: 'step',
            id: word,
            href: addressOf({ ...state, field: undefined, model: next.id }),
            title: `${word} model: ${next.name}`,
          },
          spoken(`${word} model`),
          h('span', { 'aria-hidden': 'true' }, sign),
        )
  }
  const hidden = model.findings.length - count
  return h(
    'header',
    { class: 'model-head' },
    h(
      'nav',
      { 'aria-label': 'Models' },
      h('a', { href: addressOf({ ...state, model: undefined, field: undefined }), id: 'back' }, '← All models'),
      place < 0
        ? undefined
        : h(
            'span',
            { class: 'steps' },
            step(-1, 'previous', '‹'),
            h('span', {}, `${grouped(place + 1)} of ${grouped(map.entries.length)}`),
            step(1, 'next', '›'),
          ),
    ),
    h('h2', { id: 'model-name', tabindex: -1 }, breakable(model.name)),
    h(
      'p',
      { class: 'lead' },
      h('code', {}, model.id),
      model.kind === 'unknown'
        ? undefined
        : h('span', { class: 'kind' }, { object: 'object', enum: 'enumeration', union: 'union' }[model.kind]),
      h('span', {}, plural(count, 'finding'), hidden === 0 ? '' : `, ${grouped(hidden)} more behind the filters`),
    ),
  )
}

/**
 * A row of the sheet, and below it, when it is open, what is at odds in it.
 * @param {PackedModel} model
 * @param {RowWords} words
 * @param {{ row: number, findings: readonly PackedFinding[], isOpen: boolean }} about
 */
function sheetRow(model, words, { row, findings, isOpen }) {
  const id = `row-${row}`
  const name = row < 0 ? 'Page' : words.name
  const button = h(
    'button',
    { type: 'button', 'aria-expanded': isOpen ? 'true' : 'false', 'aria-controls': id, id: `open-${row}` },
    h('span', { class: 'arrow', 'aria-hidden': 'true' }),
    h('span', { class: row < 0 ? 'page' : 'wire' }, breakable(name)),
    findings.length === 0
      ? undefined
      : h('span', { class: 'count' }, findings.length, spoken(findings.length === 1 ? ' finding' : ' findings')),
  )
  const detail = h('tr', { id, class: 'detail', hidden: !isOpen })
  const fill = () => {
    if (!detail.hidden && detail.childElementCount === 0)
      detail.append(
        h(
          'td',
          { colspan: data.variants.length + 1 },
          h('div', { class: 'inside' }, rowDetail(model, words, findings)),
        ),
      )
  }
  fill()
  button.addEventListener('click', () => {
    detail.hidden = !detail.hidden
    button.setAttribute('aria-expanded', String(!detail.hidden))
    fill()
    go({ field: detail.hidden ? undefined : rowName(model, row) }, true)
  })
  return h(
    'tbody',
    { class: findings.length > 0 ? 'touched' : undefined },
    h(
      'tr',
      {},
      h('th', { scope: 'row', class: 'field' }, button),
      data.variants.map((_, variant) => sheetCell(model, words.cells[variant], { variant, row, findings })),
    ),
    detail,
  )
}

/**
 * What one language says of a row in short, with what is odd in it.
 * @param {PackedModel} model
 * @param {Words | undefined} words
 * @param {{ variant: number, row: number, findings: readonly PackedFinding[] }} about
 */
function sheetCell(model, words, { variant, row, findings }) {
  const own = findings.filter((finding) => finding.variant === variant)
  const odd = new Set(own.map(({ rule }) => rules.get(rule)?.part ?? 'row'))
  const worst = severityIds.find((severity) => own.some((finding) => finding.severity === severity))
  const told = own.map(({ rule, severity }) => h('span', { class: 'told' }, mark(severity), ` ${rule}`))
  const classes = [worst, worst !== undefined && 'odd', words === undefined && 'absent'].filter(Boolean).join(' ')
  if (words === undefined) {
    return h('td', { class: classes }, h('span', { class: 'faint' }, silence(model, variant, { row, odd })), told)
  }
  const required = words.required ?? ''
  const name = row < 0 ? (words.name ?? '') : plain(words.name ?? '')
  const isStruck = words.name?.startsWith('~~') === true
  return h(
    'td',
    { class: classes },
    h(
      'span',
      { class: 'line' },
      h(isStruck ? 's' : 'span', { class: odd.has('name') ? 'native odd-part' : 'native brief' }, breakable(name)),
      required === ''
        ? undefined
        : h('span', { class: odd.has('required') ? 'odd-part' : undefined }, symbol(required)),
    ),
    words.type === undefined
      ? undefined
      : h(
          'span',
          { class: 'type brief' },
          h('span', { class: odd.has('type') ? 'odd-part' : undefined }, breakable(plain(words.type))),
        ),
    told,
  )
}

/**
 * Why a language says nothing of a row, in words; nothing where the page does not know.
 * @param {PackedModel} model
 * @param {number} variant
 * @param {{ row: number, odd: ReadonlySet<RowPart> }} about
 */
function silence(model, variant, { row, odd }) {
  if (odd.has('row') || (row < 0 && absenceOf(model, variant) === 'missing')) return 'missing'
  if (model.pages.length === 0) return ''
  return row < 0 || model.pages.every(([owner]) => owner !== variant) ? 'no page' : 'not listed'
}

/**
 * The patches of a model's pages.
 * @param {PackedModel} model
 * @param {State} state
 */
function patchSection(model, state) {
  const shown = new Set(columnsOf(state).map(({ index }) => index))
  const patches = model.patches.filter(([variant]) => shown.has(variant))
  if (patches.length === 0) return []
  return [
    h(
      'section',
      { class: 'patches', 'aria-labelledby': 'patches' },
      h('h3', { id: 'patches' }, patches.length === 1 ? 'Patch' : 'Patches'),
      patches.map(([variant, file, lines], index) =>
        patchOf({ variant, file: textOf(file), lines, isOpen: index === 0 }),
      ),
    ),
  ]
}

/** @param {{ variant: number, file: string, lines: readonly number[] | 0, isOpen: boolean }} patch */
function patchOf({ variant, file, lines, isOpen }) {
  const head = h('summary', {}, h('strong', {}, labelOf(variant)), ' ', h('code', {}, file))
  if (lines === 0) {
    const command = `codegen diff --format patch --language ${data.variants[variant]?.id ?? ''}`
    return h(
      'details',
      { class: 'patch' },
      head,
      h('p', { class: 'note' }, 'Left out to keep this file small. ', h('code', {}, command), ' prints it.'),
    )
  }
  const texts = lines.map(patchLine)
  const copy = h('button', { type: 'button', class: 'quiet copy' }, 'Copy')
  copy.addEventListener('click', () => copyText(`${texts.join('\n')}\n`, copy))
  const body = h(
    'pre',
    { tabindex: 0, 'aria-label': `Patch of ${file}` },
    h(
      'code',
      {},
      texts.map((text) => h('span', { class: lineClass(text) }, text === '' ? ' ' : text.replace(/\r$/, ''))),
    ),
  )
  return h('details', { class: 'patch', open: isOpen }, head, h('div', { class: 'code' }, copy, body))
}

/** @param {string} line */
function lineClass(line) {
  if (/^(diff --git|--- |\+\+\+ |new file)/.test(line)) return 'meta'
  if (line.startsWith('@@')) return 'hunk'
  return line.startsWith('+') ? 'added' : line.startsWith('-') ? 'removed' : 'same'
}

/**
 * @param {string} text
 * @param {HTMLElement} button
 */
async function copyText(text, button) {
  try {
    await navigator.clipboard.writeText(text)
    button.textContent = 'Copied'
  } catch {
    button.textContent = 'Not allowed here'
  }
  setTimeout(() => (button.textContent = 'Copy'), 1500)
}
