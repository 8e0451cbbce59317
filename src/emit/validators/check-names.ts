// Knows the names under which a model's checks are exported.

/** The name under which every file imports the checks that all share. */
export const CHECK = 'check'

/** The guard of a model: `isConnection`. */
export function guardName(model: string): string {
  return `is${model}`
}

/** The function that says everything that is wrong with a value: `explainConnection`. */
export function explainName(model: string): string {
  return `explain${model}`
}

/** The function that gives the value or its issues: `validateConnection`. */
export function validateName(model: string): string {
  return `validate${model}`
}
