// Knows the shared code by which emitted validators say what is wrong.

/** The part of the shared file that lists issues. */
export const explainRuntimeText = `/** Everything that is wrong with a value that a guard refused. */
export function issuesOf(value: unknown, explain: Explain): Issue[] {
  const report: Report = { path: [], issues: [] };
  try {
    remembering(() => explain(value, report));
  } catch (error) {
    if (!isOverflow(error)) throw error;
    report.path.length = 0;
    fail("less nesting", value, report);
  }
  if (report.issues.length === 0) fail("less nesting", value, report);
  return report.issues;
}

/** The Standard Schema of a validator. */
export function standard<T>(validate: (value: unknown) => Result<T>): StandardSchemaV1<T> {
  return {
    "~standard": {
      version: 1,
      vendor: "sdk-docs-codegen",
      validate(value) {
        const result = validate(value);
        if (result.ok) return { value: result.value };
        return {
          issues: result.issues.map(({ path, expected, received }) => ({
            message: \`Expected \${expected}, received \${received}\`,
            path,
          })),
        };
      },
    },
  };
}

/** Reports that something else was expected. */
export function fail(expected: string, value: unknown, report: Report): void {
  report.issues.push({ path: [...report.path], expected, received: described(value) });
}

/** Explains a property, which must be there. */
export function inside(value: object, key: string, explain: Explain, report: Report): void {
  report.path.push(key);
  if (has(value, key)) explain(read(value, key), report);
  else report.issues.push({ path: [...report.path], expected: expectedBy(explain), received: "nothing" });
  report.path.pop();
}

/** Explains all own properties but the named ones. One called __proto__ is passed over. */
export function others(value: object, names: ReadonlySet<string>, explain: Explain, report: Report): void {
  for (const [key, item] of Object.entries(value)) {
    if (names.has(key) || key === "__proto__") continue;
    report.path.push(key);
    explain(item, report);
    report.path.pop();
  }
}

/** Accepts everything. */
export function unknown(): void {}

/** Accepts nothing. */
export function never(value: unknown, report: Report): void {
  fail("nothing", value, report);
}

/** Expects a string. */
export function string(value: unknown, report: Report): void {
  if (typeof value !== "string") fail("string", value, report);
}

/** Expects a boolean. */
export function boolean(value: unknown, report: Report): void {
  if (typeof value !== "boolean") fail("boolean", value, report);
}

/** Expects a finite number. */
export function number(value: unknown, report: Report): void {
  if (!Number.isFinite(value)) fail("number", value, report);
}

/** Expects a whole number. */
export function integer(value: unknown, report: Report): void {
  if (!Number.isInteger(value)) fail("integer", value, report);
}

/** Expects an RFC 3339 date. */
export function date(value: unknown, report: Report): void {
  if (!isDate(value)) fail("date", value, report);
}

/** Expects an RFC 3339 date-time. */
export function dateTime(value: unknown, report: Report): void {
  if (!isDateTime(value)) fail("date-time", value, report);
}

/** Expects an RFC 3339 date or date-time. */
export function dateOrDateTime(value: unknown, report: Report): void {
  if (!isDateOrDateTime(value)) fail("date or date-time", value, report);
}

/** Expects raw bytes. */
export function bytes(value: unknown, report: Report): void {
  if (!(value instanceof Uint8Array)) fail("Uint8Array", value, report);
}

/** Expects one of the constants. */
export function constants(values: readonly unknown[]): Explain {
  return (value, report) => {
    if (!values.includes(value)) fail(listed(values), value, report);
  };
}

/** Expects null or what is explained. */
export function nullable(explain: Explain): Explain {
  return (value, report) => {
    if (value !== null) explain(value, report);
  };
}

/** Expects an array of what is explained. */
export function arrayOf(explain: Explain): Explain {
  return (value, report) => {
    if (!Array.isArray(value)) return fail("array", value, report);
    const depth = report.path.length;
    for (let index = 0; index < value.length; index += 1) {
      report.path[depth] = index;
      explain(value[index], report);
    }
    report.path.length = depth;
  };
}

/** Expects an object whose properties are what is explained. */
export function mapOf(explain: Explain): Explain {
  return (value, report) => {
    if (!isObject(value)) return fail("object", value, report);
    others(value, new Set(), explain, report);
  };
}

/** Expects the member that the constant of a property names. */
export function tagged(key: string, members: Readonly<Record<string, Explain>>): Explain {
  return (value, report) => {
    if (!isObject(value)) return fail("object", value, report);
    const tag = read(value, key);
    const explain = typeof tag === "string" && Object.hasOwn(members, tag) ? members[tag] : undefined;
    if (explain) explain(value, report);
    else inside(value, key, constants(Object.keys(members)), report);
  };
}

/** Expects what the guard accepts, or where an explanation for arrays or for objects is given, such a one. */
export function anyOf(
  expected: string,
  isValue: Guard,
  { array, object }: { readonly array?: Explain; readonly object?: Explain } = {},
): Explain {
  return (value, report) => {
    const explain = Array.isArray(value) ? array : isObject(value) ? object : undefined;
    if (explain) explain(value, report);
    else if (!isValue(value)) fail(expected, value, report);
  };
}

/** Constants as people read them, the first twenty of them. */
export function listed(values: readonly unknown[]): string {
  const shown = values.slice(0, 20).map((value) => JSON.stringify(value));
  return [...shown, ...(values.length > 20 ? ["…"] : [])].join(" | ");
}

function expectedBy(explain: Explain): string {
  const report: Report = { path: [], issues: [] };
  explain(undefined, report);
  return report.issues[0]?.expected ?? "a value";
}

function read(value: object, key: string): unknown {
  return key in Object.prototype ? own(value, key) : Reflect.get(value, key);
}

function has(value: object, key: string): boolean {
  return key in Object.prototype ? Object.hasOwn(value, key) : key in value;
}

function described(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "string") return JSON.stringify(value.length > 40 ? value.slice(0, 40) + "…" : value);
  return typeof value === "number" || typeof value === "boolean" ? String(value) : typeof value;
}
`
