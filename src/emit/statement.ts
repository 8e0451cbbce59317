// Knows the statements that generated files consist of, as data: names and texts are what they mean, not how they are escaped.

/** A documentation comment: raw text, and raw tags in order. */
export interface Doc {
  readonly text: string
  readonly tags: readonly { readonly name: string; readonly text?: string }[]
}

/** A name in an import or export list. */
export interface ListedName {
  readonly name: string
  readonly isType: boolean
}

/** A property of an interface. `type` is code. */
export interface PropertyLine {
  readonly name: string
  readonly optional: boolean
  readonly type: string
  readonly doc?: Doc
}

/** Imports names, or everything under the name `all`. */
export interface ImportStatement {
  readonly kind: 'import'
  readonly from: string
  readonly names: readonly ListedName[]
  readonly all?: string
  /** Whether only types are used of everything under that name. */
  readonly areTypes?: boolean
}

/** Exports names of another file. */
export interface ReExportStatement {
  readonly kind: 're-export'
  readonly from: string
  readonly names: readonly ListedName[]
}

/** An exported interface; `index` is the type of its further properties. */
export interface InterfaceStatement {
  readonly kind: 'interface'
  readonly name: string
  readonly doc?: Doc
  readonly properties: readonly PropertyLine[]
  readonly index?: string
}

/** An exported type alias. */
export interface AliasStatement {
  readonly kind: 'alias'
  readonly name: string
  readonly doc?: Doc
  readonly type: string
}

/** A constant. `value` and `type` are code. */
export interface ConstStatement {
  readonly kind: 'const'
  readonly name: string
  readonly exported: boolean
  readonly doc?: Doc
  readonly type?: string
  readonly value: string
  /** What the value must turn out to be, where it is an object of constants: its keys and values in order. */
  readonly entries?: readonly (readonly [key: string, value: string])[]
}

/** A function. `body` holds its statements as code. */
export interface FunctionStatement {
  readonly kind: 'function'
  readonly name: string
  readonly exported: boolean
  readonly doc?: Doc
  readonly parameters: readonly { readonly name: string; readonly type: string }[]
  readonly returns: string
  readonly body: readonly string[]
}

/** A statement of a generated file. A closed union on `kind`. */
export type Statement =
  ImportStatement | ReExportStatement | InterfaceStatement | AliasStatement | ConstStatement | FunctionStatement

/** A generated TypeScript file before it is printed: its statements, or the fixed code of a file that holds no document's text. */
export type SourceFile =
  /** `path` is below the output folder, with `/` between its parts. */
  | { readonly path: string; readonly statements: readonly Statement[] }
  | { readonly path: string; readonly code: string }
