// Knows which part of a row the findings of a rule are about, so that the page can mark it.

import type { RuleId } from '../../reconcile/rules.js'
import type { RowPart } from './data.js'

/** The part of a row, or of a page's head, by rule. */
export const partOfRule: { readonly [R in RuleId]: RowPart } = {
  'missing-model': 'row',
  'missing-field': 'row',
  'missing-enum-value': 'row',
  'missing-union-member': 'row',
  'kind-conflict': 'row',
  'type-conflict': 'type',
  'required-conflict': 'required',
  'nullable-conflict': 'type',
  'enum-openness-conflict': 'row',
  'deprecation-differs': 'name',
  'description-differs': 'description',
  'missing-description': 'description',
  'description-missing': 'description',
  'example-differs': 'example',
  'possible-rename': 'name',
  'name-irregular': 'name',
  'duplicate-field': 'row',
  'unknown-notation': 'type',
  'orphan-page': 'row',
  'dead-link': 'type',
}
