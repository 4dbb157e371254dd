import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { platformWorkspaceId } from '../../server/src/core/ids.ts'
import * as backups from '../../server/src/operations/backups/schema.ts'
import { type DatabaseServer, startDatabaseServer } from '../support/database-server.ts'
import { type Installation, install, makeInstallation } from '../support/program.ts'
import { speak, speakRaw } from '../support/speak.ts'

let database: DatabaseServer
let helder: Installation
beforeAll(async () => {
  database = await startDatabaseServer()
  await database.run(
    "create role owner login createrole password 'not-a-secret'",
    'create database helder owner owner',
    "create role weak login password 'not-a-secret'",
    'create database weak',
  )
  helder = await install({ DATABASE_URL: database.url('owner', 'helder') })
})
afterAll(async () => {
  await helder?.remove()
  await database?.stop()
})

describe('a PostgreSQL server of one’s own', () => {
  it('holds everything, for an owner that is no superuser', async () => {
    const server = await helder.start()
    const page = await speakRaw(helder.port, { host: 'studio.localhost', path: '/health' })
    expect(page.status).toBe(200)
    expect((await helder.run(['user', 'list'])).output).toMatch(/Berta Bakker +Bakkerij/)
    const doctor = await helder.run(['doctor'])
    expect(doctor.output).toContain(`PostgreSQL ${database.version}`)
    expect(doctor.output).not.toContain('✗')
    await server.stop()
  })

  it('makes its own backups, which Helder says plainly', async () => {
    const plainly = /on a server of its own \(DATABASE_URL\)\. Arrange backups there/
    for (const args of [['backup'], ['restore', '--list'], ['restore', '--at', 'latest']]) {
      expect(await helder.run(args)).toMatchObject({ code: 1, output: expect.stringMatching(plainly) })
    }
    const server = await helder.start()
    const admin = {
      host: 'studio.localhost',
      cookie: helder.sessions.staffAdmin,
      workspaceId: platformWorkspaceId,
      language: 'en',
    }
    const ordered = speak(helder.port, admin, backups.makeBackup, {})
    await expect(ordered).rejects.toMatchObject({ status: 503, message: expect.stringMatching(plainly) })
    expect((await helder.run(['doctor'])).output).toMatch(/✓ .*Arrange backups there/)
    await server.stop()
  })

  it('that can not be reached, or lets Helder do too little, is told in words', async () => {
    const empty = await makeInstallation()
    const said = async (DATABASE_URL: string, LANG: string) => {
      const launched = empty.launch({ DATABASE_URL, LANG })
      expect(await launched.ended).toBe(1)
      expect(launched.output()).not.toMatch(/^ +at /m)
      return launched.output()
    }
    const nowhere = 'postgres://owner:x@127.0.0.1:1/helder'
    expect(await said(nowhere, 'nl')).toMatch(/is niet te bereiken: .*Controleer het adres, de naam/)
    expect(await said(nowhere, 'en')).toMatch(/can not be reached: .*Check the address, the name/)
    expect(await said(database.url('owner', 'helder', 'wrong'), 'en')).toMatch(
      /password authentication failed/,
    )
    const weak = database.url('weak', 'weak')
    expect(await said(weak, 'nl')).toMatch(/mag te weinig: .*\n {2}alter role weak createrole;/)
    expect(await said(weak, 'en')).toMatch(/may do too little: .*\n {2}alter role weak createrole;/)
    await empty.remove()
  })
})
