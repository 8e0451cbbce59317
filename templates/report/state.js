// Knows what is asked for: the address of the page says it, and every change is a new address.

/**
 * @typedef {object} State
 * @property {string} query
 * @property {readonly string[]} severity
 * @property {readonly string[]} rule
 * @property {readonly string[]} language
 * @property {string} sort
 * @property {boolean} all whether models without findings are listed
 * @property {string | undefined} model the model that is open
 * @property {string | undefined} field the row that is open; empty for the page itself
 */

/** @returns {State} */
function readState() {
  const asked = new URLSearchParams(location.hash.slice(1))
  /** @param {string} name @param {readonly string[]} known */
  const list = (name, known) => asked.getAll(name).filter((value) => known.includes(value))
  return {
    query: asked.get('q') ?? '',
    severity: list('severity', severityIds),
    rule: list('rule', [...rules.keys()]),
    language: list(
      'language',
      columns.map(({ id }) => id),
    ),
    sort: asked.get('sort') === 'name' ? 'name' : 'worst',
    all: asked.has('all'),
    model: asked.get('model') ?? undefined,
    field: asked.get('field') ?? undefined,
  }
}

/**
 * The address of a state, as a fragment.
 * @param {State} state
 */
function addressOf(state) {
  const asked = new URLSearchParams()
  if (state.model !== undefined) asked.set('model', state.model)
  if (state.field !== undefined) asked.set('field', state.field)
  if (state.query !== '') asked.set('q', state.query)
  for (const name of /** @type {const} */ (['severity', 'rule', 'language']))
    for (const value of state[name]) asked.append(name, value)
  if (state.sort !== 'worst') asked.set('sort', state.sort)
  if (state.all) asked.set('all', '')
  return `#${asked}`
}

/**
 * Goes to the state with the changes. `replace` keeps it out of the history, as for letters typed into the search.
 * @param {Partial<State>} changes
 * @param {boolean} [replace]
 */
function go(changes, replace = false) {
  const address = addressOf({ ...readState(), ...changes })
  if (replace) location.replace(address)
  else location.hash = address
}

/** @param {State} state */
function isFiltered({ query, severity, rule, language }) {
  return query !== '' || severity.length + rule.length + language.length > 0
}

/**
 * The columns that are asked for.
 * @param {State} state
 */
function columnsOf({ language }) {
  return language.length === 0 ? columns : columns.filter(({ id }) => language.includes(id))
}

/**
 * Whether a finding is asked for; nothing chosen of a kind means all.
 * @param {State} state
 * @returns {(finding: PackedFinding) => boolean}
 */
function filterOf(state) {
  const shown = new Set(columnsOf(state).map(({ index }) => index))
  return ({ severity, rule, variant }) =>
    shown.has(variant) &&
    (state.severity.length === 0 || state.severity.includes(severity)) &&
    (state.rule.length === 0 || state.rule.includes(rule))
}

/**
 * @typedef {{ readonly count: number, readonly worst: SeverityId }} Heat
 * @typedef {{ readonly model: PackedModel, readonly total: number, readonly heat: ReadonlyMap<number, Heat>, readonly weight: number }} Entry
 */

/** A single error weighs more than any number of warnings, a warning more than any information. */
const weights = { error: 1e8, warning: 1e4, info: 1 }

/**
 * The models that are asked for, with how many findings each has in each variant.
 * @param {State} state
 * @returns {Entry[]}
 */
function entriesOf(state) {
  const isAsked = filterOf(state)
  const terms = state.query.toLowerCase().split(/\s+/).filter(Boolean)
  const entries = data.models.flatMap((model) => {
    const findings = model.findings.filter(isAsked)
    if ((findings.length === 0 && !state.all) || !matches(model, terms)) return []
    return [entryOf(model, findings)]
  })
  return state.sort === 'name' ? entries : entries.sort((a, b) => b.weight - a.weight)
}

/**
 * @param {PackedModel} model
 * @param {readonly PackedFinding[]} findings
 * @returns {Entry}
 */
function entryOf(model, findings) {
  /** @type {Map<number, Heat>} */
  const heat = new Map()
  let weight = 0
  for (const { variant, severity } of findings) {
    const known = heat.get(variant) ?? { count: 0, worst: severity }
    const worst = severityIds.indexOf(severity) < severityIds.indexOf(known.worst) ? severity : known.worst
    heat.set(variant, { count: known.count + 1, worst })
    weight += weights[severity]
  }
  return { model, total: findings.length, heat, weight }
}

/** @type {Map<PackedModel, string>} */
const haystacks = new Map()

/**
 * Whether all words occur in a model: in its names in any language, its rows, or what is said of it.
 * @param {PackedModel} model
 * @param {readonly string[]} terms
 */
function matches(model, terms) {
  if (terms.length === 0) return true
  const known = haystacks.get(model) ?? haystackOf(model)
  haystacks.set(model, known)
  return terms.every((term) => known.includes(term))
}

/** @param {PackedModel} model */
function haystackOf(model) {
  const names = model.pages.map(([, words]) => textOf(data.words[words]?.[0] ?? -1))
  const rows = model.rows.flatMap(([name, ...cells]) => [textOf(name), ...cells.map(nameInCell)])
  const said = model.findings.flatMap(({ rule, message }) => [rule, textOf(message)])
  return [model.id, model.name, ...new Set([...names, ...rows, ...said])].join('\n').toLowerCase()
}

/** @param {import('../../src/drift/html/data.js').PackedCell} cell */
function nameInCell(cell) {
  const words = typeof cell === 'number' ? cell : cell[0]
  return words === 0 ? '' : textOf(data.words[words - 1]?.[0] ?? -1)
}
