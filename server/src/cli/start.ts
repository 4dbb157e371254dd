import { once } from 'node:events'
import { text } from '@helder/words'
import { type App, makeApp } from '../core/app.ts'
import { origin, readConfig } from '../core/config.ts'
import type { Closed } from '../core/http/closed.ts'
import { openInstance } from '../core/instance.ts'
import { makeLog } from '../core/log.ts'
import { backUpAfterRestore, findRestoreMark, settleRestore } from '../operations/index.ts'
import { catchingUp, catchUp } from '../privacy/index.ts'
import { finishDemo, isDemoUnfinished, seed } from '../seed/demo.ts'
import { slices } from '../slices.ts'
import type { Command } from './command.ts'
import { showDemo, tellDemo } from './demo.ts'
import { print, say } from './terminal.ts'

async function start(): Promise<void> {
  const stop = whenToldToStop()
  const config = readConfig(process.env)
  const log = makeLog(config.logLevel)
  const instance = await openInstance(config, {
    tell: name => log.debug({ migration: name }, 'migrating'),
  })
  const doors: Doors = { closed: { because: catchingUp, done: 0, total: 0 } }
  try {
    const { connections } = instance
    const app = await makeApp({ config, connections, slices, log, closedBecause: () => doors.closed })
    try {
      const port = await app.http.listen()
      config.publicPort ||= port
      await serve(app, doors, stop)
    } finally {
      await app.stop()
    }
  } finally {
    await instance.close()
  }
}

// From the first moment on: a start that is broken off must not leave the database running. Once only, so that who
// asks twice is heard at once.
function whenToldToStop(): AbortSignal {
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stop.abort())
  return stop.signal
}

async function serve(app: App, doors: Doors, stop: AbortSignal): Promise<void> {
  const steps = [
    () => openDoors(app, doors),
    () => seed(app.services),
    () => app.startWorker(),
    () => showDemoBeingBuilt(app, stop),
    () => welcome(app),
    () => once(stop, 'abort'),
  ]
  for (const step of steps) if (!stop.aborted) await step()
}

interface Doors {
  closed: Closed | undefined
}

// The port is open from the first moment, so that whoever comes too early hears why they have to wait.
async function openDoors(app: App, doors: Doors): Promise<void> {
  const { services } = app
  const mark = findRestoreMark(services.config.dataFolder)
  const { repairs, erasures } = await catchUp(services, mark !== null, progress => {
    doors.closed = { because: catchingUp, ...progress }
    const { done, total } = progress
    print(
      say(text(`Wissing herhalen: ${done + 1} van ${total}`, `Repeating erasure: ${done + 1} of ${total}`)),
    )
  })
  for (const repair of repairs) services.log.warn({ repair }, 'the ledger was mended')
  if (erasures > 0) print(say(text('Alle wissingen zijn herhaald.', 'All erasures were repeated.')))
  if (mark !== null) {
    await settleRestore(services.config, mark, erasures)
    await backUpAfterRestore(services)
  }
  doors.closed = undefined
}

async function showDemoBeingBuilt({ services }: App, stop: AbortSignal): Promise<void> {
  if (isDemoUnfinished(services)) await finishDemo(services, stop, tellDemo())
}

async function welcome({ services }: App): Promise<void> {
  const { config } = services
  print(`\nHelder ${config.version}\n`)
  print(`  Studio    ${origin(config, config.studioHost)}`)
  if (config.seed === 'demo') await showDemo(services)
  print(`\n  ${say(text('Stoppen: Ctrl C', 'Stop: Ctrl C'))}\n`)
}

/** Opens the installation, serves until it is told to stop, and leaves it in order. */
export const commands: Command[] = [
  {
    name: 'start',
    about: text(
      'Opent de installatie en bedient de studio en de websites, tot Ctrl C.',
      'Opens the installation and serves the studio and the websites, until Ctrl C.',
    ),
    run: start,
  },
]
