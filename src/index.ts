// Knows what a program may import from this package.

export { diff, emit, parseDocument, reconcile, type ParsedDocument } from './api/documents.js'
export { run, type RunOptions } from './api/run.js'
export { createNodeHost } from './cli/node-host.js'
export type { Config } from './config/config.js'
export { defineConfig } from './config/define.js'
export type { Diagnostic } from './diagnostics/diagnostic.js'
export { defineEmitter, type CustomEmitter as Emitter } from './emit/custom-emitter.js'
export type { ApiModel, Field, Model } from './ir/model.js'
export type { Type } from './ir/type.js'
export type { Host } from './pipeline/host.js'
export type { Report } from './pipeline/report.js'
export type { Finding } from './reconcile/finding.js'
