// Knows how the pieces of a finding look in a terminal.

import type { Paint, PaintRole } from '../drift/text.js'
import type { Style, Styler } from './terminal.js'

const styles = {
  variant: 'strong',
  model: 'name',
  place: 'place',
  error: 'bad',
  warning: 'warning',
  info: 'faint',
  removed: 'bad',
  added: 'good',
} as const satisfies Partial<Record<PaintRole, Style>>

/** The colours of findings. */
export function createPaint(style: Styler): Paint {
  return (role, text) => (role === 'message' ? text : style(styles[role], text))
}
