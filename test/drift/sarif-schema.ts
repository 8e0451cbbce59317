// Knows the part of the SARIF 2.1.0 schema that our logs use, written by hand after the standard, and stricter than it is.

// The official schema is in none of our packages. What it has and we never write is left out here, and refused: every object
// is closed, what GitHub asks for is required, and a URI is relative and percent-encoded.

const closed = (
  properties: { readonly [name: string]: object },
  required: readonly string[] = Object.keys(properties),
): object => ({ type: 'object', additionalProperties: false, required, properties })

const text = { type: 'string', minLength: 1 }
const line = { type: 'integer', minimum: 1 }
const level = { enum: ['none', 'note', 'warning', 'error'] }
const message = closed({ text })
const fingerprint = { type: 'string', pattern: '^[0-9a-f]{16}( \\([0-9]+\\))?$' }

const artifactLocation = closed(
  {
    // RFC 3986 without a scheme: unreserved characters, sub-delimiters, `@`, `/` and percent-encoded octets.
    uri: { type: 'string', format: 'uri-reference', pattern: "^(?:[A-Za-z0-9._~!$&'()*+,;=@/-]|%[0-9A-F]{2})+$" },
    uriBaseId: { const: '%SRCROOT%' },
  },
  ['uri', 'uriBaseId'],
)

const physicalLocation = closed(
  {
    artifactLocation,
    region: closed({ startLine: line, startColumn: line, endLine: line, endColumn: line }),
  },
  ['artifactLocation'],
)

const rule = closed({
  id: { type: 'string', pattern: '^([a-z]+(-[a-z]+)*|CG[0-9]{3})$' },
  shortDescription: message,
  fullDescription: message,
  help: closed({ text, markdown: text }),
  defaultConfiguration: closed({ level }),
  properties: closed({ tags: { type: 'array', uniqueItems: true, items: text } }),
})

const result = closed(
  {
    ruleId: text,
    ruleIndex: { type: 'integer', minimum: 0 },
    level,
    message,
    locations: { type: 'array', minItems: 1, items: closed({ physicalLocation }) },
    relatedLocations: {
      type: 'array',
      minItems: 1,
      uniqueItems: true,
      items: closed({ id: { type: 'integer', minimum: 0 }, physicalLocation, message }),
    },
    partialFingerprints: closed({ primaryLocationLineHash: fingerprint, 'codegenFinding/v1': fingerprint }),
  },
  ['ruleId', 'ruleIndex', 'level', 'message', 'partialFingerprints'],
)

/** The schema of our SARIF logs. */
export const sarifSchema = closed({
  $schema: { const: 'https://json.schemastore.org/sarif-2.1.0.json' },
  version: { const: '2.1.0' },
  runs: {
    type: 'array',
    minItems: 1,
    maxItems: 1,
    items: closed({
      tool: closed({
        driver: closed({ name: text, fullName: text, rules: { type: 'array', uniqueItems: true, items: rule } }),
      }),
      columnKind: { const: 'utf16CodeUnits' },
      originalUriBaseIds: closed({ '%SRCROOT%': closed({ description: message }) }),
      results: { type: 'array', items: result },
    }),
  },
})
