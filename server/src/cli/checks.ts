import { existsSync, readdirSync, statfsSync } from 'node:fs'
import { get } from 'node:http'
import { createServer, Socket } from 'node:net'
import { join } from 'node:path'
import { counted, listed, moment, size, type Text, text } from '@helder/words'
import pg from 'pg'
import type { Config } from '../core/config.ts'
import { type Services, withoutWorkspace } from '../core/ctx.ts'
import { applicationRole, pendingMigrations } from '../core/data/migrate.ts'
import { lockHolder, prepareDataFolder } from '../core/data-folder.ts'
import { countFailed } from '../core/mail/store.ts'
import { listUsedObjects } from '../core/objects/objects.ts'
import { openDayKeys } from '../core/sealing/day-keys.ts'
import { listWorkspaceIds } from '../core/tenancy/store.ts'
import { serverElsewhere, superuserOf } from '../operations/backups/backup.ts'
import { restorable } from '../operations/backups/restore.ts'
import { expiredDays } from '../operations/backups/rules.ts'
import { missingErasures } from '../privacy/erasures/repeat.ts'
import { commandCtx } from './services.ts'

/** What a check came to, with what to do where it is not well. */
export interface Finding {
  state: 'ok' | 'warn' | 'fail'
  what: Text
  todo?: Text
}

const ok = (nl: string, en: string): Finding => ({ state: 'ok', what: text(nl, en) })
const warn = (what: Text, todo: Text): Finding => ({ state: 'warn', what, todo })
const fail = (what: Text, todo: Text): Finding => ({ state: 'fail', what, todo })

/** The Node that this runs on. */
export function checkNode(): Finding {
  const found = process.versions.node
  const [major = 0, minor = 0] = found.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return ok(`Node ${found}`, `Node ${found}`)
  return fail(
    text(`Node ${found} is te oud.`, `Node ${found} is too old.`),
    text('Installeer Node 20.19 of nieuwer.', 'Install Node 20.19 or newer.'),
  )
}

/** The data folder; refuses one that can't be used. */
export function checkDataFolder({ dataFolder }: Config): Finding {
  prepareDataFolder(dataFolder)
  return ok(`Gegevensmap ${dataFolder}`, `Data folder ${dataFolder}`)
}

const littleSpace = 2_000_000_000

/** The room on the disks that Helder writes to. */
export function checkDisks({ dataFolder, backupsFolder }: Config): Finding[] {
  return [dataFolder, backupsFolder].filter(existsSync).map(folder => {
    const { bavail, bsize } = statfsSync(folder)
    const free = { nl: size(bavail * bsize, 'nl'), en: size(bavail * bsize, 'en') }
    if (bavail * bsize > littleSpace)
      return ok(`${free.nl} vrij voor ${folder}`, `${free.en} free for ${folder}`)
    return warn(
      text(`Nog maar ${free.nl} vrij voor ${folder}.`, `Only ${free.en} left for ${folder}.`),
      text(
        'Maak ruimte. Een volle schijf stopt de database.',
        'Free some space. A full disk stops the database.',
      ),
    )
  })
}

/** What a restore put aside, and is there still. */
export function checkReplaced({ dataFolder }: Config): Finding[] {
  const left = readdirSync(dataFolder).filter(name => name.startsWith('postgres.replaced-'))
  return left.map(name =>
    warn(
      text(`${name} is de database van voor een herstel.`, `${name} is the database from before a restore.`),
      text(
        `Gooi hem weg als alles klopt: rm -r ${join(dataFolder, name)}. Er staan gegevens van mensen in die intussen gewist kunnen zijn.`,
        `Throw it away once all is well: rm -r ${join(dataFolder, name)}. It has data of people who may have been erased since.`,
      ),
    ),
  )
}

/** The port: that the server that runs answers there, or that it is free for one. */
export async function checkPort(config: Config): Promise<Finding> {
  const { port, bind, dataFolder } = config
  const holder = lockHolder(dataFolder)
  if (holder === undefined) return checkFreePort(port, bind)
  const status = await healthOf(config)
  if (status === 200) {
    return ok(
      `Helder draait (proces ${holder}) op poort ${port}`,
      `Helder runs (process ${holder}) on port ${port}`,
    )
  }
  if (status === 503) {
    return warn(
      text('Helder draait, maar laat nog niemand binnen.', 'Helder runs, but lets nobody in yet.'),
      text(
        'Na een herstel worden eerst wissingen herhaald. Wacht, en kijk in het logboek als het blijft.',
        'After a restore erasures are repeated first. Wait, and look in the log if it stays.',
      ),
    )
  }
  return fail(
    text(
      `Helder draait (proces ${holder}), maar antwoordt niet op poort ${port}.`,
      `Helder runs (process ${holder}), but does not answer on port ${port}.`,
    ),
    text(
      'Geef dit commando dezelfde PORT als de server, of start Helder opnieuw.',
      'Give this command the same PORT as the server, or start Helder again.',
    ),
  )
}

function healthOf({ port, bind, studioHost }: Config): Promise<number> {
  const host = bind === '0.0.0.0' || bind === '::' ? '127.0.0.1' : bind
  return new Promise(resolve => {
    const options = { host, port, path: '/health', headers: { host: studioHost }, timeout: 5000 }
    const request = get(options, response => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    request.on('timeout', () => request.destroy())
    request.on('error', () => resolve(0))
  })
}

function checkFreePort(port: number, bind: string): Promise<Finding> {
  return new Promise(resolve => {
    const probe = createServer()
    probe.once('error', () =>
      resolve(
        fail(
          text(`Poort ${port} is bezet of niet toegestaan.`, `Port ${port} is taken or not allowed.`),
          text(
            'Stop het andere programma, of kies met PORT een andere.',
            'Stop the other program, or choose another with PORT.',
          ),
        ),
      ),
    )
    probe.listen(port, bind, () => {
      probe.close(() =>
        resolve(ok(`Helder is gestopt; poort ${port} is vrij`, `Helder is stopped; port ${port} is free`)),
      )
    })
  })
}

/** The database: its version, whether it is up to date, and that the application's role can't go round the walls. */
export async function checkDatabase(owner: pg.ClientConfig): Promise<Finding[]> {
  const pending = await pendingMigrations(owner)
  const { version, mighty } = await askOwner(owner)
  const findings = [ok(`PostgreSQL ${version}`, `PostgreSQL ${version}`)]
  if (pending.length > 0) {
    findings.push(
      fail(
        text(
          `De database mist ${counted(pending.length, 'stap', 'stappen', 'nl')}: ${listed(pending, 'nl')}.`,
          `The database lacks ${counted(pending.length, 'step', 'steps', 'en')}: ${listed(pending, 'en')}.`,
        ),
        text('Voer uit: npx helder migrate.', 'Run: npx helder migrate.'),
      ),
    )
  } else findings.push(ok('De database is bij', 'The database is up to date'))
  if (mighty) {
    findings.push(
      fail(
        text(
          `De rol ${applicationRole} kan om de scheiding tussen werkruimtes heen.`,
          `The role ${applicationRole} can go round the wall between workspaces.`,
        ),
        text(
          `Voer uit: alter role ${applicationRole} nosuperuser nobypassrls;`,
          `Run: alter role ${applicationRole} nosuperuser nobypassrls;`,
        ),
      ),
    )
  }
  return findings
}

async function askOwner(owner: pg.ClientConfig): Promise<{ version: string; mighty: boolean }> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    const { rows } = await client.query<{ version: string; mighty: boolean }>(
      `select current_setting('server_version') as version, exists (
         select from pg_roles where rolname = $1 and (rolsuper or rolbypassrls)) as mighty`,
      [applicationRole],
    )
    return { version: rows[0]?.version ?? '', mighty: rows[0]?.mighty === true }
  } finally {
    await client.end()
  }
}

/** Whether every file that something needs lies in the store. */
export async function checkObjects(services: Services): Promise<Finding> {
  let needed = 0
  let missing = 0
  for (const workspaceId of await everyWorkspace(services)) {
    for (const sha of await commandCtx(services, workspaceId).read(listUsedObjects)) {
      needed += 1
      if (!(await services.objects.has(workspaceId, sha))) missing += 1
    }
  }
  if (missing === 0) return ok(`Alle ${needed} bestanden zijn er`, `All ${needed} files are there`)
  return fail(
    text(`Van ${needed} bestanden ontbreken er ${missing}.`, `Of ${needed} files ${missing} are missing.`),
    text(
      `Zet de map ${join(services.config.dataFolder, 'objects')} terug, of herstel met npx helder restore --at latest; dat zet ook ontbrekende bestanden terug.`,
      `Put back the folder ${join(services.config.dataFolder, 'objects')}, or restore with npx helder restore --at latest, which puts back missing files too.`,
    ),
  )
}

function everyWorkspace(services: Services): Promise<string[]> {
  return withoutWorkspace(services, 'the operator looks whether all is well', 'read', listWorkspaceIds)
}

/** The ledger of erasures: that every line of it is sound, and that the database has followed it. */
export async function checkLedger(services: Services): Promise<Finding[]> {
  const { missing, repairs, length } = await missingErasures(services)
  const findings = repairs.map(repair =>
    warn(
      text(
        `Het grootboek van wissingen is hersteld: ${repair}.`,
        `The ledger of erasures was mended: ${repair}.`,
      ),
      text(
        'Kijk of de schijf waarop het staat in orde is.',
        'See whether the disk that it lies on is sound.',
      ),
    ),
  )
  if (missing.length > 0) {
    const todo = text(
      'Start Helder: die herhaalt ze voordat er iemand binnenkomt.',
      'Start Helder: it repeats them before anybody gets in.',
    )
    const what = text(
      `De database mist ${missing.length} regels van het grootboek van wissingen.`,
      `The database lacks ${missing.length} lines of the ledger of erasures.`,
    )
    return [...findings, fail(what, todo)]
  }
  const counts = { nl: counted(length, 'regel', 'regels', 'nl'), en: counted(length, 'line', 'lines', 'en') }
  return [
    ...findings,
    ok(
      `Grootboek van wissingen: ${counts.nl}, gaaf en gevolgd`,
      `Ledger of erasures: ${counts.en}, sound and followed`,
    ),
  ]
}

const stuckMinutes = 10

/** The queue: that what has to be done gets done. */
export async function checkQueue(owner: pg.ClientConfig, isServed: boolean): Promise<Finding[]> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    const { rows } = await client.query<{ given_up: number; waiting: number }>(
      `select count(*) filter (where attempts >= max_attempts)::int as given_up,
         count(*) filter (where attempts < max_attempts and run_at < now() - make_interval(mins => $1))::int as waiting
       from graphile_worker.jobs`,
      [stuckMinutes],
    )
    return queueFindings(rows[0]?.given_up ?? 0, isServed ? (rows[0]?.waiting ?? 0) : 0)
  } finally {
    await client.end()
  }
}

function queueFindings(givenUp: number, waiting: number): Finding[] {
  const todo = text(
    'Het logboek van de server zegt waarom; zoek op ‘job failed’.',
    'The log of the server says why; look for ‘job failed’.',
  )
  const findings: Finding[] = []
  if (givenUp > 0) {
    findings.push(
      warn(
        text(
          `${counted(givenUp, 'taak is', 'taken zijn', 'nl')} opgegeven.`,
          `${counted(givenUp, 'job was', 'jobs were', 'en')} given up.`,
        ),
        todo,
      ),
    )
  }
  if (waiting > 0) {
    findings.push(
      warn(
        text(
          `${counted(waiting, 'taak wacht', 'taken wachten', 'nl')} al meer dan ${stuckMinutes} minuten.`,
          `${counted(waiting, 'job has', 'jobs have', 'en')} waited for more than ${stuckMinutes} minutes.`,
        ),
        todo,
      ),
    )
  }
  return findings.length > 0 ? findings : [ok('De wachtrij loopt', 'The queue is moving')]
}

/** Mail: that there is a server for it which answers, and that none of it failed. */
export async function checkMail(services: Services): Promise<Finding[]> {
  const { smtpUrl } = services.config
  if (smtpUrl === undefined) {
    return [
      warn(
        text(
          'Mail wordt niet verstuurd, maar in de studio bewaard.',
          'Mail is not sent, but kept in the studio.',
        ),
        text('Geef met HELDER_SMTP_URL een mailserver op.', 'Name a mail server with HELDER_SMTP_URL.'),
      ),
    ]
  }
  const failed = await countFailedMail(services)
  const { hostname, port, protocol } = new URL(smtpUrl)
  const number = Number(port) || (protocol === 'smtps:' ? 465 : 587)
  const answers = await connects(hostname, number)
  return [
    answers
      ? ok(`Mailserver ${hostname} antwoordt`, `Mail server ${hostname} answers`)
      : fail(
          text(
            `Mailserver ${hostname}:${number} antwoordt niet.`,
            `Mail server ${hostname}:${number} does not answer.`,
          ),
          text('Controleer HELDER_SMTP_URL en de firewall.', 'Check HELDER_SMTP_URL and the firewall.'),
        ),
    ...(failed === 0
      ? []
      : [
          warn(
            text(
              `${counted(failed, 'brief is', 'brieven zijn', 'nl')} niet aangekomen bij de mailserver.`,
              `${counted(failed, 'letter', 'letters', 'en')} did not reach the mail server.`,
            ),
            text(
              'De studio laat onder Mail zien welke, en waarom.',
              'The studio shows which, and why, under Mail.',
            ),
          ),
        ]),
  ]
}

async function countFailedMail(services: Services): Promise<number> {
  let failed = 0
  for (const workspaceId of await everyWorkspace(services))
    failed += await commandCtx(services, workspaceId).read(countFailed)
  return failed
}

function connects(host: string, port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = new Socket()
    const end = (answer: boolean) => {
      socket.destroy()
      resolve(answer)
    }
    socket.setTimeout(5000, () => end(false))
    socket.once('error', () => end(false))
    socket.connect(port, host, () => end(true))
  })
}

/** Backups, each a check of its own: one that can't be done says nothing of the others. */
export function backupChecks(
  config: Config,
  now: Date,
): (() => Finding | Finding[] | Promise<Finding | Finding[]>)[] {
  if (config.databaseUrl !== undefined) return [() => ({ state: 'ok', what: serverElsewhere })]
  return [() => checkArchive(config), () => checkLastBackup(config, now), () => checkTerm(config, now)]
}

// That what changes reaches the backups all day.
async function checkArchive(config: Config): Promise<Finding> {
  const client = new pg.Client(superuserOf(config))
  await client.connect()
  try {
    const { rows } = await client.query<{ mode: string; failing: boolean; at: Date | null }>(
      `select current_setting('archive_mode') as mode, last_archived_time as at,
         coalesce(last_failed_time > coalesce(last_archived_time, '-infinity'), false) as failing
       from pg_stat_archiver`,
    )
    const [archiver] = rows
    if (archiver?.mode !== 'on') return fail(notArchiving, startAgain)
    if (archiver.failing) return fail(archiveStuck, archiveLog(config))
    const { at } = archiver
    if (at === null) return ok('Wijzigingen gaan naar de reservekopieën', 'Changes go to the backups')
    return ok(
      `Wijzigingen gaan naar de reservekopieën, het laatst op ${moment(at, 'nl')}`,
      `Changes go to the backups, the last on ${moment(at, 'en')}`,
    )
  } finally {
    await client.end()
  }
}

const notArchiving = text(
  'De database bewaart zijn wijzigingen niet.',
  'The database does not archive its changes.',
)
const startAgain = text('Stop Helder en start het met npm start.', 'Stop Helder and start it with npm start.')
const archiveStuck = text(
  'Wijzigingen komen niet in de map met reservekopieën aan. Zolang dat duurt groeit de database op schijf.',
  'Changes do not reach the folder of backups. As long as that lasts the database grows on disk.',
)
const archiveLog = ({ dataFolder, backupsFolder }: Config) =>
  text(
    `Kijk of er in ${backupsFolder} geschreven kan worden; ${join(dataFolder, 'logs', 'postgres.log')} zegt waarom het niet lukt.`,
    `See whether ${backupsFolder} can be written; ${join(dataFolder, 'logs', 'postgres.log')} says why it fails.`,
  )

const oldHours = 30

function checkLastBackup(config: Config, now: Date): Finding {
  const whole = restorable(config).filter(({ until, hasKey }) => until !== null && hasKey)
  const last = whole.at(-1)
  const make = text('Maak er een: npx helder backup.', 'Make one: npx helder backup.')
  if (last === undefined) {
    return warn(text('Er is nog geen reservekopie.', 'There is no backup yet.'), make)
  }
  const at = new Date(last.backup.finishedAt)
  const when = { nl: moment(at, 'nl'), en: moment(at, 'en') }
  if (now.getTime() - at.getTime() > oldHours * 3_600_000) {
    return fail(
      text(`De laatste reservekopie is van ${when.nl}.`, `The last backup is of ${when.en}.`),
      text(
        `${make.nl} Elke nacht hoort er een te komen; het logboek zegt waarom niet.`,
        `${make.en} One should come every night; the log says why not.`,
      ),
    )
  }
  return ok(
    `${counted(whole.length, 'reservekopie', 'reservekopieën', 'nl')}, de laatste van ${when.nl}`,
    `${counted(whole.length, 'backup', 'backups', 'en')}, the last of ${when.en}`,
  )
}

// That no backup is kept beyond its term.
function checkTerm(config: Config, now: Date): Finding[] {
  const overdue = expiredDays(openDayKeys(config.keysFolder).days(), config.backupDays, now)
  if (overdue.length === 0) return []
  return [
    fail(
      text(
        `Sleutels van reservekopieën zijn over hun termijn van ${config.backupDays} dagen: ${listed(overdue, 'nl')}.`,
        `Keys of backups are past their term of ${config.backupDays} days: ${listed(overdue, 'en')}.`,
      ),
      text('Maak een reservekopie; daarbij vervallen ze.', 'Make a backup; they expire with it.'),
    ),
  ]
}
