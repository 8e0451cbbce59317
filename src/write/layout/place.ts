// Knows where an expression may stand, as far as its layout depends on it.

/**
 * As an argument or item, behind `=`, `:`, `return` or `=>`, in the test of an `if`, before a dot, behind an operator. The last
 * argument may be opened while the others stay beside the bracket. What is called knows how many arguments it is given.
 */
export type Place =
  | 'argument'
  | 'body'
  | 'elsewhere'
  | 'last argument'
  | 'object'
  | 'return'
  | 'test'
  | 'typed'
  | 'unary'
  | 'value'
  | { readonly callee: number }
