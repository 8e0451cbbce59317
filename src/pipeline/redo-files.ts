// Knows which generated files change with some models, where nothing but texts and places of them did.

import type { Options } from '../config/options.js'
import type { ApiModel, Model } from '../ir/model.js'
import type { ModelName } from '../emit/names.js'
import type { IrFile } from '../emit/ir/ir-file.js'
import { irPath } from '../emit/ir/ir-path.js'
import type { Finding } from '../reconcile/finding.js'
import { typeRefs } from '../ir/type.js'
import type { WireCounts } from '../ir/wire-words.js'
import { fingerprint } from '../write/fingerprint.js'
import type { FormatterSettings } from '../write/format.js'
import type { ManifestLines } from '../write/manifest-lines.js'

/** What is printed. */
export interface ChangedModels {
  readonly file: IrFile
  readonly models: readonly Model[]
  /** The model of the API without its models. */
  readonly head: Omit<ApiModel, 'models'>
  readonly findings: readonly Finding[]
  readonly counts: WireCounts
  /** What the models are called in generated code. */
  readonly names: ReadonlyMap<string, ModelName>
}

/** A file as it is to be. */
export interface RedoneFile {
  readonly path: string
  readonly text: string | Uint8Array
  /** The fingerprints of the text, and of the text before it was laid out. */
  readonly hash: string
  readonly source: string
}

/** What the files are made for. */
export interface RedoPlace {
  readonly options: Options
  readonly manifest: ManifestLines
  readonly format: FormatterSettings
}

/** The files that may change; undefined where more would have to be printed than can be told from these models. */
export async function redoFiles(
  changed: ChangedModels,
  { options, manifest, format }: RedoPlace,
): Promise<readonly RedoneFile[] | undefined> {
  const { file, models, head, findings, counts } = changed
  const [{ headerLines }, { renderDrift }] = await Promise.all([
    import('../emit/header.js'),
    import('../drift/files.js'),
  ])
  const header = headerLines('codegen run', options.header)
  const drift = renderDrift({ ...head, models: [] }, findings, { header, counts })
  const ir = { path: irPath, text: file.with(models, head) }
  const plain = [...drift, ir].map((one): RedoneFile => {
    const hash = fingerprint(one.text)
    return { ...one, hash, source: hash }
  })
  const documented = models.filter((model) => textsOf(model) !== textsOf(file.modelOf(model.id)))
  if (documented.length === 0) return plain
  // Elsewhere texts stand in files of many models, or names depend on all of them.
  if (options.emitters.length > 0 || options.layout !== 'per-model' || options.shape !== 'wire') return undefined
  const types = await redoTypes(documented, { ...changed, header }, { options, manifest, format })
  return types === undefined ? undefined : [...plain, ...types]
}

/** What comments are made of. */
function textsOf(model: Model | undefined): string {
  return JSON.stringify(model, (key, value: unknown) => {
    if (key === 'sources' || key === 'blind') return undefined
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}

/** The types of some models, printed with all models that they reach. */
async function redoTypes(
  models: readonly Model[],
  { file, head, findings, header, names }: ChangedModels & { readonly header: readonly string[] },
  { options, manifest, format }: RedoPlace,
): Promise<readonly RedoneFile[] | undefined> {
  const [{ types }, { closeEnums }, { prefixNames }, { formatterWith }] = await Promise.all([
    import('../emit/types/types.js'),
    import('../emit/close-enums.js'),
    import('../emit/prefix-names.js'),
    import('../write/format.js'),
  ])
  const near = reachedFrom(models, file)
  const named = prefixNames({ ...head, models: [...near.values()] }, options.prefixes)
  const model = options.enums === 'strict' ? closeEnums(named) : named
  const only = new Set(models.map(({ id }) => id))
  const { layout, shape, unknownKeys } = options
  const emitted = await types.emit({
    model,
    findings,
    header,
    layout,
    shape,
    unknownKeys,
    responses: true,
    only,
    names,
  })
  if (emitted.diagnostics.length > 0 || format.key !== manifest.format) return undefined
  const formatter = formatterWith(format)
  // A wrapper of a response may be a model that nothing is emitted of.
  const own = emitted.files.filter(({ path }) => manifest.fileAt(path) !== undefined)
  return Promise.all(
    own.map(async ({ path, text: given }) => {
      const text = await formatter.format(path, given)
      return { path, text, hash: fingerprint(text), source: fingerprint(given) }
    }),
  )
}

/** The models, and all that they refer to, by id. */
function reachedFrom(models: readonly Model[], file: IrFile): ReadonlyMap<string, Model> {
  const found = new Map(models.map((model) => [model.id, model]))
  // A map is walked in the order of insertion, and what is added on the way is walked too.
  for (const model of found.values())
    for (const { name } of refsOf(model)) {
      const target = found.has(name) ? undefined : file.modelOf(name)
      if (target !== undefined) found.set(name, target)
    }
  return found
}

function refsOf(model: Model): ReturnType<typeof typeRefs> {
  if (model.kind === 'union') return model.members.flatMap(typeRefs)
  if (model.kind !== 'object') return []
  const fields = model.fields.flatMap(({ type }) => typeRefs(type))
  return model.additional === undefined ? fields : [...fields, ...typeRefs(model.additional)]
}
