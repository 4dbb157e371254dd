import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Order, SandboxKind, Word } from '@helder/sandbox/protocol'
import { projectFolder } from '../../core/config.ts'

/** A process that runs what clients wrote, as the pool handles it. */
export interface SandboxProcess {
  send(order: Order): void
  /** Resolves once it listens; rejects when it ended before that. */
  ready: Promise<void>
  /** Resolves when it has ended, with what it was ended by. */
  ended: Promise<{ signal: string | null; code: number | null }>
  /** Ends it and everything that it started, at once. */
  kill(): void
  /** Whether the server may end while this process still waits for work. */
  hold(held: boolean): void
}

const folder = join(projectFolder, 'build', 'sandbox')

const memory: Record<SandboxKind, { heapMegabytes: number; dataKilobytes: number }> = {
  render: { heapMegabytes: 192, dataKilobytes: 700_000 },
  // esbuild is a process of its own below this one, and under the same limit.
  bundle: { heapMegabytes: 192, dataKilobytes: 1_000_000 },
}

/** Starts a sandbox: no environment, no disk where Node can refuse it, a limit on what it may allocate. */
export function startSandbox(kind: SandboxKind, hear: (word: Word) => void): SandboxProcess {
  const entry = join(folder, 'main.mjs')
  if (!existsSync(entry)) throw new Error('the sandbox is not built: node scripts/build.mjs sandbox')
  const [command, ...args] = commandFor(kind, entry)
  const child = spawn(command, args, {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: {},
    cwd: '/',
    // A group of its own, so that esbuild goes along when it is ended.
    detached: true,
  })
  child.on('message', (word: Word) => hear(word))
  const ended = new Promise<{ signal: string | null; code: number | null }>(resolve => {
    child.once('exit', (code, signal) => resolve({ code, signal }))
    child.once('error', () => resolve({ code: null, signal: null }))
  })
  return {
    send: order => void (child.connected && child.send(order)),
    ready: untilReady(child, ended),
    ended,
    kill: () => killGroup(child),
    hold: held => hold(child, held),
  }
}

// `ulimit -d` limits what a process may write to, for all that it starts as well: the heap limit of Node knows
// nothing of buffers, and esbuild has no limit of its own. Where a shell knows no such limit, it goes without.
function commandFor(kind: SandboxKind, entry: string): [string, ...string[]] {
  const { heapMegabytes, dataKilobytes } = memory[kind]
  const node = [
    process.execPath,
    `--max-old-space-size=${heapMegabytes}`,
    '--disallow-code-generation-from-strings',
    '--no-warnings',
    ...(kind === 'render' ? permissionFlags() : []),
    entry,
    kind,
  ]
  return ['/bin/sh', '-c', `ulimit -d ${dataKilobytes} 2>/dev/null; exec "$@"`, 'sandbox', ...node]
}

// Node 20 knows the flag under its first name only, Node 24 under its last. Under it there is no file but the
// program's own, no child process, no worker and no native code.
function permissionFlags(): string[] {
  const name = process.allowedNodeEnvironmentFlags.has('--permission')
    ? '--permission'
    : '--experimental-permission'
  return [name, `--allow-fs-read=${folder}/*`]
}

function untilReady(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  return new Promise((resolve, reject) => {
    child.on('message', function first(word: Word) {
      if (word.say !== 'ready') return
      child.off('message', first)
      resolve()
    })
    void ended.then(() => reject(new Error('the sandbox did not start')))
  })
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  try {
    process.kill(-child.pid, 'SIGKILL')
  } catch {
    child.kill('SIGKILL')
  }
}

function hold(child: ChildProcess, held: boolean): void {
  if (held) {
    child.ref()
    child.channel?.ref()
  } else {
    child.unref()
    child.channel?.unref()
  }
}
