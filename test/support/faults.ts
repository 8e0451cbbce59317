// Knows how to let a chosen call of the file system fail, be it one of a host or one of the system below it.

import * as disk from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import type { FileCalls } from '../../src/cli/put-file.js'
import type { Host } from '../../src/pipeline/host.js'
import { systemError } from './memory-host.js'

/** The ways in which a call fails. `short` writes half of what it is given, without an error. */
export const faults = ['ENOSPC', 'EIO', 'EACCES', 'EMFILE', 'EXDEV', 'short'] as const

/** One of them. */
export type Fault = (typeof faults)[number]

/** What happens to a call, by its name and how many there were before it; nothing where it goes well. */
export type FaultPlan = (call: string, count: number) => Fault | undefined

/** Lets one call of all fail. */
export function nth(n: number, fault: Fault): FaultPlan {
  return (_, count) => (count === n ? fault : undefined)
}

/** The calls of the system, some of which fail as planned; `count` tells how many there were. */
export function faultyCalls(plan: FaultPlan): {
  readonly calls: FileCalls
  readonly count: () => number
} {
  let count = -1
  const enter = (call: string): Fault | undefined => {
    count += 1
    const fault = plan(call, count)
    if (fault !== undefined && fault !== 'short') throw systemError(fault, `${call} failed`)
    return fault
  }
  const faulty = <F extends (...values: never[]) => Promise<unknown>>(call: string, real: F): F => {
    const wrapped = async (...values: Parameters<F>): Promise<unknown> => {
      enter(call)
      return real(...values)
    }
    return wrapped as F
  }
  const handle = (file: FileHandle): FileHandle =>
    new Proxy(file, {
      get: (target, key) => {
        if (key === 'write')
          return async (bytes: Uint8Array, from: number) => {
            const fault = enter('write')
            const rest = bytes.byteLength - from
            return target.write(bytes, from, fault === 'short' ? Math.ceil(rest / 2) : rest)
          }
        if (key === 'close')
          return async () => {
            await target.close()
            enter('close')
          }
        const value: unknown = Reflect.get(target, key)
        if (typeof value !== 'function') return value
        const bound = value.bind(target) as (...values: never[]) => Promise<unknown>
        return faulty(String(key), bound)
      },
    })
  const names = ['link', 'lstat', 'mkdir', 'readdir', 'rename', 'rm'] as const
  const simple = Object.fromEntries(names.map((name) => [name, faulty(name, disk[name] as never)]))
  const open = async (path: string, flags: string): Promise<FileHandle> => {
    enter('open')
    return handle(await disk.open(path, flags))
  }
  return { calls: { ...simple, open } as FileCalls, count: () => count + 1 }
}

/** A host some of whose calls fail as planned; writing is one call here, so that `short` is nothing to it. */
export function faultyHost(host: Host, plan: FaultPlan): { readonly host: Host; readonly count: () => number } {
  let count = -1
  const enter = (call: string): void => {
    count += 1
    const fault = plan(call, count)
    if (fault !== undefined) throw systemError(fault, `${call} failed`)
  }
  const faulty = <F extends (...values: never[]) => Promise<unknown>>(call: string, real: F): F => {
    const wrapped = async (...values: Parameters<F>): Promise<unknown> => {
      enter(call)
      return real(...values)
    }
    return wrapped as F
  }
  const names = ['list', 'stat', 'read', 'stamps', 'write', 'create', 'remove'] as const
  const simple = Object.fromEntries(names.map((name) => [name, faulty(name, host[name] as never)]))
  const stage: Host['stage'] = async (...values) => {
    enter('stage')
    const staged = await host.stage?.(...values)
    if (staged === undefined) throw new Error('the host cannot stage')
    return { place: faulty('place', staged.place), drop: faulty('drop', staged.drop) }
  }
  return { count: () => count + 1, host: { ...host, ...simple, stage } }
}
