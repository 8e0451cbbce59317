// Knows the code that all emitted validators share: the file `validators/runtime.ts`.

import { datePattern, dateTimePattern, isMomentCode } from '../rfc3339.js'

/** The code of the shared file, without its header. It holds nothing that was read from a document. */
export const runtimeText = String.raw`/** The keys and indexes that lead to a place in a value. */
export type Path = readonly (string | number)[];

/** What is wrong at one place of a value. */
export interface Issue {
  path: Path;
  expected: string;
  received: string;
}

/** A value that was checked, or everything that is wrong with it. */
export type Result<T> = { ok: true; value: T } | { ok: false; issues: Issue[] };

/** Lists what is wrong with a value that stands at a path. */
export type Explain = (value: unknown, path: Path) => Issue[];

/** What is expected of a property. */
export interface Property {
  explain: Explain;
  isRequired: boolean;
}

const datePattern =
  ${datePattern};

const dateTimePattern =
  ${dateTimePattern};

${isMomentCode}

/** Tells whether a value is an object and no array. */
export function isObject<T = Record<string, unknown>>(value: unknown): value is { readonly [K in keyof T]?: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Tells whether a value is an array of such items. A hole counts as undefined. */
export function isArrayOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) {
    if (!isItem(value[index])) return false;
  }
  return true;
}

/** Tells whether a value is an object whose own properties are such items. */
export function isMapOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return isObject(value) && areOthers(value, [], isItem);
}

/** Tells whether all own properties but the named ones are such items. One called __proto__ is passed over. */
export function areOthers(value: object, names: readonly string[], isItem: (item: unknown) => boolean): boolean {
  return Object.entries(value).every(([key, item]) => names.includes(key) || key === "__proto__" || isItem(item));
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
  return typeof value === "string" && isMoment(value);
}

/** Tells whether a value is an RFC 3339 date or date-time. */
export function isDateOrDateTime(value: unknown): value is string {
  return isDate(value) || isDateTime(value);
}

/** Accepts everything. */
export const unknown: Explain = () => [];

/** Accepts nothing. */
export const never = leaf("nothing", () => false);

/** Expects a string. */
export const string = leaf("string", (value) => typeof value === "string");

/** Expects a boolean. */
export const boolean = leaf("boolean", (value) => typeof value === "boolean");

/** Expects a finite number. */
export const number = leaf("number", Number.isFinite);

/** Expects a whole number. */
export const integer = leaf("integer", Number.isInteger);

/** Expects an RFC 3339 date. */
export const date = leaf("date", isDate);

/** Expects an RFC 3339 date-time. */
export const dateTime = leaf("date-time", isDateTime);

/** Expects an RFC 3339 date or date-time. */
export const dateOrDateTime = leaf("date or date-time", isDateOrDateTime);

/** Expects raw bytes. */
export const bytes = leaf("Uint8Array", (value) => value instanceof Uint8Array);

/** Expects one of the constants. */
export function constants(values: readonly unknown[]): Explain {
  return leaf(listed(values), (value) => values.includes(value));
}

/** Expects null or what is explained. */
export function nullable(explain: Explain): Explain {
  return (value, path) => (value === null ? [] : explain(value, path));
}

/** Expects an array of what is explained. */
export function arrayOf(explain: Explain): Explain {
  return (value, path) =>
    Array.isArray(value)
      ? Array.from(value, (item, index) => explain(item, [...path, index])).flat()
      : [issue(path, "array", value)];
}

/** Expects an object whose properties are what is explained. */
export function mapOf(explain: Explain): Explain {
  return object({}, explain);
}

/** Expects a property to be there. */
export function required(explain: Explain): Property {
  return { explain, isRequired: true };
}

/** Expects a property to be absent, undefined or what is explained. */
export function optional(explain: Explain): Property {
  return { explain, isRequired: false };
}

/** Expects an object with these properties; any others are what is explained. */
export function object(properties: Readonly<Record<string, Property>>, others: Explain = unknown): Explain {
  return (value, path) => {
    if (!isObject(value)) return [issue(path, "object", value)];
    const named = Object.entries(properties).flatMap(([key, { explain, isRequired }]) => {
      const item = read(value, key);
      if (item === undefined && !isRequired) return [];
      const issues = explain(item, [...path, key]);
      if (has(value, key)) return issues;
      return [{ path: [...path, key], expected: issues[0]?.expected ?? "a value", received: "nothing" }];
    });
    const further = Object.entries(value).filter(([key]) => key !== "__proto__" && !Object.hasOwn(properties, key));
    return [...named, ...further.flatMap(([key, item]) => others(item, [...path, key]))];
  };
}

/** Expects the member that the constant of a property names. */
export function tagged(key: string, members: Readonly<Record<string, Explain>>): Explain {
  return (value, path) => {
    if (!isObject(value)) return [issue(path, "object", value)];
    const tag = read(value, key);
    const explain = typeof tag === "string" && Object.hasOwn(members, tag) ? members[tag] : undefined;
    return explain?.(value, path) ?? [issue([...path, key], listed(Object.keys(members)), tag)];
  };
}

/** Expects what the guard accepts; an array or object that it refuses is explained in detail where that is possible. */
export function anyOf(
  expected: string,
  isValue: (value: unknown) => boolean,
  details: { array?: Explain; object?: Explain } = {},
): Explain {
  return (value, path) => {
    if (isValue(value)) return [];
    const explain = Array.isArray(value) ? details.array : isObject(value) ? details.object : undefined;
    return explain?.(value, path) ?? [issue(path, expected, value)];
  };
}

function leaf(expected: string, isValue: (value: unknown) => boolean): Explain {
  return (value, path) => (isValue(value) ? [] : [issue(path, expected, value)]);
}

function issue(path: Path, expected: string, value: unknown): Issue {
  return { path, expected, received: described(value) };
}

function read(value: Readonly<Record<string, unknown>>, key: string): unknown {
  return key in Object.prototype ? own(value, key) : value[key];
}

function has(value: object, key: string): boolean {
  return key in Object.prototype ? Object.hasOwn(value, key) : key in value;
}

function listed(values: readonly unknown[]): string {
  const shown = values.slice(0, 20).map((value) => JSON.stringify(value));
  return [...shown, ...(values.length > 20 ? ["…"] : [])].join(" | ");
}

function described(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "string") return JSON.stringify(value.length > 40 ? value.slice(0, 40) + "…" : value);
  return typeof value === "number" || typeof value === "boolean" ? String(value) : typeof value;
}
`
