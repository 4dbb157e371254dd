import { once } from 'node:events'
import { text } from '@helder/words'
import { type App, makeApp } from '../core/app.ts'
import { origin, readConfig } from '../core/config.ts'
import type { Services } from '../core/ctx.ts'
import type { Closed } from '../core/http/closed.ts'
import { openInstance } from '../core/instance.ts'
import { makeLog } from '../core/log.ts'
import { backUpAfterRestore, findRestoreMark, settleRestore } from '../operations/index.ts'
import { catchingUp, catchUp } from '../privacy/index.ts'
import { demoAddresses, demoLinks, finishDemo, isDemoUnfinished, seed } from '../seed/demo.ts'
import { slices } from '../slices.ts'
import { print, say } from './terminal.ts'

/** `helder start`: opens the installation, serves until it is told to stop, and leaves it in order. */
export async function start(): Promise<void> {
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
  if (!isDemoUnfinished(services)) return
  print(
    say(
      text(
        'De demo wordt gemaakt: twee organisaties met een site.',
        'The demo is being made: two organisations with a site.',
      ),
    ),
  )
  let shown = -1
  await finishDemo(services, stop, (live, total) => {
    if (live !== shown) print(`  ${say(text(`site ${live} van ${total}`, `site ${live} of ${total}`))}`)
    shown = live
  })
}

async function welcome({ services }: App): Promise<void> {
  const { config } = services
  print(`\nHelder ${config.version}\n`)
  print(`  ${say(text('Studio', 'Studio'))}    ${origin(config, config.studioHost)}`)
  if (config.seed === 'demo') await welcomeToDemo(services)
  print(`\n  ${say(text('Stoppen: Ctrl C', 'Stop: Ctrl C'))}\n`)
}

async function welcomeToDemo(services: Services): Promise<void> {
  for (const address of await demoAddresses(services))
    print(`  ${say(text('Website', 'Website'))}   ${address}`)
  const links = await demoLinks(services)
  if (links.length === 0) return
  print(
    `\n  ${say(text('Meld je aan als iemand van de demo. Elke link werkt één keer, een dag lang.', 'Sign in as somebody of the demo. Each link works once, for a day.'))}\n`,
  )
  for (const { person, address } of links) print(`  ${person.name} (${say(person.as)})\n    ${address}`)
}
