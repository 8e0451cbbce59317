// Knows the controls above the list: what they show, and which address each of them leads to.

/**
 * How many findings have each value of a kind, over all that the page has.
 * @param {(finding: PackedFinding) => string} keyOf
 */
function countsBy(keyOf) {
  /** @type {Map<string, number>} */
  const counts = new Map()
  for (const { findings } of data.models)
    for (const finding of findings) counts.set(keyOf(finding), (counts.get(keyOf(finding)) ?? 0) + 1)
  return counts
}

/** Makes the controls, once. */
function makeFilters() {
  const bySeverity = countsBy(({ severity }) => severity)
  byId('severities').append(
    ...severityIds.map((severity) => {
      const count = bySeverity.get(severity) ?? 0
      const word = severity === 'info' ? 'info' : count === 1 ? severity : `${severity}s`
      return h(
        'label',
        { class: `chip ${severity}` },
        h('input', { type: 'checkbox', name: 'severity', value: severity, disabled: count === 0 }),
        h('span', {}, mark(severity), ` ${grouped(count)} ${word}`),
      )
    }),
  )
  const byRule = countsBy(({ rule }) => rule)
  fillMenu(
    'rules',
    'rule',
    [...rules.values()].map(({ id, title }) => ({ id, title, count: byRule.get(id) ?? 0 })),
  )
  const byVariant = countsBy(({ variant }) => String(variant))
  fillMenu(
    'languages',
    'language',
    columns.map(({ id, index }) => ({ id, label: labelOf(index), count: byVariant.get(String(index)) ?? 0 })),
  )
  byId('filters').addEventListener('change', takeFilters)
  byId('filters').addEventListener('submit', (event) => event.preventDefault())
  let timer = 0
  byId('query').addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(() => go({ query: inputById('query').value.trim(), model: undefined }, true), 120)
  })
  byId('clear').addEventListener('click', () => {
    go({ query: '', severity: [], rule: [], language: [] })
    byId('query').focus()
  })
}

/**
 * @param {string} id
 * @param {string} name
 * @param {readonly { id: string, label?: string, title?: string, count: number }[]} choices
 */
function fillMenu(id, name, choices) {
  const menu = byId(id)
  menu
    .querySelector('fieldset')
    ?.append(
      ...choices.map(({ id: value, label, title, count }) =>
        h(
          'label',
          { title },
          h('input', { type: 'checkbox', name, value }),
          h('span', {}, label ?? value),
          h('span', { class: 'count' }, grouped(count)),
        ),
      ),
    )
  menu.hidden = choices.length === 0
  menu.addEventListener('toggle', () => {
    const list = menu.querySelector('fieldset')
    if (list === null) return
    list.style.left = '0'
    const { right } = list.getBoundingClientRect()
    list.style.left = `${Math.min(0, document.documentElement.clientWidth - 12 - right)}px`
  })
  menu.addEventListener('focusout', (event) => {
    if (event.relatedTarget instanceof Node && !menu.contains(event.relatedTarget)) menu.removeAttribute('open')
  })
}

/** Goes where the controls say. */
function takeFilters() {
  /** @param {string} name */
  const chosen = (name) =>
    [...document.querySelectorAll(`#filters input[name=${name}]:checked`)].flatMap((input) =>
      input instanceof HTMLInputElement ? [input.value] : [],
    )
  const all = byId('all')
  go({
    severity: chosen('severity'),
    rule: chosen('rule'),
    language: chosen('language'),
    sort: inputById('sort').value,
    all: all instanceof HTMLInputElement && all.checked,
    model: undefined,
    field: undefined,
  })
}

/**
 * Shows a state in the controls.
 * @param {State} state
 */
function showFilters(state) {
  const query = inputById('query')
  if (document.activeElement !== query) query.value = state.query
  for (const input of document.querySelectorAll('#filters input[type=checkbox]')) {
    if (!(input instanceof HTMLInputElement)) continue
    if (input.id === 'all') input.checked = state.all
    else if (input.name === 'severity') input.checked = state.severity.includes(input.value)
    else if (input.name === 'rule') input.checked = state.rule.includes(input.value)
    else input.checked = state.language.includes(input.value)
  }
  inputById('sort').value = state.sort
  setSummary('rules', 'Rules', state.rule.length)
  setSummary('languages', 'Languages', state.language.length)
  byId('clear').hidden = !isFiltered(state)
}

/**
 * @param {string} id
 * @param {string} name
 * @param {number} count
 */
function setSummary(id, name, count) {
  const summary = byId(id).querySelector('summary')
  summary?.replaceChildren(name, count === 0 ? '' : h('span', { class: 'count' }, count, spoken(' chosen')))
}

/**
 * The mark of a severity, for those who see it.
 * @param {SeverityId} severity
 */
function mark(severity) {
  return h('span', { class: `mark ${severity}`, 'aria-hidden': 'true' }, severityMarks[severity])
}
