// Knows what reconciling is given of each variant, and how a model of one variant is called: a node.

import type { Diagnostic } from '../diagnostics/diagnostic.js'
import type { Dialect, Projection } from '../dialects/dialect.js'
import type { Provenance } from '../ir/model.js'
import type { SourceSpan } from '../text/span.js'

/** A name as it stands on the wire, found outside the model pages. */
export interface WireName {
  readonly name: string
  readonly span: SourceSpan
}

/** The docs of one variant, read. */
export interface VariantDocs {
  readonly id: string
  readonly dialect: Dialect
  /** Folder of the docs, relative to the working folder. */
  readonly root: string
  /** Pages read, models or not. */
  readonly documents: number
  readonly projections: readonly Projection[]
  /** Files that could not be read though they may be pages of models. */
  readonly unread: readonly string[]
  /** Type cells in a notation that the language does not have (CG301 to CG303), on pages of models. */
  readonly faults?: readonly Diagnostic[]
  /** The files that pages of no model link to; absent where there are no such pages. */
  readonly linked?: ReadonlySet<string>
  /** Path parameters named by code samples, on the wire's terms. */
  readonly pathNames: readonly WireName[]
  /** Names in the examples of the lock file beside the docs. */
  readonly exampleNames: readonly WireName[]
  /** What the generator recorded of the docs; absent where it recorded nothing. */
  readonly provenance?: Provenance
}

/** One page of one variant. */
export interface Node {
  readonly variant: VariantDocs
  readonly page: Projection
}

/** The pages of all variants that describe one model; at most one page a variant. */
export interface Cluster {
  /** Namespace and key: the identity of the model while reconciling. */
  readonly id: string
  readonly namespace: string
  readonly nodes: ReadonlyMap<string, Node>
  /** The names by which it is referred to where no page describes it. */
  readonly referredAs: readonly string[]
}
