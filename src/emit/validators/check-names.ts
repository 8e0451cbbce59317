// Knows the names under which a model's checks are exported.

/** The name under which every file imports the checks that all share. */
export const CHECK = 'check'

/** Model names after which `<name>Schema` in camel case could be a check of another model: `IsX` gives `isXSchema`. */
const AMBIGUOUS = /^(?:Is|Validate|Explain|Matches|Strip)(?![a-z])/

/** The guard by which models that refer to each other in a circle check one another: `matchesConnection`. */
export function innerGuardName(model: string): string {
  return `matches${model}`
}

/** The function that says everything that is wrong with a value: `explainConnection`. */
export function explainName(model: string): string {
  return `explain${model}`
}

/** The function that leaves out unknown keys: `stripConnection`. */
export function stripName(model: string): string {
  return `strip${model}`
}

/** The Standard Schema of a model, named as its zod schema is: `connectionSchema`. */
export function standardName(model: string): string {
  return AMBIGUOUS.test(model) ? `${model}Schema` : `${model.charAt(0).toLowerCase()}${model.slice(1)}Schema`
}
