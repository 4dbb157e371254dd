import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getMe } from '../../server/src/core/tenancy/schema.ts'
import { type EmptyInstallation, makeInstallation, type RunningProgram } from '../support/program.ts'
import { speak, speakRaw } from '../support/speak.ts'

let helder: EmptyInstallation
beforeAll(async () => {
  helder = await makeInstallation()
})
afterAll(() => helder?.remove())

const output = async (...args: string[]) => (await helder.run(args)).output
const inDutch = async (...args: string[]) => (await helder.run(args, { LANG: 'nl_NL.UTF-8' })).output

// Signs in with a link that was printed, as a browser does; gives the cookie.
async function follow(printed: string): Promise<string> {
  const secret = /#(\w+)/.exec(printed)?.[1]
  const answer = await speakRaw(helder.port, {
    host: 'studio.localhost',
    method: 'POST',
    path: '/api/identity/links/use',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ secret, password: 'een lang wachtwoord' }),
  })
  if (answer.status >= 300) throw new Error(answer.text)
  return /helder=([^;]+)/.exec(answer.cookies.join())?.[1] ?? ''
}

describe('help', () => {
  it('is one screen, in the language of the terminal, with a page for each command', async () => {
    expect(await output()).toMatch(/^Usage: npx helder <command>/)
    expect(await inDutch('help')).toMatch(/^Gebruik: npx helder <opdracht>/)
    const names = [...(await output('help')).matchAll(/^ {2}(\w+) {2,}\S/gm)].map(match => match[1] ?? '')
    expect(names).toContain('doctor')
    for (const name of names) expect(await output('help', name)).toContain(`  helder ${name}`)
    expect(await inDutch('user', '--help')).toMatch(
      /^Mensen die in de studio werken\.[\s\S]* {2}helder user add/,
    )
  })

  it('comes with what is not understood', async () => {
    const wrong = await helder.run(['toString'])
    expect(wrong.code).toBe(1)
    expect(wrong.output).toMatch(/‘toString’ is no command[\s\S]*Usage/)
    expect(await output('user')).toMatch(/What do you want to do\?[\s\S]*helder user add/)
    expect(await output('user', 'pet')).toMatch(/‘user pet’ is no command[\s\S]*helder user add/)
    expect(await output('user', 'add')).toContain('--email is missing.')
    expect(await output('user', 'add', '--email', '--name')).toContain('--email needs <email> behind it.')
    expect(await output('user', 'link')).toContain('<email> is missing.')
    expect(await output('backup', 'now')).toContain('‘now’ does not belong here.')
    expect(await output('backup', '--now')).toContain('Unknown option --now.')
  })
})

it('an account waits for the first start, which the command says', async () => {
  const early = await output('user', 'add', '--email', 'a@b.example', '--name', 'A')
  expect(early).toContain('Helder has not been started here yet.')
})

// The same commands on an installation that rests, and on one that serves.
describe.each([false, true])('with the server running: %s', isServed => {
  let server: RunningProgram | undefined
  beforeAll(async () => {
    server = await helder.start()
    if (!isServed) await server.stop()
  })
  afterAll(() => server?.stop())

  const slug = isServed ? 'second' : 'first'
  const email = `owner@${slug}.example`

  it('makes an account, and gives links that work once', async () => {
    const made = await output('user', 'add', '--email', ` Owner@${slug}.Example `, '--name', 'Olga')
    expect(made).toContain(`${email} has an account.`)
    expect(made).toMatch(/http:\/\/studio\.localhost:\d+\/link#\w+/)
    expect(await output('user', 'list')).toMatch(new RegExp(`${email} +Olga +Helder`))
    if (!isServed) return
    expect(await output('user', 'link', 'nobody@x.example')).toContain('Nobody has an account with')
    expect(await output('user', 'link', 'nobody')).toContain('‘nobody’ is no e-mail address.')
    const link = await output('user', 'link', email, '--password')
    const host = 'studio.localhost'
    for (const printed of [made, link]) {
      const me = await speak(helder.port, { host, cookie: await follow(printed) }, getMe, {})
      expect(me.account.email).toBe(email)
      await expect(follow(printed)).rejects.toThrow(/refusal\/gone/)
    }
  })

  it('makes a workspace with an owner, and gives roles in it', async () => {
    expect(await output('workspace', 'add', '--name', 'Wie', '--slug', slug, '--owner', email)).toContain(
      `Workspace Wie (${slug}) is made.`,
    )
    expect(await output('workspace', 'list')).toMatch(new RegExp(`${slug} +Wie +1 `))
    const add = ['user', 'add', '--email', `b@${slug}.example`, '--name', 'Bo', '--workspace', slug, '--role']
    expect(await output(...add, 'editor')).toContain('has an account')
    if (!isServed) return
    expect(await output('user', 'list', '--workspace', slug)).toMatch(/Bo +editor/)
    expect(await output(...add, 'admin')).toMatch(/‘admin’ is no role in .*owner, manager/)
    expect(await output('workspace', 'add', '--name', 'Wie', '--slug', slug)).toContain('in use already')
    expect(await output('workspace', 'add', '--name', 'Studio')).toContain('can not be part of an address')
    expect(await output('user', 'list', '--workspace', 'none')).toContain('There is no workspace none.')
  })

  it('makes a key for a program that can do no more than its owner, and ends it', async () => {
    const whose = ['--email', `b@${slug}.example`, '--workspace', slug]
    const name = ['--name', 'push']
    const secret = /^ {2}(\w{32})$/m.exec(await output('token', 'add', ...whose, ...name))?.[1] ?? ''
    expect(secret).not.toBe('')
    if (!isServed) return
    expect(
      await output('token', 'add', ...whose, ...name, '--permissions', 'tenancy.members.write'),
    ).toContain('A key can do no more than its owner: tenancy.members.write.')
    const tokenId = /^([0-9a-f-]{36}) +push/m.exec(await output('token', 'list', ...whose))?.[1] ?? ''
    const look = () => speak(helder.port, { host: 'studio.localhost', token: secret }, getMe, {})
    expect((await look()).workspaces.map(one => one.slug)).toContain(slug)
    expect(await output('token', 'remove', tokenId, ...whose)).toContain('The key works no more.')
    expect(await output('token', 'remove', tokenId, ...whose)).toContain('has ended already')
    expect(await output('token', 'list', ...whose)).not.toContain(tokenId)
    await expect(look()).rejects.toMatchObject({ status: 401 })
  })

  it('sees that all is well, and that a file is missing', async () => {
    if (!isServed) expect(await output('seed')).toContain('site 2 of 2')
    if (!isServed) expect(await output('backup')).toMatch(/Backup \S+ is made/)
    const well = await helder.run(['doctor'])
    expect(well.output).not.toContain('✗')
    expect(well.output).toMatch(/All \d\d+ files are there/)
    expect(well.output).toMatch(isServed ? /Helder runs \(process \d+\) on port/ : /Helder is stopped/)
    expect(well.output).toMatch(/1 backup, the last of/)
    expect(well.output).toMatch(/Changes go to the backups/)
    expect(well.code).toBe(0)
    expect(await inDutch('doctor')).toMatch(/De database is bij/)
  })
})

it('a doctor says what is wrong and what to do, and gives code 1', async () => {
  rmSync(join(helder.folder, 'objects'), { recursive: true })
  const { code, output: said } = await helder.run(['doctor'])
  expect(said).toMatch(/✗ Of (\d+) files \1 are missing\.\n {4}Put back the folder/)
  expect(said).toMatch(/1 thing is wrong/)
  expect(code).toBe(1)
})
