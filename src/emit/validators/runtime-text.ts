// Knows the code that all emitted validators share: the file `validators/runtime.ts`.

import type { UnknownKeys } from '../../config/options.js'
import { datePattern, isLeapSecondCode, momentPattern } from '../rfc3339.js'
import { explainRuntimeText } from './explain-runtime-text.js'
import { stripRuntimeText } from './strip-runtime-text.js'

/**
 * The code of the shared file, without its header. It holds nothing that was read from a document, and nothing at its top
 * level does anything, so that what is not used can be left out.
 */
export function runtimeText(unknownKeys: UnknownKeys): string {
  const parts = [
    typesText,
    guardsText,
    ...(unknownKeys === 'reject' ? [rejectText] : []),
    memoryText,
    explainRuntimeText,
  ]
  return [...parts, ...(unknownKeys === 'strip' ? [stripRuntimeText] : [])].join('\n')
}

const typesText = `/** The keys and indexes that lead to a place in a value. */
export type Path = (string | number)[];

/** What is wrong at one place of a value. */
export interface Issue {
  path: Path;
  expected: string;
  received: string;
}

/** A value that was checked, or everything that is wrong with it. */
export type Result<T> = { ok: true; value: T } | { ok: false; issues: Issue[] };

/** What many libraries take for a schema, see https://standardschema.dev. */
export interface StandardSchemaV1<T> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => StandardResult<T>;
    readonly types?: { readonly input: T; readonly output: T } | undefined;
  };
}

/** A result as the Standard Schema has it. */
export type StandardResult<T> =
  | { readonly value: T; readonly issues?: undefined }
  | { readonly issues: readonly { readonly message: string; readonly path: Path }[] };

/** Tells whether a value is what is looked for. */
export type Guard = (value: unknown) => boolean;

/** Adds what is wrong with a value to the issues. */
export type Explain = (value: unknown, issues: Issue[]) => void;
`

const guardsText = String.raw`const datePattern =
  ${datePattern};

const momentPattern =
  ${momentPattern};

${isLeapSecondCode}

/** Tells whether a value is an object and no array. */
export function isObject<T = Record<string, unknown>>(value: unknown): value is { readonly [K in keyof T]?: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Tells whether a value is an array of such items. A hole counts as undefined. */
export function isArrayOf(value: unknown, isItem: Guard): boolean {
  if (!Array.isArray(value)) return false;
  for (const item of value) if (!isItem(item)) return false;
  return true;
}

/** Tells whether a value is an array of strings. */
export function isArrayOfString(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  for (const item of value) if (typeof item !== "string") return false;
  return true;
}

/** Tells whether a value is an object whose own properties are such items. */
export function isMapOf(value: unknown, isItem: Guard): boolean {
  if (!isObject(value)) return false;
  for (const key in value) if (!isItem(value[key]) && isOther(value, key)) return false;
  return true;
}

/** Tells whether a value is an object whose own properties are strings. */
export function isMapOfString(value: unknown): boolean {
  if (!isObject(value)) return false;
  for (const key in value) if (typeof value[key] !== "string" && isOther(value, key)) return false;
  return true;
}

/** Tells whether all own properties but the named ones are such items. */
export function areOthers(value: object, names: readonly string[], isItem: Guard): boolean {
  for (const key in value) {
    if (!isItem(Reflect.get(value, key)) && isOther(value, key) && !names.includes(key)) return false;
  }
  return true;
}

/** Tells whether a property is the object's own. One called __proto__ is passed over. */
export function isOther(value: object, key: string): boolean {
  return Object.hasOwn(value, key) && key !== "__proto__";
}

/** A property of the object itself, never one that it inherits. */
export function own(value: object, key: string): unknown {
  return Object.getOwnPropertyDescriptor(value, key)?.value;
}

/** Tells whether a value is an RFC 3339 date, such as 2024-02-29. */
export function isDate(value: unknown): value is string {
  return typeof value === "string" && datePattern.test(value);
}

/** Tells whether a value is an RFC 3339 date-time, such as 2024-02-29T08:30:00Z. */
export function isDateTime(value: unknown): value is string {
  return typeof value === "string" && (momentPattern.test(value) || isLeapSecond(value));
}

/** Tells whether a value is an RFC 3339 date or date-time. */
export function isDateOrDateTime(value: unknown): value is string {
  return isDate(value) || isDateTime(value);
}
`

const rejectText = `/** Tells whether an object has no own properties but the named ones. One called __proto__ is passed over. */
export function hasOnly(value: object, names: ReadonlySet<string>): boolean {
  for (const key in value) if (!names.has(key) && isOther(value, key)) return false;
  return true;
}
`

const memoryText = `/** What the guards of recursive models found so far, where they must remember; it lasts as long as the outermost check. */
let memory: Map<Guard, Map<unknown, boolean>> | undefined;

/** What a guard said of a value before. */
export function recall(guard: Guard, value: unknown): boolean | undefined {
  if (memory === undefined) return undefined;
  const known = memory.get(guard);
  if (known === undefined) memory.set(guard, new Map());
  return known?.get(value);
}

/** Keeps what a guard says of a value. */
export function remember(guard: Guard, value: unknown, verdict: boolean): boolean {
  if (typeof value === "object") memory?.get(guard)?.set(value, verdict);
  return verdict;
}

/** Runs checks whose guards remember, so that none looks at the same value twice. */
export function remembering<R>(run: () => R): R {
  const outer = memory;
  memory ??= new Map();
  try {
    return run();
  } finally {
    memory = outer;
  }
}

/** Runs the guard of a recursive model, whatever the depth of the value. One that contains itself is refused. */
export function isNested<T>(value: unknown, guard: (value: unknown) => value is T): value is T {
  try {
    return guard(value);
  } catch (error) {
    if (isOverflow(error)) return remembering(() => isFromInside(value, guard));
    throw error;
  }
}

/** Lets every guard that is asked look at the innermost values first, so that each finds what is below known. */
function isFromInside(value: unknown, guard: Guard): boolean {
  const inner = innermostFirst(value);
  let asked: number | undefined;
  while (asked !== memory?.size) {
    asked = memory?.size;
    try {
      for (const item of inner) for (const other of memory?.keys() ?? []) other(item);
      return guard(value);
    } catch (error) {
      if (!isOverflow(error)) throw error;
    }
  }
  return false;
}

function innermostFirst(value: unknown): unknown[] {
  const found = new Set([value]);
  for (const item of found) {
    if (typeof item !== "object" || item === null || ArrayBuffer.isView(item)) continue;
    for (const inner of Object.values(item)) if (typeof inner === "object") found.add(inner);
  }
  return [...found].reverse();
}

function isOverflow(error: unknown): boolean {
  return error instanceof RangeError || (error instanceof Error && error.name === "InternalError");
}
`
