// Knows the formats `date` and `date-time` as validators have them that are not too strict about how they are spelt.

/** Whether a text is a day of the calendar. */
export function isDate(text: string): boolean {
  const [, year = '', month = '', day = ''] = /^(\d\d\d\d)-(\d\d)-(\d\d)$/.exec(text) ?? []
  const made = new Date(`${year}-${month}-${day}T00:00:00Z`)
  return !Number.isNaN(made.getTime()) && made.toISOString().startsWith(`${year}-${month}-${day}`)
}

/** Whether a text is a moment: a blank for the `T` and an offset without minutes or colon pass, a leap second only where a day of UTC ends. */
export function isDateTime(text: string): boolean {
  const [day = '', time = '', ...others] = text.split(/t|\s/i)
  const found = /^(\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:z|([+-])(\d\d)(?::?(\d\d))?)$/i.exec(time)
  if (found === null || others.length > 0 || !isDate(day)) return false
  const [, hour, minute, second, sign, offsetHour = 0, offsetMinute = 0] = found
  if (Number(hour) > 23 || Number(minute) > 59 || Number(offsetHour) > 23 || Number(offsetMinute) > 59) return false
  const offset = (Number(offsetHour) * 60 + Number(offsetMinute)) * (sign === '-' ? -1 : 1)
  const isLast = (Number(hour) * 60 + Number(minute) - offset + 1440) % 1440 === 1439
  return Number(second) < (isLast ? 61 : 60)
}
