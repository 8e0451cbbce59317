// Knows when what is shown: the address decides, keys and scrolling follow.

/** What was open before, so that the focus can go back there, and how far the list was scrolled. */
const before = { model: /** @type {string | undefined} */ (undefined), top: 0, isFirst: true }

/** Shows what the address asks for. */
function show() {
  const state = readState()
  const model = state.model === undefined ? undefined : models.get(state.model)
  if (before.model === undefined && model !== undefined) before.top = scrollY
  const list = byId('list')
  const article = byId('model')
  showFilters(state)
  list.hidden = model !== undefined
  byId('filters').hidden = model !== undefined
  article.hidden = model === undefined
  showList(state)
  document.title = model === undefined ? 'Docs drift' : `${model.name} – Docs drift`
  if (model !== undefined && model.id !== before.model) openModel(model, state)
  else if (model === undefined && before.model !== undefined) closeModel(before.model)
  before.model = model?.id
  before.isFirst = false
}

/**
 * @param {PackedModel} model
 * @param {State} state
 */
function openModel(model, state) {
  showModel(model, state)
  const row = [-1, ...model.rows.keys()].find((index) => rowName(model, index) === state.field)
  const target = document.getElementById(`open-${row}`)
  if (target === null) {
    scrollTo(0, 0)
    byId('model-name').focus({ preventScroll: true })
  } else {
    target.focus({ preventScroll: true })
    target.scrollIntoView({ block: 'center' })
  }
}

/** @param {string} id */
function closeModel(id) {
  byId('model').replaceChildren()
  scrollTo(0, before.top)
  const row = map.entries.findIndex(({ model }) => model.id === id)
  if (row >= 0) focusCell(row, map.column)
  else byId('main').focus({ preventScroll: true })
}

/** @param {KeyboardEvent} event */
function takeKey(event) {
  const { target, key } = event
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const isTyping = target instanceof HTMLInputElement && target.type === 'search'
  if (key === 'Escape') {
    const menu = document.querySelector('details.menu[open]')
    if (menu !== null) {
      menu.removeAttribute('open')
      menu.querySelector('summary')?.focus()
    } else if (readState().model !== undefined) byId('back').click()
    else if (isTyping) focusCell(map.row, map.column)
  } else if (isTyping) {
    if (key === 'ArrowDown' || key === 'Enter') {
      event.preventDefault()
      focusCell(0, 0)
    }
  } else if (target instanceof HTMLSelectElement) return
  else if (key === '/') {
    event.preventDefault()
    if (readState().model !== undefined) go({ model: undefined, field: undefined })
    byId('filters').hidden = false
    byId('query').focus()
  } else if (key === '[' || key === ']') document.getElementById(key === '[' ? 'previous' : 'next')?.click()
}

/** Lets people choose between light and dark; until they do, their system does. */
function makeTheme() {
  const button = byId('theme')
  const root = document.documentElement
  const system = matchMedia('(prefers-color-scheme: dark)')
  const isDark = () => (root.style.colorScheme || (system.matches ? 'dark' : 'light')) === 'dark'
  const name = () => button.replaceChildren(isDark() ? 'Light' : 'Dark', spoken(' colours'))
  button.addEventListener('click', () => {
    root.style.colorScheme = isDark() ? 'light' : 'dark'
    name()
  })
  system.addEventListener('change', name)
  name()
}

/** Rows are higher where fingers touch them. */
function measure() {
  map.height = matchMedia('(pointer: coarse)').matches ? 44 : 36
  map.room = innerWidth < 720 ? 15 : innerWidth < 1200 ? 30 : 40
  const { style } = document.documentElement
  style.setProperty('--row', `${map.height}px`)
  style.setProperty('--languages', String(data.variants.length))
}

measure()
makeTheme()
makeAbout()
makeFilters()
show()
addEventListener('hashchange', show)
addEventListener('keydown', takeKey)
addEventListener('scroll', () => requestAnimationFrame(showRows), { passive: true })
addEventListener('resize', () => {
  measure()
  map.last = -1
  requestAnimationFrame(showRows)
})
addEventListener('beforeprint', showRows)
byId('map').addEventListener('keydown', moveInMap)
byId('map').addEventListener('click', (event) => {
  const row = event.target instanceof Element ? event.target.closest('tr[data-row]') : null
  const cell = event.target instanceof Element ? event.target.closest('[data-column]') : null
  if (row === null) return
  map.row = Number(row.getAttribute('data-row'))
  map.column = Number(cell?.getAttribute('data-column') ?? 0)
  if (!(event.target instanceof Element && event.target.closest('a') !== null))
    (cell?.querySelector('a') ?? row.querySelector('a'))?.click()
})
byId('skip').addEventListener('click', (event) => {
  event.preventDefault()
  if (readState().model === undefined) focusCell(map.row, map.column)
  else byId('model-name').focus()
})
addEventListener('click', (event) => {
  for (const menu of document.querySelectorAll('details.menu[open]'))
    if (event.target instanceof Node && !menu.contains(event.target)) menu.removeAttribute('open')
})
