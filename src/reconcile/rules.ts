// Knows every rule that a finding can break: id, default severity, title, example, cause and fix.

import type { Severity } from '../diagnostics/severity.js'
import { compareText } from '../text/compare.js'

/** What a rule is about, for people. */
export interface Rule {
  /** `off` for a rule that is not looked at unless the configuration gives it a severity. */
  readonly severity: Severity | 'off'
  readonly title: string
  /** A case of it, in one sentence. */
  readonly example: string
  readonly cause: string
  readonly fix: string
}

/** The rules of findings by id. `missing-*`: a document lacks what its language could say. `*-conflict` and `*-differs`: documents say otherwise. */
export const rules = {
  'missing-model': {
    severity: 'warning',
    title: 'A variant has no page for a model that other variants describe',
    example: 'All others have a page `Courier`; here there is none.',
    cause: 'Its SDK is built from an older or newer specification, or the page was deleted.',
    fix: 'Regenerate the SDK from the current specification, or remove the model from the others.',
  },
  'missing-field': {
    severity: 'warning',
    title: "A variant's page lacks a field that other variants have",
    example: '`Parcel` has a row `weight` in all others; here it has none.',
    cause: 'Its SDK is built from an older or newer specification, or the row was deleted.',
    fix: 'Add the row, or regenerate the SDK from the current specification.',
  },
  'missing-enum-value': {
    severity: 'warning',
    title: "A variant's enumeration lacks a value that other variants have",
    example: '`ParcelStatus` lists `returned` in all others; here it does not.',
    cause: 'Its SDK is built from an older or newer specification, or the row was deleted.',
    fix: 'Add the value, or regenerate the SDK from the current specification.',
  },
  'missing-union-member': {
    severity: 'warning',
    title: "A variant's union lacks a member that other variants have",
    example: '`ParcelEvent` is `DepositedEvent` or `CollectedEvent`; here it is `DepositedEvent` alone.',
    cause: 'Its SDK is built from an older or newer specification, or the member was deleted.',
    fix: 'Add the member, or regenerate the SDK from the current specification.',
  },
  'kind-conflict': {
    severity: 'error',
    title: 'Variants disagree on whether a model is an object, an enumeration or a union',
    example: '`ParcelSize` is an enumeration here and an object in the others.',
    cause: 'The specification changed between the releases of the SDKs.',
    fix: 'Regenerate the SDK that is behind.',
  },
  'type-conflict': {
    severity: 'error',
    title: 'Variants give a field types that no value can have at once',
    example: '`Compartment.number` is a string here and an integer in the others.',
    cause: 'The specification changed between the releases of the SDKs, or a cell was edited by hand.',
    fix: 'Correct the cell that is wrong, or regenerate the SDK that is behind.',
  },
  'required-conflict': {
    severity: 'error',
    title: 'Variants disagree on whether a field must be given',
    example: '`Parcel.tracking_code` is optional here and required in the others.',
    cause: 'The specification changed between the releases of the SDKs, or a cell was edited by hand.',
    fix: 'Correct the Required cell that is wrong, or regenerate the SDK that is behind.',
  },
  'nullable-conflict': {
    severity: 'error',
    title: 'Variants disagree on whether a field may be null',
    example: '`Locker.site_code` is never null here and may be null in the others.',
    cause: 'The specification changed between the releases of the SDKs, or a cell was edited by hand.',
    fix: 'Correct the type cell that is wrong, or regenerate the SDK that is behind.',
  },
  'enum-openness-conflict': {
    severity: 'info',
    title: 'Variants disagree on whether values outside the enumeration are accepted',
    example: '`ParcelStatus` takes values that it does not list here, and none in the others.',
    cause: "Openness is also a setting of each SDK's generator.",
    fix: 'Give the SDKs the same setting.',
  },
  'deprecation-differs': {
    severity: 'warning',
    title: 'A variant does not mark as deprecated what others do, or the reverse',
    example: '`LegacyLabel` is marked as deprecated in the others; here it is not.',
    cause: 'Its SDK is built from an older or newer specification.',
    fix: 'Regenerate the SDK that is behind.',
  },
  'description-differs': {
    severity: 'info',
    title: "A variant's description is worded otherwise",
    example: '`Locker` is “A cabinet.” here and “A cabinet with compartments.” in the others.',
    cause: 'The text of the specification changed between the releases of the SDKs, or it was edited by hand.',
    fix: 'Take over the wording of the model.',
  },
  'missing-description': {
    severity: 'info',
    title: 'A variant has no description where others have one',
    example: '`Locker` is “A cabinet with compartments.” in the others; here nothing is said of it.',
    cause: 'Its SDK is built from an older specification, or the text was deleted.',
    fix: 'Take over the wording of the model.',
  },
  'description-missing': {
    severity: 'off',
    title: 'Nobody describes a model or field',
    example: 'No page says anything of `Locker`.',
    cause: 'The specification gives it no description.',
    fix: 'Describe it in the specification, and regenerate the SDKs.',
  },
  'example-differs': {
    severity: 'info',
    title: "A variant's example is another, or is missing",
    example: '`Locker.site_code` has the example `QS-04` in the others; here it has `QS-05`, or none.',
    cause: 'The example of the specification changed between the releases of the SDKs.',
    fix: 'Take over the example of the model.',
  },
  'possible-rename': {
    severity: 'warning',
    title: 'A variant has a field or value under a name that no other variant uses',
    example: '`Address.post_code` has the place, type and text here that `Address.postal_code` has in the others.',
    cause:
      'It was renamed between the releases of the SDKs, or edited by hand: type, place and text are those of the other name.',
    fix: 'Use the name of the model, or regenerate the SDK that is behind.',
  },
  'name-irregular': {
    severity: 'info',
    title: "A name is spelt otherwise than by the rule that all other names of a variant's docs follow",
    example: 'Every name is spelt like `siteCode`, and one `site_Code`.',
    cause: 'The name was edited by hand.',
    fix: 'Spell the name by the rule.',
  },
  'duplicate-field': {
    severity: 'warning',
    title: 'A field stands in the table of its page twice',
    example: 'The table of `Parcel` has two rows `weight`.',
    cause: 'A row was pasted twice, or two names of the API differ only in case or punctuation.',
    fix: 'Remove one of the rows.',
  },
  'unknown-notation': {
    severity: 'error',
    title: 'A type is written in a notation that its language does not have',
    example: 'A type cell reads `String?`, a form that occurs in no docs of this language.',
    cause:
      'The cell was edited by hand, or comes from a generator version not known here; the other variants tell the type.',
    fix: 'Write the type as the other pages of this language do, or regenerate the page.',
  },
  'orphan-page': {
    severity: 'warning',
    title: 'A page that nothing links to, of a model that no other variant has',
    example: '`Kiosk` has a page here alone, and nothing links to it.',
    cause: 'An earlier run of the generator left it behind.',
    fix: 'Delete the page.',
  },
  'dead-link': {
    severity: 'warning',
    title: 'A link of a type leads to no page',
    example: 'The type of `Parcel.courier` links to `courier.md`, and there is no such page.',
    cause: 'The page was deleted, renamed or not generated.',
    fix: 'Restore the page or correct the link.',
  },
} as const satisfies { readonly [id: string]: Rule }

/** The ids of the rules. */
export type RuleId = keyof typeof rules

/** The ids of the rules, sorted. */
export const ruleIds: readonly RuleId[] = Object.keys(rules)
  .filter((id): id is RuleId => id in rules)
  .sort(compareText)
