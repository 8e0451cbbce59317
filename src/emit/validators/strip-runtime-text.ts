// Knows the shared code by which emitted validators leave out unknown keys.

/** The part of the shared file that is there only where unknown keys are left out. */
export const stripRuntimeText = `/** Copies a value without what is not known of it. */
export type Strip = (value: unknown) => unknown;

/** A result without unknown keys; an issue where the value is nested too deeply to be copied. */
export function stripped<T>(result: Result<T>, strip: Strip): Result<T> {
  if (!result.ok) return result;
  try {
    return { ok: true, value: remembering(() => strip(result.value)) as T };
  } catch (error) {
    if (!isOverflow(error)) throw error;
    return { ok: false, issues: [{ path: [], expected: "less nesting", received: "object" }] };
  }
}

/** Leaves a value as it is. */
export function whole(value: unknown): unknown {
  return value;
}

/** Copies an object: the named properties, and the others if it is said how. */
export function pick(value: unknown, named: Readonly<Record<string, Strip>>, rest?: Strip): unknown {
  if (!isObject(value)) return value;
  const entries: [string, unknown][] = [];
  for (const [key, strip] of Object.entries(named)) {
    if (has(value, key)) entries.push([key, strip(read(value, key))]);
  }
  for (const [key, item] of rest ? Object.entries(value) : []) {
    if (!Object.hasOwn(named, key) && key !== "__proto__") entries.push([key, rest?.(item)]);
  }
  return Object.fromEntries(entries);
}

/** Copies an array. */
export function eachOf(strip: Strip): Strip {
  return (value) => (Array.isArray(value) ? Array.from(value, (item) => strip(item)) : value);
}

/** Copies an object that maps keys to values. */
export function valuesOf(strip: Strip): Strip {
  return (value) => pick(value, {}, strip);
}

/** Copies a value as its kind says. */
export function byKind({ array = whole, object = whole }: { readonly array?: Strip; readonly object?: Strip }): Strip {
  return (value) => (Array.isArray(value) ? array(value) : object(value));
}

/** Copies the member that the constant of a property names. */
export function byTag(key: string, members: Readonly<Record<string, Strip>>): Strip {
  return (value) => {
    const tag = isObject(value) ? read(value, key) : undefined;
    const strip = typeof tag === "string" && Object.hasOwn(members, tag) ? members[tag] : undefined;
    return strip ? strip(value) : value;
  };
}

/** A member of a union: its guard, how it is copied, and the keys it has; any key where none are listed. */
export type Member = readonly [guard: Guard, strip: Strip, keys?: readonly string[]];

/** Copies the first of the members that know most of the keys of the value. */
export function closest(...members: readonly Member[]): Strip {
  return (value) => {
    const matching = members.filter(([guard]) => guard(value));
    const known = matching.map(([, , keys]) => (isObject(value) ? countKnown(value, keys) : 0));
    const best = matching[known.indexOf(Math.max(...known))];
    return best ? best[1](value) : value;
  };
}

function countKnown(value: object, keys: readonly string[] | undefined): number {
  const found = Object.keys(value);
  return keys ? found.filter((key) => keys.includes(key)).length : found.length;
}
`
