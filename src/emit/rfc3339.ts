// Knows how dates are written on the wire, as patterns that every validator puts into its code.

const leapYear = String.raw`(?:\d\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)`
const monthAndDay = String.raw`(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2[0-8]))`
const date = String.raw`(?:\d{4}-${monthAndDay}|${leapYear}-02-29)`
const time = String.raw`(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?`
const offset = String.raw`(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)`

/** RFC 3339 `full-date`, as the code of a regular expression: only days that the calendar has. */
export const datePattern = `/^${date}$/`

/** RFC 3339 `date-time`, as the code of a regular expression; see {@link isMomentCode} for its leap seconds. */
export const dateTimePattern = `/^${date}[Tt]${time}${offset}$/`

/** The function `isMoment`, as code: whether a text is an RFC 3339 `date-time`. It needs the pattern as `dateTimePattern`. */
export const isMomentCode = String.raw`/** A leap second can only be the last of a day in UTC. */
function isMoment(text: string): boolean {
  if (!dateTimePattern.test(text)) return false;
  if (text[17] !== "6") return true;
  return (Date.parse(text.toUpperCase().replace(/:60(\.\d+)?/, ":59")) + 1000) % 86400000 === 0;
}`

/**
 * How a `date-time` is spelt, as a pattern of JSON Schema: what validators of the format `date-time` do not agree on. Which days
 * and hours there are is left to the format.
 */
export const wireTimePattern = String.raw`^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)$`
