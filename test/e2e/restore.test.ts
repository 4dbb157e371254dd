import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeCtx, type Services } from '../../server/src/core/ctx.ts'
import { platformWorkspaceId, secretFrom } from '../../server/src/core/ids.ts'
import { keepObject } from '../../server/src/core/objects/objects.ts'
import { getWorkspace } from '../../server/src/core/tenancy/store.ts'
import * as backups from '../../server/src/operations/backups/schema.ts'
import { openRequest } from '../../server/src/privacy/index.ts'
import { decideRequest } from '../../server/src/privacy/requests/actions.ts'
import * as requests from '../../server/src/privacy/requests/schema.ts'
import { settleCustomer } from '../support/erasing.ts'
import { type Installation, install, makeInstallation, type RunningProgram } from '../support/program.ts'
import { speak, speakRaw } from '../support/speak.ts'

let helder: Installation
let server: RunningProgram
beforeAll(async () => {
  helder = await install()
  server = await helder.start()
}, 120_000)
afterAll(() => helder?.remove())

const ctxOf = (services: Services, workspaceId: string) =>
  makeCtx({ services, workspaceId, actor: { kind: 'system', reason: 'a test' }, language: 'en' })
const inBakery = <T>(work: (ctx: ReturnType<typeof ctxOf>) => Promise<T>) =>
  helder.within(services => work(ctxOf(services, helder.bakery.workspaceId)))

// The bakery changes its name, which is as good a thing to restore as any.
const rename = (name: string) =>
  inBakery(ctx =>
    ctx.write(tx =>
      tx.db
        .updateTable('tenancy.workspaces')
        .set({ name })
        .where('workspace_id', '=', tx.workspaceId)
        .execute(),
    ),
  )

const nameNow = () => inBakery(async ctx => (await ctx.read(getWorkspace)).name)

const archiveNow = () =>
  helder.asSuperuser(async client => {
    const { rows } = await client.query<{ wal: string }>('select pg_walfile_name(pg_switch_wal()) as wal')
    const piece = join(helder.config.backupsFolder, 'wal', `${rows[0]?.wal}.sealed`)
    await until(async () => existsSync(piece))
  })

async function until(done: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 90_000
  while (!(await done())) {
    if (Date.now() > deadline) throw new Error('it does not come')
    await sleep(10)
  }
}

// A moment with nothing within a second of it.
async function quietMoment(): Promise<Date> {
  await sleep(1100)
  const at = new Date()
  await sleep(1100)
  return at
}

// Knocks at every door from the first moment on: what is answered while Helder says of itself that it is closed.
function knock(launched: RunningProgram) {
  const answers: string[] = []
  const ask = (host: string, path: string, accept: string) =>
    speakRaw(helder.port, { host, path, headers: { accept } }).catch(() => null)
  const open = async () => {
    const knocked = [
      await ask('studio.localhost', '/', 'text/html'),
      await ask('bakery.localhost', '/', 'text/html'),
      await ask('bakery.localhost', '/_helder/account', 'text/html'),
    ]
    const health = await ask('studio.localhost', '/health', '*/*')
    for (const answer of health?.status === 503 ? knocked : []) {
      if (answer) answers.push(`${answer.status} ${/Even dicht/.exec(answer.text)}`)
    }
    return health?.status === 200
  }
  return { answers, opened: until(open).then(() => launched) }
}

const restoreTo = (at: Date | string) =>
  helder.run(['restore', '--at', at instanceof Date ? at.toISOString() : at])
const countObjects = () =>
  readdirSync(join(helder.folder, 'objects'), { recursive: true, withFileTypes: true }).filter(entry =>
    entry.isFile(),
  ).length
const host = () => helder.config.studioHost

let object: string
let between: Date

describe('a backup', () => {
  it('is made while Helder runs, and says what it holds and until when it can be read', async () => {
    const owner = { kind: 'privacy.export', id: helder.bakery.ids.requestId ?? '' }
    object = await inBakery(ctx => keepObject(ctx, Buffer.from('de foto van de gevel'), owner))
    const { code, output } = await helder.run(['backup'])
    expect(output).toMatch(/Backup \d{8}T\d{6}Z is made: /)
    expect(output).toContain(`, ${countObjects()} files.`)
    expect(code).toBe(0)
    const admin = { host: host(), cookie: helder.sessions.staffAdmin, workspaceId: platformWorkspaceId }
    const listed = await speak(helder.port, admin, backups.listBackups, {})
    expect(listed.backups).toHaveLength(1)
    expect(listed.window).not.toBeNull()
    await expect(
      speak(helder.port, { ...admin, cookie: helder.sessions.bakeryOwner }, backups.listBackups, {}),
    ).rejects.toMatchObject({ status: 404 })
  })

  it('holds nothing that can be read without its key: no names, no addresses', () => {
    const folder = helder.config.backupsFolder
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry =>
      entry.isFile(),
    )
    expect(files.length).toBeGreaterThan(4)
    for (const entry of files) {
      const bytes = readFileSync(join(entry.parentPath, entry.name))
      for (const known of ['berta@bakery', 'vera@visitor', 'de foto van'])
        expect(bytes.includes(known)).toBe(false)
    }
  })

  it('is restored to a second: what came after is gone, what came before is there', async () => {
    await rename('Voor')
    between = await quietMoment()
    await rename('Na')
    await archiveNow()
    await server.stop()
    const kept = countObjects()
    rmSync(join(helder.folder, 'objects'), { recursive: true })

    const { code, output } = await restoreTo(between)
    expect(output).toMatch(/Restored from backup/)
    expect(output).toContain(`Files: 0 were still there, ${kept} were restored.`)
    expect(code).toBe(0)
    expect(readdirSync(helder.folder).some(name => name.startsWith('postgres.replaced-'))).toBe(true)

    server = await helder.start()
    expect(await nameNow()).toBe('Voor')
    const bytes = await helder.within(services => services.objects.get(helder.bakery.workspaceId, object))
    expect(bytes.toString()).toBe('de foto van de gevel')
  })

  it('can be restored again: to what came after the first time, and to what came before', async () => {
    // A restore begins a new line of history; its first backup follows by itself.
    await until(async () => (await helder.run(['restore', '--list'])).output.trim().split('\n').length === 3)
    await rename('Daarna')
    const after = await quietMoment()
    await rename('Te laat')
    await archiveNow()
    await server.stop()
    expect((await restoreTo(after)).output).toMatch(/Restored from backup/)
    server = await helder.start()
    expect(await nameNow()).toBe('Daarna')
    // Killed, Helder leaves its database running: it must not go on in the folder that is put aside.
    await server.kill()
    expect((await restoreTo(between)).output).toMatch(/Restored from backup/)
    server = await helder.start()
    expect(await nameNow()).toBe('Voor')
  })
})

describe('somebody who was erased', () => {
  it('stays erased when the backup from before comes back, and nobody gets in before that', async () => {
    const email = 'demo@visitor.example'
    await inBakery(ctx => settleCustomer(ctx, helder.bakery.ids.siteId ?? '', { email, name: 'Demi Demo' }))
    const before = await quietMoment()
    const requestId = await inBakery(async ctx => {
      const id = await openRequest(ctx, { kind: 'erasure', email, language: 'nl' })
      await decideRequest(ctx, id, { approve: true, reason: '' })
      return id
    })
    const secret = await helder.within(async ({ keys }) => secretFrom(keys.hmac('requests', requestId)))
    const look = () =>
      speak(helder.port, { host: host() }, requests.platformRequests.look, { body: { secret } })
    await until(async () => (await look()).state === 'done')
    const { proof } = await look()
    expect(proof?.scan.unexpected).toBe(0)
    await archiveNow()
    await server.stop()

    expect((await restoreTo(before)).output).toMatch(/Restored from backup/)
    const knocking = knock(helder.launch())
    server = await knocking.opened
    expect(knocking.answers.length).toBeGreaterThan(0)
    expect(new Set(knocking.answers)).toEqual(new Set(['503 Even dicht']))
    expect(server.output()).toMatch(/Repeating erasure: 1 of 1/)

    const again = await look()
    expect(again).toMatchObject({ state: 'done', proof: { sequence: proof?.sequence, hash: proof?.hash } })
    expect(again.proof?.repetitions).toEqual([
      { repeatedAt: expect.any(String), erasedAgain: expect.any(Number), remaining: 0 },
    ])
    expect(again.proof?.repetitions[0]?.erasedAgain).toBeGreaterThan(0)
    const held = await helder.asSuperuser(client =>
      client.query('select 1 from identity.accounts where email = $1', [email]),
    )
    expect(held.rowCount).toBe(0)
    // Sign-ins from before the restore are over.
    const cookie = `helder=${helder.sessions.bakeryOwner}`
    const me = await speakRaw(helder.port, { host: host(), path: '/api/me', headers: { cookie } })
    expect(me.status).toBe(401)
  })
})

describe('what can go wrong with a restore', () => {
  const control = () => readFileSync(join(helder.folder, 'postgres', 'global', 'pg_control'))

  it('is said in a sentence, and changes nothing', async () => {
    expect(await restoreTo('latest')).toMatchObject({
      code: 1,
      output: expect.stringMatching(/Another Helder runs on/),
    })
    await server.stop()
    const before = control()
    expect((await restoreTo('gisteren')).output).toMatch(/To which moment\? For instance/)
    expect((await restoreTo('2026-11-22T10:00:00')).output).toMatch(/To which moment/)
    expect((await restoreTo('2001-01-01T00:00:00Z')).output).toMatch(/No backup goes back that far/)
    expect((await restoreTo('2199-01-01T00:00:00Z')).output).toMatch(/still to come/)

    const base = join(helder.config.backupsFolder, 'base')
    const newest = join(base, readdirSync(base).sort().at(-1) ?? '', 'cluster.tar.sealed')
    const sound = readFileSync(newest)
    const damaged = Buffer.from(sound)
    damaged[damaged.length >> 1] = (damaged[damaged.length >> 1] ?? 0) ^ 1
    writeFileSync(newest, damaged)
    expect((await restoreTo('latest')).output).toMatch(/Backup \S+ is damaged: .* Nothing was changed/)
    writeFileSync(newest, sound)
    expect(existsSync(join(helder.folder, 'postgres.restoring'))).toBe(false)

    const keyFolder = join(helder.config.keysFolder, 'backups')
    renameSync(keyFolder, `${keyFolder}.away`)
    expect((await restoreTo('latest')).output).toMatch(/The key of \d{4}-\d\d-\d\d is destroyed/)
    renameSync(`${keyFolder}.away`, keyFolder)

    const folder = helder.config.backupsFolder
    renameSync(folder, `${folder}.away`)
    expect((await restoreTo('latest')).output).toMatch(/There is no backup in/)
    rmSync(folder, { recursive: true, force: true })
    renameSync(`${folder}.away`, folder)
    // A piece of WAL that the newest backup needs to become whole is lost, and one after it is damaged.
    const facts = JSON.parse(readFileSync(join(dirname(newest), 'backup.json'), 'utf8'))
    const piece = join(folder, 'wal', `${facts.stopWal}.sealed`)
    renameSync(piece, `${piece}.away`)
    expect((await restoreTo('latest')).output).toMatch(/Backup \S+ lacks pieces from \w+ to \w+/)
    expect((await helder.run(['restore', '--list'])).output).toContain('(incomplete)')
    writeFileSync(piece, 'none of ours')
    expect((await restoreTo('latest')).output).toMatch(
      /wal\/\w+ in the folder of backups is damaged; .* Nothing was changed/,
    )
    renameSync(`${piece}.away`, piece)
    expect(control().equals(before)).toBe(true)
    expect((await restoreTo('latest')).output).toMatch(/Restored from backup/)
    server = await helder.start()
  })

  it('shows in what the doctor says, and so does an archive that takes nothing any more', async () => {
    const doctor = async () => (await helder.run(['doctor'])).output
    expect(await doctor()).toMatch(/! postgres\.replaced-\S+ is the database from before a restore/)
    const wal = join(helder.config.backupsFolder, 'wal')
    renameSync(wal, `${wal}.away`)
    writeFileSync(wal, 'no folder')
    await helder.asSuperuser(client => client.query('select pg_switch_wal()'))
    await until(async () => (await doctor()).includes('✗ Changes do not reach the folder of backups'))
    rmSync(wal)
    renameSync(`${wal}.away`, wal)
    // What waited goes to the archive by itself, as soon as something else does: no change is missing from it.
    await rename('Daarna')
    await archiveNow()
    expect(await doctor()).not.toContain('✗')
  })

  it('does not include a ledger that was put back too: Helder then stays shut', async () => {
    await server.stop()
    const ledger = join(helder.config.ledgerFolders[0] ?? '', 'erasures.jsonl')
    const whole = readFileSync(ledger, 'utf8')
    writeFileSync(ledger, `${whole.split('\n')[0]}\n`)
    await expect(helder.start()).rejects.toThrow(/has 0 lines, but the database knows/)
    writeFileSync(ledger, whole)
    server = await helder.start()
  })
})

it('everything comes up on another machine, from the backups, the keys and the ledger alone', async () => {
  await rename('Verhuisd')
  await archiveNow()
  await server.stop()
  const other = await makeInstallation()
  try {
    for (const name of ['backups', 'keys', 'ledger']) {
      cpSync(join(helder.folder, name), join(other.folder, name), { recursive: true })
    }
    const { output } = await other.run(['restore', '--at', 'latest'])
    expect(output).toMatch(/Files: 0 were still there, \d+ were restored/)
    expect(output).not.toContain('The database before is in')
    const moved = await other.start()
    const bytes = await other.within(async services => {
      const ctx = ctxOf(services, helder.bakery.workspaceId)
      expect((await ctx.read(getWorkspace)).name).toBe('Verhuisd')
      return services.objects.get(helder.bakery.workspaceId, object)
    })
    expect(bytes.toString()).toBe('de foto van de gevel')
    expect((await other.run(['doctor'])).output).not.toContain('✗')
    await moved.stop()
  } finally {
    await other.remove()
  }
})
