// Knows the code that all emitted conversions share: the file `convert/runtime.ts`.

import { datePattern, isLeapSecondCode, momentPattern } from '../rfc3339.js'

/** The code of the shared file, without its header. It holds nothing that was read from a document. */
export const runtimeText = String.raw`export type { Result } from "../validators/runtime.js";

/** Where a value is converted to: "wire", or "own" for the program. */
export type Side = "own" | "wire";

/** A converted value, and how many keys in it no property has; they are kept as they are. */
export interface Converted {
  value: unknown;
  strays: number;
}

/** Converts checked values between the wire and the program. What is no such value is kept as it is. */
export interface Codec<W, T> {
  decode(wire: W): T;
  encode(value: T): W;
  convert(value: unknown, to: Side): Converted;
}

/** Tells whether a value is one on the wire. */
export type Guard = (value: unknown) => boolean;

/** The properties of an object by their names on the wire: their names in the program, and what converts their values. */
export type Properties<W, T> = {
  readonly [K in keyof W]-?: readonly [name: keyof T & string, codec?: Codec<unknown, unknown>];
};

type Name = readonly [name: string, codec?: Codec<unknown, unknown>];

/** A key that no property has. */
const stray: Codec<unknown, unknown> = codec((value) => kept(value, 1));

const datePattern =
  ${datePattern};

const momentPattern =
  ${momentPattern};

/** An RFC 3339 date-time on the wire, a Date in the program: the same instant, in milliseconds and in UTC. */
export const dateTime: Codec<string, Date> = codec((value, to) => {
  if (to === "wire") return kept(value instanceof Date ? instantText(value) : value);
  return kept(isDateTime(value) ? instantOf(value) : value);
});

/** What is the same on both sides. */
export const same: Codec<unknown, unknown> = codec((value) => kept(value));

/** An array. */
export function arrayOf<W, T>(items: Codec<W, T>): Codec<W[], T[]> {
  return codec((value, to) => {
    if (!Array.isArray(value)) return kept(value);
    const converted = Array.from(value, (item) => items.convert(item, to));
    return { value: converted.map((item) => item.value), strays: sum(converted) };
  });
}

/** An object with any keys, which are data and stay what they are. */
export function mapOf<W, T>(values: Codec<W, T>): Codec<Record<string, W>, Record<string, T>> {
  return codec((value, to) => {
    if (!isObject(value)) return kept(value);
    return gathered(Object.entries(value).map(([key, item]) => [key, values.convert(item, to)]));
  });
}

/**
 * An object. A key that no property has is kept; where it is spelt like a property of the other side, the two spellings are
 * exchanged, so that it does not become that property.
 */
export function object<W, T>(
  properties: Properties<NoInfer<W>, NoInfer<T>>,
  others: Codec<unknown, unknown> = stray,
): Codec<W, T> {
  const entries = Object.entries<Name>(properties);
  const own = new Map(entries);
  const wire = new Map(entries.map(([key, [name, value = same]]): [string, Name] => [name, [key, value]]));
  return codec((value, to) => {
    if (!isObject(value)) return kept(value);
    const [here, there] = to === "own" ? [own, wire] : [wire, own];
    return gathered(
      Object.entries(value).map(([key, item]) => {
        const [name, property = same] = here.get(key) ?? [there.get(key)?.[0] ?? key, others];
        return [name, property.convert(item, to)];
      }),
    );
  });
}

/** The member that a constant of a property names; the property may be spelt otherwise in the program. */
export function tagged<W, T>(
  keys: Readonly<Record<Side, string>>,
  members: Readonly<Record<string, Codec<unknown, unknown> | undefined>>,
): Codec<W, T> {
  const byTag = new Map(Object.entries(members));
  return codec((value, to) => {
    const tag = isObject(value) ? value[to === "own" ? keys.wire : keys.own] : undefined;
    const member = typeof tag === "string" ? byTag.get(tag) : undefined;
    return (member ?? same).convert(value, to);
  });
}

/** One of several: the first that has the value on the wire, among those in which the fewest keys are unknown. */
export function anyOf<W, T>(
  ...members: readonly (readonly [isMember: Guard, codec?: Codec<unknown, unknown>])[]
): Codec<W, T> {
  return codec((value, to) => {
    let best: Converted | undefined;
    for (const [isMember, member = same] of members) {
      if (to === "own" && !isMember(value)) continue;
      const converted = member.convert(value, to);
      const isBetter = best === undefined || converted.strays < best.strays;
      if (isBetter && (to === "own" || isMember(converted.value))) best = converted;
    }
    return best ?? kept(value);
  });
}

/** What is built later, because it refers to what refers to it. */
export function lazy<W, T>(later: () => Codec<W, T>): Codec<W, T> {
  return codec((value, to) => later().convert(value, to));
}

/** Accepts everything. */
export const isAnything: Guard = () => true;

/** Tells whether a value is a string. */
export const isString: Guard = (value) => typeof value === "string";

/** Tells whether a value is a boolean. */
export const isBoolean: Guard = (value) => typeof value === "boolean";

/** Tells whether a value is a finite number. */
export const isNumber: Guard = Number.isFinite;

/** Tells whether a value is a whole number. */
export const isInteger: Guard = Number.isInteger;

/** Tells whether a value is raw bytes. */
export const isBytes: Guard = (value) => value instanceof Uint8Array;

/** Tells whether a value is an RFC 3339 date, such as 2024-02-29. */
export function isDate(value: unknown): value is string {
  return typeof value === "string" && datePattern.test(value);
}

/** Tells whether a value is an RFC 3339 date-time, such as 2024-02-29T08:30:00Z. */
export function isDateTime(value: unknown): value is string {
  return typeof value === "string" && (momentPattern.test(value) || isLeapSecond(value));
}

/** Tells whether a value is an RFC 3339 date or date-time. */
export const isDateOrDateTime: Guard = (value) => isDate(value) || isDateTime(value);

/** Tells whether a value is one of the constants. */
export function isOneOf(...values: readonly unknown[]): Guard {
  return (value) => values.includes(value);
}

/** Tells whether a value is accepted by one of the guards. */
export function isAnyOf(...guards: readonly Guard[]): Guard {
  return (value) => guards.some((isValue) => isValue(value));
}

/** Tells whether a value is an array of such items. */
export function isArrayOf(isItem: Guard): Guard {
  return (value) => Array.isArray(value) && Array.from(value).every((item) => isItem(item));
}

/** Tells whether a value is an object with such values. */
export function isMapOf(isValue: Guard): Guard {
  return (value) => isObject(value) && Object.values(value).every((item) => isValue(item));
}

function codec<W, T>(convert: (value: unknown, to: Side) => Converted): Codec<W, T> {
  return {
    convert,
    decode: (wire) => convert(wire, "own").value as T,
    encode: (value) => convert(value, "wire").value as W,
  };
}

function kept(value: unknown, strays = 0): Converted {
  return { value, strays };
}

function gathered(entries: readonly (readonly [key: string, converted: Converted])[]): Converted {
  return {
    value: Object.fromEntries(entries.map(([key, { value }]) => [key, value])),
    strays: sum(entries.map(([, converted]) => converted)),
  };
}

function instantOf(text: string): Date {
  const [, date = "", time = "", second = "", fraction = "", offset = ""] =
    /^(.{10}).(.{6})(..)\.?(\d*)(.*)$/.exec(text) ?? [];
  const isLeap = second === "60";
  const milliseconds = fraction.slice(0, 3).padEnd(3, "0");
  const parsed = Date.parse(date + "T" + time + (isLeap ? "59" : second) + "." + milliseconds + offset.toUpperCase());
  return new Date(isLeap ? parsed + 1000 : parsed);
}

${isLeapSecondCode}

function instantText(date: Date): string {
  const text = date.toISOString();
  if (text.length > 24) throw new RangeError(text + " is outside the years 0 to 9999, which a date-time can have");
  return text;
}

function isObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return !(value instanceof Date || value instanceof Uint8Array);
}

function sum(converted: readonly Converted[]): number {
  return converted.reduce((total, { strays }) => total + strays, 0);
}
`
