import { counted, text } from '@helder/words'
import { openServices } from '../core/app.ts'
import { type Config, readConfig } from '../core/config.ts'
import { clusterPlaces } from '../core/data/embedded.ts'
import { isCluster } from '../core/data/postgres.ts'
import { lockHolder } from '../core/data-folder.ts'
import { OperatorError } from '../core/errors.ts'
import { type Instance, joinInstance } from '../core/instance.ts'
import { makeLog } from '../core/log.ts'
import { slices } from '../slices.ts'
import {
  backupChecks,
  checkDatabase,
  checkDataFolder,
  checkDisks,
  checkLedger,
  checkMail,
  checkNode,
  checkObjects,
  checkPort,
  checkQueue,
  checkReplaced,
  type Finding,
} from './checks.ts'
import type { Command } from './command.ts'
import { print, say } from './terminal.ts'

async function doctor(): Promise<void> {
  const counts = { ok: 0, warn: 0, fail: 0 }
  for await (const finding of examine()) {
    show(finding)
    counts[finding.state] += 1
  }
  print()
  if (counts.fail > 0) throw new OperatorError(texts.failed(counts.fail))
  print(say(counts.warn > 0 ? texts.warned(counts.warn) : texts.well))
}

const marks = { ok: '✓', warn: '!', fail: '✗' }

function show({ state, what, todo }: Finding): void {
  print(`${marks[state]} ${say(what)}`)
  if (todo !== undefined) print(`    ${say(todo)}`)
}

// What comes later rests on what comes before: without a data folder there is no database to look at.
async function* examine(): AsyncGenerator<Finding> {
  yield checkNode()
  const config = readConfig(process.env)
  yield* checked(() => checkDataFolder(config))
  yield* checked(() => checkDisks(config))
  yield* checked(() => checkPort(config))
  yield* checked(() => checkReplaced(config))
  if (config.databaseUrl === undefined && !isCluster(clusterPlaces(config.dataFolder).folder)) {
    yield { state: 'warn', what: texts.neverStarted, todo: texts.start }
    return
  }
  yield* examineInstance(config)
}

async function* examineInstance(config: Config): AsyncGenerator<Finding> {
  const isServed = lockHolder(config.dataFolder) !== undefined
  const opened: Instance[] = []
  yield* checked(async () => {
    opened.push(await joinInstance(config, { asItIs: true }))
    return []
  })
  for (const instance of opened) {
    try {
      yield* examineDatabase(config, instance, isServed)
    } finally {
      await instance.close()
    }
  }
}

async function* examineDatabase(
  config: Config,
  { connections }: Instance,
  isServed: boolean,
): AsyncGenerator<Finding> {
  let sound = true
  for await (const finding of checked(() => checkDatabase(connections.owner))) {
    sound &&= finding.state !== 'fail'
    yield finding
  }
  for (const check of backupChecks(config, new Date())) yield* checked(check)
  // A database that is not up to date may not have what the rest looks at.
  if (!sound) return
  const { services, close } = await openServices({ config, connections, slices, log: makeLog('error') })
  try {
    yield* checked(() => checkObjects(services))
    yield* checked(() => checkLedger(services))
    yield* checked(() => checkQueue(connections.owner, isServed))
    yield* checked(() => checkMail(services))
  } finally {
    await close()
  }
}

// A check that is refused has its answer: the sentence says what to do.
async function* checked(
  check: () => Finding | Finding[] | Promise<Finding | Finding[]>,
): AsyncGenerator<Finding> {
  try {
    const found = await check()
    yield* Array.isArray(found) ? found : [found]
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    yield { state: 'fail', what: error instanceof OperatorError ? error.text : text(said, said) }
  }
}

const texts = {
  well: text('Alles is in orde.', 'All is well.'),
  warned: (count: number) =>
    text(
      `Er is niets mis; ${counted(count, 'ding vraagt', 'dingen vragen', 'nl')} aandacht.`,
      `Nothing is wrong; ${counted(count, 'thing asks', 'things ask', 'en')} for attention.`,
    ),
  failed: (count: number) =>
    text(
      `${counted(count, 'ding is', 'dingen zijn', 'nl')} mis. Wat te doen staat erbij.`,
      `${counted(count, 'thing is', 'things are', 'en')} wrong. What to do is said with it.`,
    ),
  neverStarted: text('Hier is Helder nog niet gestart.', 'Helder has not been started here yet.'),
  start: text('Start het met npm start.', 'Start it with npm start.'),
}

/** Looks whether all is well. */
export const commands: Command[] = [
  {
    name: 'doctor',
    about: text(
      'Kijkt of alles in orde is en zegt wat te doen: ✓ is goed, ! vraagt aandacht, ✗ is mis en geeft code 1.',
      'Looks whether all is well and says what to do: ✓ is well, ! asks for attention, ✗ is wrong and gives code 1.',
    ),
    run: doctor,
  },
]
