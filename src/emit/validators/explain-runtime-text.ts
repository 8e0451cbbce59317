// Knows the shared code by which emitted validators say what is wrong.

/** The part of the shared file that lists issues. */
export const explainRuntimeText = `/** A value that is explained without an issue, or its issues. One nested too deeply to be explained is left to the guard. */
export function validated<T>(value: unknown, guard: (value: unknown) => value is T, explain: Explain): Result<T> {
  const issues: Issue[] = [];
  try {
    explain(value, issues);
    if (issues.length === 0) return { ok: true, value: value as T };
  } catch (error) {
    if (!isOverflow(error)) throw error;
    if (guard(value)) return { ok: true, value };
    issues.length = 0;
    fail("less nesting", value, issues);
  }
  for (const { path } of issues) path.reverse();
  return { ok: false, issues };
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

/** Adds an issue. Its path grows from the inside out, as the walk comes back. */
export function fail(expected: string, value: unknown, issues: Issue[]): void {
  issues.push({ path: [], expected, received: described(value) });
}

/** Explains a property, which must be there. */
export function inside(value: object, key: string, explain: Explain, issues: Issue[]): void {
  const known = issues.length;
  const item = read(value, key);
  if (item !== undefined || has(value, key)) explain(item, issues);
  else issues.push({ path: [], expected: expectedBy(explain), received: "nothing" });
  if (issues.length > known) locate(issues, known, key);
}

/** Explains all own properties but the named ones. One called __proto__ is passed over. */
export function others(value: object, names: ReadonlySet<string>, explain: Explain, issues: Issue[]): void {
  for (const [key, item] of Object.entries(value)) {
    if (names.has(key) || key === "__proto__") continue;
    const known = issues.length;
    explain(item, issues);
    if (issues.length > known) locate(issues, known, key);
  }
}

/** Accepts everything. */
export function unknown(): void {}

/** Accepts nothing. */
export function never(value: unknown, issues: Issue[]): void {
  fail("nothing", value, issues);
}

/** Expects a string. */
export function string(value: unknown, issues: Issue[]): void {
  if (typeof value !== "string") fail("string", value, issues);
}

/** Expects a boolean. */
export function boolean(value: unknown, issues: Issue[]): void {
  if (typeof value !== "boolean") fail("boolean", value, issues);
}

/** Expects a finite number. */
export function number(value: unknown, issues: Issue[]): void {
  if (!Number.isFinite(value)) fail("number", value, issues);
}

/** Expects a whole number. */
export function integer(value: unknown, issues: Issue[]): void {
  if (!Number.isInteger(value)) fail("integer", value, issues);
}

/** Expects an RFC 3339 date. */
export function date(value: unknown, issues: Issue[]): void {
  if (!isDate(value)) fail("date", value, issues);
}

/** Expects an RFC 3339 date-time. */
export function dateTime(value: unknown, issues: Issue[]): void {
  if (!isDateTime(value)) fail("date-time", value, issues);
}

/** Expects an RFC 3339 date or date-time. */
export function dateOrDateTime(value: unknown, issues: Issue[]): void {
  if (!isDateOrDateTime(value)) fail("date or date-time", value, issues);
}

/** Expects raw bytes. */
export function bytes(value: unknown, issues: Issue[]): void {
  if (!(value instanceof Uint8Array)) fail("Uint8Array", value, issues);
}

/** Expects one of the constants. */
export function constants(values: readonly unknown[]): Explain {
  return (value, issues) => {
    if (!values.includes(value)) fail(listed(values), value, issues);
  };
}

/** Expects null or what is explained. */
export function nullable(explain: Explain): Explain {
  return (value, issues) => {
    if (value !== null) explain(value, issues);
  };
}

/** Expects an array of what is explained. An item that the guard accepts needs no explanation. */
export function arrayOf(explain: Explain, isItem?: Guard): Explain {
  return (value, issues) => {
    if (!Array.isArray(value)) return fail("array", value, issues);
    for (let index = 0; index < value.length; index += 1) {
      if (isItem?.(value[index])) continue;
      const known = issues.length;
      explain(value[index], issues);
      if (issues.length > known) locate(issues, known, index);
    }
  };
}

/** Expects an object whose properties are what is explained. One that the guard accepts needs no explanation. */
export function mapOf(explain: Explain, isItem?: Guard): Explain {
  return (value, issues) => {
    if (!isObject(value)) return fail("object", value, issues);
    others(value, new Set(), isItem ? unless(isItem, explain) : explain, issues);
  };
}

function unless(isItem: Guard, explain: Explain): Explain {
  return (value, issues) => {
    if (!isItem(value)) explain(value, issues);
  };
}

/** Expects the member that the constant of a property names. */
export function tagged(key: string, members: Readonly<Record<string, Explain>>): Explain {
  return (value, issues) => {
    if (!isObject(value)) return fail("object", value, issues);
    const tag = read(value, key);
    const explain = typeof tag === "string" && Object.hasOwn(members, tag) ? members[tag] : undefined;
    if (explain) explain(value, issues);
    else inside(value, key, constants(Object.keys(members)), issues);
  };
}

/** Expects what the guard accepts, or where an explanation for arrays or for objects is given, such a one. */
export function anyOf(
  expected: string,
  isValue: Guard,
  { array, object }: { readonly array?: Explain; readonly object?: Explain } = {},
): Explain {
  return (value, issues) => {
    const explain = Array.isArray(value) ? array : isObject(value) ? object : undefined;
    if (explain) explain(value, issues);
    else if (!isValue(value)) fail(expected, value, issues);
  };
}

/** Constants as people read them, the first twenty of them. */
export function listed(values: readonly unknown[]): string {
  const shown = values.slice(0, 20).map((value) => JSON.stringify(value));
  return [...shown, ...(values.length > 20 ? ["…"] : [])].join(" | ");
}

/** Says of the issues found last where the value stood. */
function locate(issues: Issue[], known: number, key: string | number): void {
  for (let index = known; index < issues.length; index += 1) issues[index]?.path.push(key);
}

function expectedBy(explain: Explain): string {
  const issues: Issue[] = [];
  explain(undefined, issues);
  return issues[0]?.expected ?? "a value";
}

function read(value: object, key: string): unknown {
  return key in Object.prototype ? own(value, key) : Reflect.get(value, key);
}

function has(value: object, key: string): boolean {
  return key in Object.prototype ? Object.hasOwn(value, key) : key in value;
}

/** What JSON.stringify gives, which takes longer. */
function quoted(text: string): string {
  return /^[\\w .:+-]*$/.test(text) ? '"' + text + '"' : JSON.stringify(text);
}

function described(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "string") return quoted(value.length > 40 ? value.slice(0, 40) + "…" : value);
  return typeof value === "number" || typeof value === "boolean" ? String(value) : typeof value;
}
`
