// Knows what the layout of an expression depends on besides itself.

import type { Doc } from './doc.js'
import type { Place } from './place.js'
import type { LayoutSettings } from './settings.js'
import type { Expression, Statement } from '../../emit/syntax/syntax.js'

/** The settings, and how what lies further inside is laid out. */
export interface ExpressionContext extends LayoutSettings {
  readonly lay: (value: Expression, place: Place) => Doc
  readonly layBody: (body: readonly Statement[]) => Doc
}
