// Knows the names under which a model's checks are exported.

/** The name under which every file imports the checks that all share. */
export const CHECK = 'check'

/** The function that says everything that is wrong with a value: `explainConnection`. */
export function explainName(model: string): string {
  return `explain${model}`
}
