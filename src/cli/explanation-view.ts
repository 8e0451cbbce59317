// Knows how an explanation is shown to people: each fact, its reason, and every witness with place and words.

import { visible } from '../diagnostics/frame.js'
import type { ExplainedFact, Explanation } from '../reconcile/explanation.js'
import { printPlace } from './places.js'
import { alignRows } from './table.js'
import type { Styler } from './terminal.js'

/** The explanation as text. Ends with a line feed. */
export function printExplanation(explanation: Explanation, style: Styler): string {
  const name = explanation.field === undefined ? explanation.modelName : `${explanation.modelName}.${explanation.field}`
  const head = `${style('strong', visible(name))}  ${style('faint', visible(explanation.model))}`
  const facts = explanation.facts.map((fact) => factLines(fact, style).join('\n'))
  return `${[head, ...facts].join('\n\n')}\n`
}

function factLines(fact: ExplainedFact, style: Styler): string[] {
  const witnesses = fact.witnesses.map(({ span, variant, said }) => {
    const place = printPlace(span)
    const words = visible(said)
    return [
      { text: `    ${place}`, shown: `    ${style('place', place)}` },
      { text: visible(variant), shown: style('name', visible(variant)) },
      { text: words },
    ]
  })
  return [
    `  ${style('name', fact.fact)}: ${visible(fact.value)}`,
    `    ${style('faint', visible(fact.reason))}`,
    ...alignRows(witnesses, ['left', 'left', 'left']),
    ...others('cannot say', fact.blind, style),
    ...others('does not say', fact.silent, style),
  ]
}

function others(words: string, variants: readonly string[], style: Styler): string[] {
  return variants.length === 0 ? [] : [`    ${style('faint', `${words}:`)} ${visible(variants.join(', '))}`]
}
