import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

/** The middle one of some numbers. */
export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const high = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? high) + high) / 2
}

/** Microseconds of processor time that processes have used so far. Linux only. */
export function processorMicroseconds(pids: number[]): number {
  const ticks = pids.reduce((total, pid) => {
    const fields = statOf(pid)
    return total + Number(fields[11] ?? 0) + Number(fields[12] ?? 0)
  }, 0)
  return (ticks * 1_000_000) / ticksPerSecond
}

const ticksPerSecond = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }))

// What follows the name of the program, which may have spaces in it; the first of it is the state.
function statOf(pid: number): string[] {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
}

/** A process with all that it started, as far as it is still there. */
export function family(pid: number): number[] {
  const parents = new Map(
    readdirSync('/proc')
      .filter(name => /^\d+$/.test(name))
      .flatMap(name => {
        try {
          return [[Number(name), Number(statOf(Number(name))[1])] as const]
        } catch {
          return []
        }
      }),
  )
  const below = (one: number): number[] =>
    [...parents].filter(([, parent]) => parent === one).flatMap(([child]) => [child, ...below(child)])
  return [pid, ...below(pid)]
}

/** Memory that a process has, its share of what it shares counted in part, in MB. Linux only. */
export function memoryMegabytes(pids: number[]): number {
  const kilobytes = pids.reduce((total, pid) => {
    const found = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))
    return total + Number(found?.[1] ?? 0)
  }, 0)
  return kilobytes / 1024
}

/** What one round of asking came to. */
export interface Round {
  requests: number
  seconds: number
  errors: number
}

/** Asks for one address as fast as it comes, with `wrk` where it is, else with autocannon. */
export function hammer(
  url: string,
  options: { seconds: number; connections: number; headers?: string[] },
): Round {
  const headers = options.headers ?? []
  return wrkIsHere() ? hammerByWrk(url, options, headers) : hammerByAutocannon(url, options, headers)
}

let wrk: boolean | undefined

function wrkIsHere(): boolean {
  if (wrk === undefined) {
    if (!has('wrk') && process.getuid?.() === 0 && has('apt-get')) installFromDebian('wrk')
    wrk = has('wrk')
  }
  return wrk
}

/** Whether a program is on this machine. */
export function has(program: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${program}`]).status === 0
}

/** Installs a program of Debian; only as root. */
export function installFromDebian(name: string): void {
  const options = { stdio: 'ignore' as const, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  spawnSync('apt-get', ['update', '-qq'], options)
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], options)
}

function hammerByWrk(
  url: string,
  { seconds, connections }: { seconds: number; connections: number },
  headers: string[],
): Round {
  const given = headers.flatMap(header => ['-H', header])
  const output = execFileSync('wrk', ['-t1', `-c${connections}`, `-d${seconds}s`, ...given, url], {
    encoding: 'utf8',
  })
  const [, requests = '0', took = '0', unit = 's'] = /(\d+) requests in ([\d.]+)(m?s)/.exec(output) ?? []
  const errors = Number(/Non-2xx or 3xx responses: (\d+)/.exec(output)?.[1] ?? 0)
  return { requests: Number(requests), seconds: Number(took) / (unit === 'ms' ? 1000 : 1), errors }
}

function hammerByAutocannon(
  url: string,
  { seconds, connections }: { seconds: number; connections: number },
  headers: string[],
): Round {
  const given = headers.flatMap(header => ['-H', header.replace(/:\s*/, '=')])
  const args = [
    'node_modules/.bin/autocannon',
    '-j',
    '-c',
    String(connections),
    '-d',
    String(seconds),
    ...given,
    url,
  ]
  const said = JSON.parse(
    execFileSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
  )
  return { requests: said.requests.total, seconds: said.duration, errors: said.non2xx }
}

/** Starts a program that goes on until it is ended. */
export function startProgram(command: string, args: string[]): ChildProcess {
  return spawn(command, args, { stdio: ['ignore', 'ignore', 'inherit'] })
}

/** Prints a table for people, with the columns as wide as they need to be. */
export function printTable(header: string[], rows: string[][]): void {
  const widths = header.map((name, column) =>
    Math.max(name.length, ...rows.map(row => (row[column] ?? '').length)),
  )
  const line = (cells: string[]) =>
    cells
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
  console.log(line(header))
  console.log(widths.map(width => '─'.repeat(width)).join('  '))
  for (const row of rows) console.log(line(row))
}

/** Prints the last line of a benchmark, for programs. */
export function printResult(
  bench: string,
  ratios: Record<string, number>,
  figures: Record<string, unknown>,
): void {
  console.log(JSON.stringify({ bench, ratios, figures }))
}
