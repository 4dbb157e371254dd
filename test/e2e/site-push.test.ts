import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeToken } from '../../server/src/core/identity/schema.ts'
import { type Installation, install, type RunningProgram } from '../support/program.ts'
import { type Speaker, speak, speakRaw } from '../support/speak.ts'

let helder: Installation
let folder: string
beforeAll(async () => {
  // Programs do not find studio.localhost by themselves, as browsers do.
  helder = await install({ HELDER_STUDIO_HOST: 'localhost' })
  folder = mkdtempSync(join(tmpdir(), 'helder-push-'))
  mkdirSync(join(folder, 'pages'))
  mkdirSync(join(folder, '.git'))
  writeFileSync(join(folder, 'pages/index.liquid'), 'Pushed {{ site.name }}')
  writeFileSync(join(folder, '.git/config'), 'not part of it')
  writeFileSync(join(folder, '.DS_Store'), 'nor this')
  symlinkSync('/etc/passwd', join(folder, 'pages/passwd.liquid'))
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await helder?.remove()
})

const visit = (slug: string) => speakRaw(helder.port, { host: `${slug}.localhost`, path: '/' })

describe('helder site push', () => {
  it('puts a folder in a site where no server runs, and says what stays behind', async () => {
    const { code, output } = await helder.run([
      'site',
      'push',
      folder,
      '--site',
      'pushed',
      '--workspace',
      'bakery',
      '--publish',
    ])
    expect(output).toContain('1 file')
    expect(output).toContain('left out: .git')
    expect(output).toContain('left out: .DS_Store')
    expect(output).toContain('left out: pages/passwd.liquid')
    expect(output).toContain('Release 1 is live.')
    expect(code).toBe(0)
  })

  it('says what is missing, in words', async () => {
    const said = async (...args: string[]) => (await helder.run(['site', ...args])).output
    expect(await said('push', '/nowhere')).toContain('There is no folder /nowhere.')
    expect(await said('push', folder, '--site', 'none')).toContain('There is no site none.')
    expect(await said('push', folder, '--site', 'none', '--workspace', 'none')).toContain(
      'There is no workspace none.',
    )
    expect(await said('pull')).toContain('helder site push <folder>')
    expect(await said('push', folder, '--nonsense')).toContain('Unknown option --nonsense.')
  })

  describe('while a server runs', () => {
    let server: RunningProgram
    let owner: Speaker
    beforeAll(async () => {
      server = await helder.start()
      owner = {
        host: 'localhost',
        cookie: helder.sessions.bakeryOwner,
        workspaceId: helder.bakery.workspaceId,
      }
    })
    afterAll(() => server?.stop())

    it('shows at once', async () => {
      expect((await visit('pushed')).text).toBe('Pushed pushed')
      writeFileSync(join(folder, 'pages/index.liquid'), 'Again {{ site.name }}')
      const { output } = await helder.run(['site', 'push', folder, '--site', 'pushed', '--publish'])
      expect(output).toContain('Release 2 is live.')
      expect((await visit('pushed')).text).toBe('Again pushed')
    })

    it('goes over HTTP with a key, and shows why a site can not be published', async () => {
      const permissions = [
        'sites.sites.read',
        'sites.sites.write',
        'sites.files.write',
        'sites.releases.publish',
      ]
      const { secret } = await speak(helder.port, owner, makeToken, { body: { name: 'push', permissions } })
      const remote = {
        HELDER_URL: `http://localhost:${helder.port}`,
        HELDER_TOKEN: secret,
        HELDER_DATA: '/nowhere',
      }
      const push = () =>
        helder.run(['site', 'push', folder, '--site', 'remote', '--workspace', 'bakery', '--publish'], remote)
      const first = await push()
      expect([first.code, first.output]).toEqual([0, expect.stringContaining('Release 1 is live.')])
      expect((await visit('remote')).text).toBe('Again remote')
      writeFileSync(join(folder, 'pages/index.liquid'), '\n{% nope %}')
      const second = await push()
      expect([second.code, second.output]).toEqual([
        1,
        expect.stringContaining('pages/index.liquid:2  There is no tag {% nope %} here.'),
      ])
      expect((await visit('remote')).text).toBe('Again remote')
      const noKey = await helder.run(['site', 'push', folder], { ...remote, HELDER_TOKEN: 'a'.repeat(32) })
      expect([noKey.code, noKey.output]).toEqual([1, expect.stringContaining('Sign in to go on')])
    })
  })
})
