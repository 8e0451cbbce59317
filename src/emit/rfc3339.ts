// Knows how dates are written on the wire, as patterns that every validator puts into its code.

const leapYear = String.raw`(?:\d\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)`
const monthAndDay = String.raw`(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2[0-8]))`
const date = String.raw`(?:\d{4}-${monthAndDay}|${leapYear}-02-29)`
const minute = String.raw`(?:[01]\d|2[0-3]):[0-5]\d`
const second = String.raw`[0-5]\d`
const fraction = String.raw`(?:\.\d+)?`
const offset = String.raw`(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)`

/** RFC 3339 `full-date`, as the code of a regular expression: only days that the calendar has. */
export const datePattern = `/^${date}$/`

/** RFC 3339 `date-time`, as the code of a regular expression; see {@link isLeapSecondCode} for its leap seconds. */
export const dateTimePattern = `/^${date}[Tt]${minute}:(?:${second}|60)${fraction}${offset}$/`

/** RFC 3339 `date-time` without leap seconds, as the code of a regular expression. */
export const momentPattern = `/^${date}[Tt]${minute}:${second}${fraction}${offset}$/`

/**
 * The function `isLeapSecond`, as code: whether a text that {@link momentPattern} does not take is an RFC 3339 `date-time`
 * after all. It needs the pattern under that name.
 */
export const isLeapSecondCode = String.raw`/** A leap second can only be the last of a day in UTC. */
function isLeapSecond(text: string): boolean {
  if (text.slice(16, 19) !== ":60") return false;
  const before = text.slice(0, 17) + "59" + text.slice(19);
  if (!momentPattern.test(before)) return false;
  return (Date.parse(before.toUpperCase().replace(/\.\d+/, "")) + 1000) % 86400000 === 0;
}`

/**
 * How a `date-time` is spelt, as a pattern of JSON Schema: what validators of the format `date-time` do not agree on. Which days
 * and hours there are is left to the format.
 */
export const wireTimePattern = String.raw`^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)$`
