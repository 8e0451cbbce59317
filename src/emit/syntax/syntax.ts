// Knows the part of TypeScript that generated files are written in, as a tree: just what their layout depends on.

/** Thrown where a text holds what this tree has no place for; whoever asked falls back on a formatter that knows all of the language. */
export class OtherSyntax extends Error {}

/** A type. A closed union on `kind`. */
export type TypeNode =
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'reference'; readonly name: string; readonly args: readonly TypeNode[] }
  | { readonly kind: 'string'; readonly text: string }
  | { readonly kind: 'array'; readonly items: TypeNode }
  | { readonly kind: 'union' | 'intersection'; readonly members: readonly TypeNode[] }
  | { readonly kind: 'prefixed'; readonly prefix: 'typeof' | 'keyof'; readonly type: TypeNode }
  | { readonly kind: 'indexed'; readonly object: TypeNode; readonly index: TypeNode }
  /** `value is T`, the type of a guard. */
  | { readonly kind: 'predicate'; readonly name: string; readonly type: TypeNode }
  /** `{}`. */
  | { readonly kind: 'empty' }

/** A parameter; in arrow functions without a type. */
export interface Parameter {
  readonly name: string
  readonly type?: TypeNode
}

/** A property of an object literal: a value, a getter with its body, or nothing where the value has the name of the key. */
export interface Property {
  readonly key: Key
  readonly value?: Expression | { readonly kind: 'getter'; readonly body: readonly Statement[] }
}

/** A key: bare, between quotes, a text between brackets, or the parameter of an index signature. */
export interface Key {
  readonly kind: 'bare' | 'quoted' | 'computed' | 'parameter'
  readonly text: string
}

/** An expression. Parentheses are not kept: they follow from the tree. */
export type Expression =
  | { readonly kind: 'name' | 'string' | 'number' | 'constant'; readonly text: string }
  | { readonly kind: 'member'; readonly object: Expression; readonly name: string }
  | { readonly kind: 'index'; readonly object: Expression; readonly index: Expression }
  | CallExpression
  | { readonly kind: 'array'; readonly items: readonly Expression[] }
  /** `isOpen`: whether it begins on a line of its own, which the layout keeps. */
  | { readonly kind: 'object'; readonly isOpen: boolean; readonly properties: readonly Property[] }
  | { readonly kind: 'arrow'; readonly parameters: readonly Parameter[]; readonly body: Expression }
  | { readonly kind: 'unary'; readonly operator: string; readonly value: Expression }
  | BinaryExpression
  | { readonly kind: 'choice'; readonly test: Expression; readonly yes: Expression; readonly no: Expression }
  | { readonly kind: 'typed'; readonly word: 'as' | 'satisfies'; readonly value: Expression; readonly type: TypeNode }
  | { readonly kind: 'noted'; readonly comment: string; readonly value: Expression }

/** A call, or with `new` the making of an object. */
export interface CallExpression {
  readonly kind: 'call'
  readonly isNew: boolean
  readonly callee: Expression
  readonly types: readonly TypeNode[]
  readonly args: readonly Expression[]
}

/** Two values and what stands between them. */
export interface BinaryExpression {
  readonly kind: 'binary'
  readonly operator: string
  readonly left: Expression
  readonly right: Expression
}

/** Comments above something, each with the number of line ends below it. */
export type Comments = readonly { readonly text: string; readonly below: number }[]

/** A member of an interface: a property, or the further ones. */
export interface Member {
  readonly comments: Comments
  readonly key: Key
  readonly isOptional: boolean
  readonly type: TypeNode
}

/** A name in a list of imports or exports, as written. */
export type Statement = {
  readonly comments: Comments
  /** Whether an empty line follows. */
  readonly isApart: boolean
} & (
  | { readonly kind: 'list'; readonly head: string; readonly names: readonly string[]; readonly from?: string }
  | { readonly kind: 'all'; readonly head: string; readonly from: string }
  | { readonly kind: 'interface'; readonly head: string; readonly members: readonly Member[] }
  | { readonly kind: 'alias'; readonly head: string; readonly type: TypeNode }
  | { readonly kind: 'const'; readonly head: string; readonly type?: TypeNode; readonly value: Expression }
  | {
      readonly kind: 'function'
      readonly head: string
      readonly parameters: readonly Parameter[]
      readonly returns?: TypeNode
      readonly body: readonly Statement[]
    }
  | { readonly kind: 'return'; readonly value?: Expression }
  | { readonly kind: 'if'; readonly test: Expression; readonly body: Statement }
  | {
      readonly kind: 'for'
      readonly name: string
      readonly word: 'of' | 'in'
      readonly value: Expression
      readonly body: Statement
    }
  | { readonly kind: 'expression'; readonly value: Expression }
)
