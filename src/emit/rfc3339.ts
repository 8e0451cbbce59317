// Knows how dates are written on the wire, as patterns that every validator puts into its code.

const leapYear = String.raw`(?:\d\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)`
const monthAndDay = String.raw`(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2[0-8]))`
const date = String.raw`(?:\d{4}-${monthAndDay}|${leapYear}-02-29)`
const time = String.raw`(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?`
const offset = String.raw`(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)`

/** RFC 3339 `full-date`, as the code of a regular expression: only days that the calendar has. */
export const datePattern = `/^${date}$/`

/** RFC 3339 `date-time`, as the code of a regular expression. */
export const dateTimePattern = `/^${date}[Tt]${time}${offset}$/`
