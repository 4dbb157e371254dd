import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'

/** What came of taking a lock: how to let go of it, or the process that has it. */
export type Taken = { release(): void } | { holder: number }

/** Takes a lock for this process: a file that says whose it is. One that a killed process left is taken over. */
export function takeLock(file: string): Taken {
  for (;;) {
    if (write(file)) return { release: () => rmSync(file, { force: true }) }
    const holder = holderOf(file)
    if (holder !== undefined) return { holder }
    rmSync(file, { force: true })
  }
}

/** The living process that has a lock, if one does. */
export function holderOf(file: string): number | undefined {
  if (!existsSync(file)) return undefined
  const [number = '', began = ''] = readFileSync(file, 'utf8').trim().split(' ')
  const pid = Number(number)
  return number !== '' && isAlive(pid) && beginOf(pid) === began ? pid : undefined
}

// Written elsewhere first: a lock that can be seen says at once whose it is.
function write(file: string): boolean {
  const own = `${file}.${process.pid}`
  writeFileSync(own, `${process.pid} ${beginOf(process.pid)}\n`, { mode: 0o600 })
  try {
    linkSync(own, file)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(own, { force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

// The number of a process that died may belong to another by now, and in a container every start has the same one: on
// Linux the moment at which it began, in ticks since the machine did, tells them apart. Source: proc(5), field 22.
function beginOf(pid: number): string {
  const stat = `/proc/${pid}/stat`
  if (!existsSync(stat)) return ''
  const line = readFileSync(stat, 'utf8')
  return line.slice(line.lastIndexOf(')') + 2).split(' ')[19] ?? ''
}
