// Knows which emitters run, what they are given, and what is believed of what they give.

import type { Options } from '../config/options.js'
import { problem, type Diagnostic } from '../diagnostics/diagnostic.js'
import type { CustomEmitter, CustomInput } from '../emit/custom-emitter.js'
import type { EmitInput } from '../emit/emitter.js'
import { nameModels } from '../emit/names.js'
import type { ApiModel } from '../ir/model.js'
import type { Finding } from '../reconcile/finding.js'
import type { EmittedFile } from '../text/file.js'
import { shortReason } from '../text/reason.js'
import { foldPath, isSafePath } from '../write/places.js'

/** What is to be generated, and what went wrong: CG602, CG608, CG609. */
export interface Output {
  readonly files: readonly EmittedFile[]
  readonly diagnostics: readonly Diagnostic[]
}

/** The output of one emitter. */
interface Part extends Output {
  /** The emitter, as messages name it. */
  readonly owner: string
}

/** Runs the emitters that the options choose. A file that two of them give is kept of the first, and told of. */
export async function emitFiles(
  options: Options,
  recovered: { readonly model: ApiModel; readonly findings: readonly Finding[] },
): Promise<Output> {
  const [{ emitterOf }, { closeEnums }, { headerLines }, { prefixNames }, { renderDrift }] = await Promise.all([
    import('../emit/index.js'),
    import('../emit/close-enums.js'),
    import('../emit/header.js'),
    import('../emit/prefix-names.js'),
    import('../drift/files.js'),
  ])
  const { findings } = recovered
  const header = headerLines('codegen run', options.header)
  const documented = recovered.model
  const { shape, layout, prefixes, responses, unknownKeys } = options
  const named = prefixNames(documented, prefixes)
  const model = options.enums === 'strict' ? closeEnums(named) : named
  const builtIn = options.emitters.filter((emitter) => typeof emitter === 'string')
  const own = options.emitters.filter((emitter) => typeof emitter !== 'string')
  // What converts refuses what the plain validators refuse.
  const converting = shape === 'sdk' ? ['plain', 'convert'] : []
  const ids = new Set(['types', ...options.validators, ...converting, ...builtIn, 'ir'])
  const chosen = [...ids].flatMap((id) => emitterOf(id) ?? [])
  const input: EmitInput = { model, findings, header, shape, layout, responses, unknownKeys }
  const parts = await Promise.all([
    ...chosen.map(async (emitter): Promise<Part> => {
      const given = emitter.asDocumented === true ? { ...input, model: documented } : input
      return { owner: emitter.label, ...(await emitter.emit(given)) }
    }),
    ...own.map((emitter) => runCustom(emitter, input)),
  ])
  const drift: Part = {
    owner: 'the differences',
    files: renderDrift(documented, findings, { header }),
    diagnostics: [],
  }
  const taken = new Map<string, string>()
  const joined = [...parts.slice(0, chosen.length), drift, ...parts.slice(chosen.length)].map((part) =>
    withoutTaken(part, taken),
  )
  return { files: joined.flatMap(({ files }) => files), diagnostics: joined.flatMap(({ diagnostics }) => diagnostics) }
}

/** The part without the files that an earlier one gave; `taken` has the owner of each path, and gets those of this part. */
function withoutTaken({ owner, files, diagnostics }: Part, taken: Map<string, string>): Output {
  const faults: Diagnostic[] = []
  const free = files.filter(({ path }) => {
    const first = taken.get(foldPath(path))
    if (first === undefined) taken.set(foldPath(path), owner)
    else faults.push(problem('CG609', { path, first, second: owner }))
    return first === undefined
  })
  return { files: free, diagnostics: [...diagnostics, ...faults] }
}

/** Runs an emitter that is not ours: whatever it does, it comes out as files or as CG608. */
async function runCustom(emitter: CustomEmitter, { model, findings, header }: EmitInput): Promise<Part> {
  const { id } = emitter
  const owner = `the emitter "${id}"`
  const failed = (reason: string): Part => ({
    owner,
    files: [],
    diagnostics: [problem('CG608', { emitter: id, reason })],
  })
  try {
    const copy = structuredClone({ model, findings })
    const input: CustomInput = { ...copy, header: [...header], names: nameModels(model.models) }
    const given: unknown = await emitter.emit(input)
    const files = Array.isArray(given) ? given.map(readFile) : undefined
    if (files === undefined) return failed(`it gave ${kindOf(given)} instead of a list of files`)
    const faults = files.flatMap((file, index) => (typeof file === 'string' ? [`its file ${index + 1} ${file}`] : []))
    return faults[0] === undefined
      ? { owner, files: files.filter((file) => typeof file !== 'string'), diagnostics: [] }
      : failed(faults[0])
  } catch (error) {
    return failed(shortReason(error))
  }
}

/** A file as it was given, or what is wrong with it. */
function readFile(given: unknown): EmittedFile | string {
  if (typeof given !== 'object' || given === null) return `is ${kindOf(given)} instead of { path, text }`
  const path: unknown = Reflect.get(given, 'path')
  const text: unknown = Reflect.get(given, 'text')
  if (typeof path !== 'string') return `has ${kindOf(path)} as its path`
  if (!isSafePath(path))
    return `has the path ${JSON.stringify(path)}, which leads out of the output folder or is no path on every system`
  return typeof text === 'string' ? { path, text } : `(${path}) has ${kindOf(text)} as its text`
}

function kindOf(value: unknown): string {
  if (value === undefined || value === null) return 'nothing'
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}
