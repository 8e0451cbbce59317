// Knows how a process is kept from the network and from other programs: loaded before it, every attempt is written down and fails.

import childProcess from 'node:child_process'
import dgram from 'node:dgram'
import dns from 'node:dns'
import { appendFileSync } from 'node:fs'
import http from 'node:http'
import http2 from 'node:http2'
import https from 'node:https'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'
import tls from 'node:tls'

function forbid(owner, name, isFine = () => false) {
  const real = owner[name]
  owner[name] = function (...values) {
    if (isFine(...values)) return real.apply(this, values)
    appendFileSync(process.env.ATTEMPTS, `${name} ${values.map(String).join(' ')}\n`)
    throw new Error(`${name} is forbidden`)
  }
}

forbid(net.Socket.prototype, 'connect')
forbid(net.Server.prototype, 'listen')
for (const name of ['connect', 'createConnection']) forbid(net, name)
forbid(tls, 'connect')
forbid(http2, 'connect')
forbid(dgram, 'createSocket')
for (const owner of [http, https]) for (const name of ['request', 'get']) forbid(owner, name)
for (const owner of [dns, dns.promises]) for (const name of ['lookup', 'resolve']) forbid(owner, name)
forbid(globalThis, 'fetch')
for (const name of ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork'])
  forbid(childProcess, name, (file, _, options) => file === 'git' && !options?.shell)
syncBuiltinESMExports()
