// Knows the code that all emitted zod schemas share: the file `zod/runtime.ts`.

import type { UnknownKeys } from '../../config/options.js'
import { datePattern, isLeapSecondCode, momentPattern } from '../rfc3339.js'

/** The code of the shared file, without its header. It holds nothing that was read from a document. */
export function runtimeText(unknownKeys: UnknownKeys): string {
  return unknownKeys === 'strip' ? sharedText + closestText : sharedText
}

const sharedText = String.raw`import { z } from "zod";

const datePattern =
  ${datePattern};

const momentPattern =
  ${momentPattern};

${isLeapSecondCode}

/** A whole number, however large; the integers of zod end at 2^53. */
export const integer = z.number().refine(Number.isInteger, "Invalid input: expected integer");

/** An RFC 3339 date, such as 2024-02-29. */
export const date = z.string().regex(datePattern, "Invalid date");

/** An RFC 3339 date-time, such as 2024-02-29T08:30:00Z. */
export const dateTime = z.string().refine((text) => momentPattern.test(text) || isLeapSecond(text), "Invalid date-time");

/** An RFC 3339 date or date-time. */
export const dateOrDateTime = z.union([date, dateTime]);

/** A schema whose values have a type. */
export interface SchemaOf<T> {
  readonly _zod: { readonly output: T };
}

/** A property that may be absent or undefined only if its schema says so. */
export type OwnProperty = readonly [key: string, isRequired: boolean, schema: () => z.ZodType];

/**
 * Adds properties to the schema of an object whose names every object inherits, so that zod would not look for them in the
 * object itself.
 */
export function withOwnProperties<T>(schema: z.ZodType, properties: readonly OwnProperty[]): z.ZodType<T> {
  return z.unknown().transform((value, context) => {
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    const keys = new Set(properties.map(([key]) => key));
    const others = isObject ? Object.fromEntries(Object.entries(value).filter(([key]) => !keys.has(key))) : value;
    const entries = Object.entries(read(schema, others, []) ?? {});
    for (const [key, isRequired, property] of isObject ? properties : []) {
      const own = isObject ? Object.getOwnPropertyDescriptor(value, key) : undefined;
      if (own !== undefined) entries.push([key, read(property(), own.value, [key])]);
      else if (isRequired) context.addIssue({ code: "custom", path: [key], message: "Required" });
    }
    return Object.fromEntries(entries) as T;

    function read(expected: z.ZodType, found: unknown, path: readonly PropertyKey[]): unknown {
      const { data, error } = expected.safeParse(found);
      for (const issue of error?.issues ?? []) {
        context.addIssue({ code: "custom", path: [...path, ...issue.path], message: issue.message });
      }
      return data;
    }
  });
}
`

const closestText = `
/** Expects one of the schemas, and gives what the first of those makes of the value that know most of its keys. */
export function closest<T extends z.ZodType>(options: readonly T[]): z.ZodType<z.output<T>> {
  return z.unknown().transform((value, context) => {
    let most = -1;
    let best: unknown = z.NEVER;
    for (const { success, data } of options.map((option) => option.safeParse(value))) {
      const known = typeof data === "object" && data !== null && !Array.isArray(data) ? Object.keys(data).length : 0;
      if (!success || known <= most) continue;
      most = known;
      best = data;
    }
    if (most < 0) context.addIssue({ code: "custom", message: "Invalid input: expected one of several" });
    return best as z.output<T>;
  });
}
`
