import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openInstance } from '../../server/src/core/instance.ts'
import { type EmptyInstallation, endDatabase, isAlive, makeInstallation } from '../support/program.ts'
import { speakRaw } from '../support/speak.ts'

let helder: EmptyInstallation
beforeAll(async () => {
  helder = await makeInstallation()
})
afterAll(() => helder?.remove())

/** What a start that is refused says: a sentence in each language, no stack, and code 1. */
async function refusal(env: NodeJS.ProcessEnv = {}): Promise<{ nl: string; en: string }> {
  const said = async (LANG: string) => {
    const launched = helder.launch({ ...env, LANG })
    expect([await launched.ended, launched.output()]).toEqual([1, expect.stringMatching(/\S/)])
    expect(launched.output()).not.toMatch(/^ +at /m)
    return launched.output()
  }
  return { nl: await said('nl_NL.UTF-8'), en: await said('en_GB.UTF-8') }
}

async function startsNow(env: NodeJS.ProcessEnv = {}): Promise<void> {
  const server = await helder.start(env)
  await server.stop()
}

const postmaster = () => {
  const file = join(helder.folder, 'postgres', 'postmaster.pid')
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : undefined
}

describe('a start that is killed', () => {
  // Each time a little later, in the same folder: while the cluster is made, while it starts, during the migrations,
  // and while the demo is made.
  it('leaves nothing that keeps the next one from working, whenever that is', async () => {
    const demo = { HELDER_SEED: 'demo' }
    for (const ms of [120, 250, 400, 600, 900, 1300, 1800, 2500, 3500, 5000, 7000]) {
      const launched = helder.launch(demo)
      await sleep(ms)
      await launched.kill()
      // A power cut ends the database too.
      if (ms % 200 === 0) await endDatabase(helder.folder)
    }
    const server = await helder.start(demo)
    await untilSaid(() => server.output(), /Ctrl C/)
    expect(server.output()).toContain('Marit Zonneveld')
    for (const slug of ['zonneveld', 'dewaard']) {
      const page = await speakRaw(helder.port, { host: `${slug}.localhost`, path: '/' })
      expect([slug, page.status]).toEqual([slug, 200])
    }
    const letters = await helder.asSuperuser(client =>
      client.query("select count(*)::int as count from audit.entries where action = 'records.submitted'"),
    )
    expect(letters.rows[0].count).toBe(3)
    expect(existsSync(join(helder.folder, 'seeding'))).toBe(false)
    expect((await helder.run(['doctor'])).output).not.toContain('✗')
    await server.stop()
  })

  it('or told to stop, at whatever moment, leaves no database running', async () => {
    for (const ms of [50, 200, 350, 500, 700]) {
      const launched = helder.launch()
      await sleep(ms)
      await launched.stop()
      const left = postmaster()
      expect([ms, left !== undefined && isAlive(left)]).toEqual([ms, false])
    }
  })
})

async function untilSaid(output: () => string, what: RegExp): Promise<void> {
  for (let waited = 0; !what.test(output()); waited += 100) {
    if (waited > 90_000) throw new Error(`it does not say ${what}: ${output()}`)
    await sleep(100)
  }
}

describe('a start that can not be', () => {
  it('is refused in words when the data folder can not be used', async () => {
    const file = join(helder.folder, 'not-a-folder')
    writeFileSync(file, '')
    const said = await refusal({ HELDER_DATA: join(file, 'data') })
    expect(said.nl).toMatch(/kan niet gelezen of beschreven worden\. .*HELDER_DATA=/)
    expect(said.en).toMatch(/can not be read or written\. .*HELDER_DATA=/)
  })

  it('is refused in words when a setting is not right', async () => {
    const said = await refusal({ PORT: 'four', HELDER_SEED: 'maybe' })
    expect(said.nl).toMatch(/Deze instellingen kloppen niet:\n {2}PORT=four.*\n {2}HELDER_SEED=maybe/)
    expect(said.en).toMatch(/These settings are not right/)
  })

  it('is refused in words when the port is taken, and leaves no database behind', async () => {
    const other = createServer().listen(helder.port, '127.0.0.1')
    const said = await refusal()
    expect(said.nl).toMatch(/Poort \d+ is bezet of niet toegestaan\. .*PORT=4100 npm start/)
    expect(said.en).toMatch(/Port \d+ is taken or not allowed\. .*PORT=4100 npm start/)
    expect(postmaster()).toBeUndefined()
    await new Promise(resolve => other.close(resolve))
    await startsNow()
  })

  it('is refused in words when Helder runs there already, which goes on', async () => {
    const server = await helder.start()
    const said = await refusal({ PORT: '0' })
    expect(said.nl).toContain(`Er draait al een Helder op ${helder.folder} (proces ${server.pid}).`)
    expect(said.en).toContain(`Another Helder runs on ${helder.folder} (process ${server.pid}).`)
    const health = await speakRaw(helder.port, { host: 'studio.localhost', path: '/health' })
    expect(health.status).toBe(200)
    await server.stop()
    await startsNow()
  })

  it('is refused in words when the data is of a newer Helder, or of another PostgreSQL', async () => {
    const server = await helder.start()
    await helder.asSuperuser(client =>
      client.query("insert into core.migrations (name, sha256) values ('20991231T0000_later', 'x')"),
    )
    await server.stop()
    const said = await refusal()
    expect(said.nl).toMatch(/van een nieuwere Helder: 20991231T0000_later kent deze versie niet/)
    expect(said.en).toMatch(/belongs to a newer Helder: this version does not know 20991231T0000_later/)
    expect((await helder.run(['doctor'])).output).toMatch(/✗ This data belongs to a newer Helder/)

    const version = join(helder.folder, 'postgres', 'PG_VERSION')
    const right = readFileSync(version, 'utf8')
    writeFileSync(version, '99\n')
    expect((await refusal()).en).toMatch(/belongs to PostgreSQL 99, this Helder brings \d+/)
    writeFileSync(version, right)
    expect(postmaster()).toBeUndefined()
    const instance = await openInstance(helder.config, { asItIs: true })
    await helder.asSuperuser(client => client.query("delete from core.migrations where name like '2099%'"))
    await instance.close()
    await startsNow()
  })

  it('is refused in words when the database is damaged, with what it said itself', async () => {
    const control = join(helder.folder, 'postgres', 'global', 'pg_control')
    const sound = readFileSync(control)
    writeFileSync(control, Buffer.alloc(sound.length, 7))
    const said = await refusal()
    expect(said.nl).toMatch(/De database start niet\. [\s\S]*FATAL/)
    expect(said.en).toMatch(/The database does not start\. [\s\S]*FATAL/)
    writeFileSync(control, sound)
    await startsNow()
  })
})

const mayMount = spawnSync('unshare', ['--mount', 'true']).status === 0 && process.getuid?.() === 0

// Needs root, to make a disk as small as that.
describe.skipIf(!mayMount)('a disk without room', () => {
  let disk: string
  const mount = (...options: string[]) => {
    const { status, stderr } = spawnSync('mount', [...options, disk], { encoding: 'utf8' })
    expect([status, stderr]).toEqual([0, ''])
  }
  beforeEach(() => {
    disk = mkdtempSync(join(tmpdir(), 'helder-disk-'))
  })
  afterEach(async () => {
    await endDatabase(join(disk, 'data'))
    spawnSync('umount', [disk])
    rmSync(disk, { recursive: true, force: true })
  })

  it('is seen before anything is made, and a start with room works', async () => {
    mount('-t', 'tmpfs', '-o', 'size=50m', 'tmpfs')
    const env = { HELDER_DATA: join(disk, 'data') }
    const said = await refusal(env)
    expect(said.nl).toMatch(/te weinig ruimte op de schijf .*Maak ruimte/)
    expect(said.en).toMatch(/too little room on the disk .*Free some space/)
    mount('-o', 'remount,size=1g')
    await startsNow(env)
  })

  it('that shows only while the database is made is told as well', async () => {
    mount('-t', 'tmpfs', '-o', 'size=1g,nr_inodes=300', 'tmpfs')
    const env = { HELDER_DATA: join(disk, 'data') }
    mkdirSync(join(disk, 'data'))
    const said = await refusal(env)
    expect(said.nl).toMatch(/kon niet gemaakt worden\. De schijf is vol\. /)
    expect(said.en).toMatch(/could not be made\. The disk is full\. /)
    mount('-o', 'remount,size=1g,nr_inodes=100000')
    await startsNow(env)
  })
})
