// Knows the code that all emitted zod schemas share: the file `zod/runtime.ts`.

import { datePattern, dateTimePattern, isMomentCode } from '../rfc3339.js'

/** The code of the shared file, without its header. It holds nothing that was read from a document. */
export const runtimeText = String.raw`import { z } from "zod";

const datePattern =
  ${datePattern};

const dateTimePattern =
  ${dateTimePattern};

${isMomentCode}

/** A whole number, however large; the integers of zod end at 2^53. */
export const integer = z.number().refine(Number.isInteger, "Invalid input: expected integer");

/** An RFC 3339 date, such as 2024-02-29. */
export const date = z.string().regex(datePattern, "Invalid date");

/** An RFC 3339 date-time, such as 2024-02-29T08:30:00Z. */
export const dateTime = z.string().refine(isMoment, "Invalid date-time");

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
 * object itself. The value is handed back as it is.
 */
export function withOwnProperties<T>(schema: z.ZodType, properties: readonly OwnProperty[]): z.ZodType<T> {
  return z.custom<T>().superRefine((value: unknown, context) => {
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    const keys = new Set(properties.map(([key]) => key));
    const others = isObject ? Object.fromEntries(Object.entries(value).filter(([key]) => !keys.has(key))) : value;
    report(schema, others, []);
    for (const [key, isRequired, property] of isObject ? properties : []) {
      const own = isObject ? Object.getOwnPropertyDescriptor(value, key) : undefined;
      if (own === undefined && isRequired) context.addIssue({ code: "custom", path: [key], message: "Required" });
      else if (own !== undefined) report(property(), own.value, [key]);
    }

    function report(expected: z.ZodType, found: unknown, path: readonly PropertyKey[]): void {
      for (const issue of expected.safeParse(found).error?.issues ?? []) {
        context.addIssue({ code: "custom", path: [...path, ...issue.path], message: issue.message });
      }
    }
  });
}
`
