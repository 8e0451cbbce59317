// Knows the command `explain`: what the model says of one model or field, and why.

import type { ApiModel } from '../../ir/model.js'
import { suggest } from '../../text/suggest.js'
import { withSession, type CliContext, type Session } from '../context.js'
import { exitCodes } from '../exit-code.js'
import { printExplanation } from '../explanation-view.js'
import type { ReadingFlags } from '../flags.js'
import { createLocator, relocateExplanation } from '../places.js'
import { headingOf, printResults } from '../projects.js'
import { readDocs } from '../read-docs.js'

/** Tells what the model says of a model or field, and who says so. */
export function explainCommand(this: CliContext, flags: ReadingFlags, ...given: string[]): Promise<void> {
  const [query = '', ...folders] = given
  return withSession(this, flags, (session) => body(session, { flags, query, folders }))
}

interface ExplainRequest {
  readonly flags: ReadingFlags
  readonly query: string
  readonly folders: readonly string[]
}

async function body(session: Session, { flags, query, folders }: ExplainRequest): Promise<number> {
  const read = await readDocs(session, { folders, config: flags.config, projects: flags.project, flags: {} })
  if (read === undefined) return exitCodes.input
  const found = read.flatMap((docs) => {
    const explanation = docs.recovered.explain(query)
    return explanation === undefined ? [] : [{ ...docs, explanation }]
  })
  const code = read.some(({ hasErrors }) => hasErrors) ? exitCodes.input : exitCodes.ok
  if (found.length === 0) {
    const [hint] = read.flatMap(({ recovered }) => suggestQuery(query, recovered.model) ?? [])
    return session.refuse(`The docs have no ${query}${hint === undefined ? '' : `, did you mean ${hint}?`}`)
  }
  const { terminal } = session
  if (flags.json === true) {
    const results = found.map(({ name, options, explanation }) => {
      return { name, code, data: { root: options.cwd, ...explanation } }
    })
    terminal.out(printResults('explain', results))
    return code
  }
  const texts = found.map(({ name, options, explanation }) => {
    const shown = relocateExplanation(explanation, createLocator(session.cwd, options.cwd))
    return headingOf({ name }, terminal.outStyle) + printExplanation(shown, terminal.outStyle)
  })
  terminal.out(texts.join('\n'))
  return code
}

/** The model or field that a misspelt name was probably meant to be, in the form in which it was given. */
export function suggestQuery(query: string, model: ApiModel): string | undefined {
  const dot = query.indexOf('.')
  const name = dot < 0 ? query : query.slice(0, dot)
  const names = model.models.flatMap((each) => [each.name, each.id, `${each.namespace}/${each.name}`])
  const nearest = names.includes(name) ? name : suggest(name, names)
  if (nearest === undefined || dot < 0) return nearest
  const owners = model.models.filter((each) => [each.name, each.id, `${each.namespace}/${each.name}`].includes(nearest))
  const fields = owners.flatMap((each) => (each.kind === 'object' ? each.fields.map((field) => field.name) : []))
  const field = suggest(query.slice(dot + 1), fields)
  return field === undefined ? nearest : `${nearest}.${field}`
}
