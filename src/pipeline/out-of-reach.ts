// Knows that what is kept of the whole does not tell everything.

/** Thrown where something asks for what is not kept: only reading everything can tell. */
export class OutOfReach extends Error {}

/** Where what is not kept would stand. */
export function outOfReach(): never {
  throw new OutOfReach()
}
