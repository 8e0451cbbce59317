// Knows the names of the functions that check a model, which other emitted code calls too.

/** The guard of a model: `isConnection`. */
export function guardName(model: string): string {
  return `is${model}`
}

/** The function that gives the value or its issues: `validateConnection`. */
export function validateName(model: string): string {
  return `validate${model}`
}
