// Knows what is said of the whole: how much was found, what was read, and what could not be.

/** Fills the head and the foot of the page, once. */
function makeAbout() {
  byId('totals').replaceChildren(totals())
  const known = [
    ...(data.accepted > 0 ? [`${plural(data.accepted, 'finding')} accepted by the baseline`] : []),
    ...(data.ignored > 0 ? [`${plural(data.ignored, 'finding')} set aside by the configuration`] : []),
  ]
  byId('known').hidden = known.length === 0
  byId('known').replaceChildren(`Not shown: ${known.join(', ')}.`)
  byId('read').append(...columns.map(readRow))
  byId('faults').hidden = data.diagnostics.length === 0
  byId('fault-count').replaceChildren(`${plural(data.diagnostics.length, 'problem')} in reading the docs`)
  byId('fault-list').append(...data.diagnostics.map(faultItem))
}

/** One sentence: how many findings, where. */
function totals() {
  const findings = data.models.flatMap((model) => model.findings)
  const languages = plural(columns.length, 'language')
  if (findings.length === 0) return `No findings in ${languages}, ${plural(data.models.length, 'model')}.`
  const touched = new Set(findings.map(({ variant }) => variant)).size
  const odd = data.models.filter((model) => model.findings.length > 0).length
  return `${plural(findings.length, 'finding')} in ${grouped(touched)} of ${languages}, in ${grouped(odd)} of ${plural(data.models.length, 'model')}.`
}

/** @param {(typeof columns)[number]} variant */
function readRow({ index, documents, models: pages, built }) {
  const numbers = [documents, pages].map((count) => h('td', { class: 'number' }, grouped(count)))
  return h('tr', {}, h('th', { scope: 'row' }, labelOf(index)), numbers, h('td', {}, built))
}

/** @param {import('../../src/drift/html/data.js').ReportDiagnostic} fault */
function faultItem({ code, severity, message, fix, place }) {
  const told = [mark(severity), ' ', h('code', {}, code), ` ${message} `, h('span', { class: 'faint' }, fix)]
  return h('li', {}, told, place === '' ? undefined : placeCode(place))
}
