// Knows the map of models and languages: only the rows in sight are in the page, however many models there are.

/**
 * What is shown: the state, its models and columns, the cell with the focus, the rows in the page, how high a row is,
 * and how many characters of a name stand in one line.
 * @type {{ state: State, entries: readonly Entry[], shown: ReturnType<typeof columnsOf>, row: number, column: number, first: number, last: number, height: number, room: number }}
 */
const map = { state: readState(), entries: [], shown: [], row: 0, column: 0, first: 0, last: -1, height: 36, room: 40 }

/** How many rows beyond those in sight are in the page. */
const MARGIN = 12

/** The counts from which on a cell is darker. */
const LEVELS = [2, 5, 10]

/**
 * Shows the models of a state.
 * @param {State} state
 */
function showList(state) {
  map.state = state
  map.entries = entriesOf(state)
  map.shown = columnsOf(state)
  map.row = Math.max(0, Math.min(map.row, map.entries.length - 1))
  map.column = Math.min(map.column, map.shown.length)
  map.last = -1
  const total = map.entries.reduce((sum, entry) => sum + entry.total, 0)
  byId('shown').replaceChildren(shownText(total, state))
  document.documentElement.style.setProperty('--columns', String(map.shown.length))
  const table = byId('map')
  table.hidden = map.entries.length === 0
  byId('legend').hidden = table.hidden
  const nothing = byId('nothing')
  nothing.hidden = !table.hidden
  nothing.replaceChildren(nothingText(state))
  table.setAttribute('aria-rowcount', String(map.entries.length + 1))
  table.setAttribute('aria-colcount', String(map.shown.length + 2))
  table.querySelector('thead')?.replaceChildren(headRow())
  showRows()
  const height = cellAt(map.first, 0)?.parentElement?.offsetHeight ?? 0
  if (height > 0 && height !== map.height) {
    // Fonts may be higher than the rows were meant to be.
    map.height = height
    map.last = -1
    showRows()
  }
}

/**
 * @param {number} total
 * @param {State} state
 */
function shownText(total, state) {
  const found = `${plural(total, 'finding')} in ${plural(map.entries.length, 'model')}`
  return isFiltered(state) || state.all ? found : ''
}

/** @param {State} state */
function nothingText(state) {
  if (isFiltered(state)) return 'Nothing matches. Fewer filters or another word may find it.'
  return 'The docs agree in everything that they can say.'
}

function headRow() {
  const isAsked = filterOf(map.state)
  const heads = map.shown.map(({ index }, place) => {
    const counts = { error: 0, warning: 0, info: 0 }
    for (const { model } of map.entries)
      for (const finding of model.findings)
        if (finding.variant === index && isAsked(finding)) counts[finding.severity] += 1
    const total = counts.error + counts.warning + counts.info
    return h(
      'th',
      { scope: 'col', class: 'language', 'aria-colindex': place + 3 },
      h('span', { class: 'label' }, labelOf(index)),
      h('span', { class: 'sum' }, grouped(total), spoken(total === 1 ? ' finding' : ' findings')),
      bar(counts, total),
    )
  })
  return h(
    'tr',
    { 'aria-rowindex': 1 },
    h('th', { scope: 'col', class: 'name', 'aria-colindex': 1 }, 'Model'),
    h('th', { scope: 'col', class: 'total', 'aria-colindex': 2 }, 'Findings'),
    ...heads,
  )
}

/**
 * How the findings of a language fall into severities.
 * @param {{ readonly [S in SeverityId]: number }} counts
 * @param {number} total
 */
function bar(counts, total) {
  const element = h('span', { class: 'bar', 'aria-hidden': 'true' })
  for (const severity of severityIds) {
    if (counts[severity] === 0) continue
    const part = h('span', { class: severity })
    part.style.flexGrow = String(counts[severity] / total)
    element.append(part)
  }
  return element
}

/** Puts the rows in sight into the page. */
function showRows() {
  const body = byId('map').querySelector('tbody')
  if (body === null) return
  const top = body.getBoundingClientRect().top
  const isPrinted = matchMedia('print').matches
  const first = isPrinted ? 0 : Math.max(0, Math.floor(-top / map.height) - MARGIN)
  const sight = isPrinted ? map.entries.length : Math.ceil(innerHeight / map.height) + 2 * MARGIN
  const start = Math.min(first, Math.max(0, map.entries.length - sight))
  const end = Math.min(map.entries.length, start + sight)
  if (start === map.first && end === map.last) return
  const isFocused = body.contains(document.activeElement)
  map.first = start
  map.last = end
  const rows = map.entries.slice(start, end).map((entry, index) => bodyRow(entry, start + index))
  body.replaceChildren(spacer(start), ...rows, spacer(map.entries.length - end))
  if (isFocused) cellAt(map.row, map.column)?.focus({ preventScroll: true })
}

/** @param {number} rows */
function spacer(rows) {
  const element = h('tr', { class: 'spacer', 'aria-hidden': 'true' }, h('td', {}))
  element.style.height = `${rows * map.height}px`
  element.hidden = rows === 0
  return element
}

/**
 * @param {Entry} entry
 * @param {number} index
 */
function bodyRow(entry, index) {
  const { model, total } = entry
  /** @param {number} column */
  const tab = (column) => (index === map.row && column === map.column ? 0 : -1)
  const cells = map.shown.map(({ index: variant }, place) => heatCell(entry, variant, { tab: tab(place + 1), place }))
  return h(
    'tr',
    { 'aria-rowindex': index + 2, 'data-row': index },
    nameCell(model, tab(0)),
    h('td', { class: 'total', 'aria-colindex': 2 }, total === 0 ? '' : grouped(total)),
    ...cells,
  )
}

/**
 * @param {PackedModel} model
 * @param {number} tab
 */
function nameCell({ id, name }, tab) {
  const style = name.length > map.room ? 'name long' : 'name'
  const attributes = { scope: 'row', class: style, tabindex: tab, 'data-column': 0, 'aria-colindex': 1, title: id }
  const shown = shortened(name, 2 * map.room - 10)
  const label = shown === name ? undefined : name
  const href = addressOf({ ...map.state, field: undefined, model: id })
  return h(
    'th',
    attributes,
    h('a', { href, tabindex: -1, 'aria-label': label }, breakable(shown)),
    h('span', { class: 'id' }, id),
  )
}

/**
 * A name in at most so many characters; long ones differ at the end, so that they are cut before it.
 * @param {string} name
 * @param {number} most
 */
function shortened(name, most) {
  const points = [...name]
  if (points.length <= most) return name
  const head = Math.floor(most / 3)
  return `${points.slice(0, head).join('')}…${points.slice(head - most + 1).join('')}`
}

/**
 * @param {Entry} entry
 * @param {number} variant
 * @param {{ tab: number, place: number }} at
 */
function heatCell({ model, heat }, variant, { tab, place }) {
  const own = heat.get(variant)
  const absence = absenceOf(model, variant)
  const classes = ['cell', absence === 'missing' && 'missing', own !== undefined && own.worst]
  const attributes = { tabindex: tab, 'data-column': place + 1, 'aria-colindex': place + 3 }
  if (own === undefined) {
    const said = { missing: 'no page', none: 'no page of its own', '': 'no findings' }[absence]
    const shown = { missing: '∅', none: '–', '': '' }[absence]
    return h(
      'td',
      { ...attributes, class: classes.filter(Boolean).join(' ') },
      h('span', { class: 'faint', 'aria-hidden': 'true' }, shown),
      spoken(said),
    )
  }
  const level = LEVELS.filter((least) => own.count >= least).length
  const isAsked = filterOf(map.state)
  const first = model.findings.find((finding) => finding.variant === variant && isAsked(finding))
  const field = first === undefined ? undefined : rowName(model, first.row)
  return h(
    'td',
    { ...attributes, class: classes.filter(Boolean).join(' '), 'data-level': level },
    h(
      'a',
      { href: addressOf({ ...map.state, model: model.id, field }), tabindex: -1 },
      absence === 'missing' ? h('span', { class: 'mark', 'aria-hidden': 'true' }, '∅') : mark(own.worst),
      ` ${grouped(own.count)}`,
      spoken(`${own.count === 1 ? ' finding' : ' findings'}, ${own.worst}${absence === 'missing' ? ', no page' : ''}`),
    ),
  )
}

/**
 * Why a variant has no page of a model: it is missing, or there is none and nobody minds; empty where there is one.
 * @param {PackedModel} model
 * @param {number} variant
 * @returns {'missing' | 'none' | ''}
 */
function absenceOf(model, variant) {
  const isTold = model.findings.some((finding) => finding.rule === 'missing-model' && finding.variant === variant)
  if (isTold || model.missing?.includes(variant) === true) return 'missing'
  return model.pages.length === 0 || model.pages.some(([owner]) => owner === variant) ? '' : 'none'
}

/**
 * @param {number} row
 * @param {number} column
 * @returns {HTMLElement | null}
 */
function cellAt(row, column) {
  return byId('map').querySelector(`[data-row="${row}"] [data-column="${column}"]`)
}

/**
 * Moves the focus to a cell, which comes into sight.
 * @param {number} row
 * @param {number} column
 */
function focusCell(row, column) {
  cellAt(map.row, map.column)?.setAttribute('tabindex', '-1')
  map.row = Math.max(0, Math.min(row, map.entries.length - 1))
  map.column = Math.max(0, Math.min(column, map.shown.length))
  const body = byId('map').querySelector('tbody')
  const head = byId('map').querySelector('thead')
  if (body === null || head === null) return
  const top = body.getBoundingClientRect().top + map.row * map.height
  const least = head.getBoundingClientRect().height
  if (top < least) scrollBy(0, top - least)
  else if (top + map.height > innerHeight) scrollBy(0, top + map.height - innerHeight + 8)
  showRows()
  const cell = cellAt(map.row, map.column)
  cell?.setAttribute('tabindex', '0')
  cell?.focus({ preventScroll: true })
}

/**
 * The keys of the map: arrows, Home, End, page up and down; Enter opens.
 * @param {KeyboardEvent} event
 */
function moveInMap(event) {
  const { row, column, entries, height } = map
  const page = Math.max(1, Math.floor(innerHeight / height) - 3)
  const isWide = event.ctrlKey || event.metaKey
  /** @type {{ [key: string]: readonly [number, number] }} */
  const moves = {
    ArrowUp: [row - 1, column],
    ArrowDown: [row + 1, column],
    ArrowLeft: [row, column - 1],
    ArrowRight: [row, column + 1],
    PageUp: [row - page, column],
    PageDown: [row + page, column],
    Home: [isWide ? 0 : row, isWide ? column : 0],
    End: [isWide ? entries.length - 1 : row, isWide ? column : map.shown.length],
  }
  const move = moves[event.key]
  if (move !== undefined && !event.altKey) {
    event.preventDefault()
    focusCell(...move)
  }
  if (event.key === 'Enter' && !(event.target instanceof HTMLAnchorElement)) {
    event.preventDefault()
    const cell = cellAt(row, column)
    const link = cell?.querySelector('a') ?? cellAt(row, 0)?.querySelector('a')
    link?.click()
  }
}
