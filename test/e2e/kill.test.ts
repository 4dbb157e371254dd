import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { packZip } from '../../server/src/sites/files/pack.ts'
import * as files from '../../server/src/sites/files/schema.ts'
import * as releases from '../../server/src/sites/releases/schema.ts'
import { type Installation, install, isAlive, sandboxesOf } from '../support/program.ts'
import { type Speaker, speak, speakRaw } from '../support/speak.ts'

let helder: Installation
let developer: Speaker
let siteId: string
beforeAll(async () => {
  helder = await install()
  siteId = helder.bakery.ids.siteId ?? ''
  developer = {
    host: 'studio.localhost',
    cookie: helder.sessions.bakeryDeveloper,
    workspaceId: helder.bakery.workspaceId,
  }
})
afterAll(() => helder?.remove())

const visit = (path: string) => speakRaw(helder.port, { host: 'bakery.localhost', path })

async function publish(): Promise<string> {
  const { releaseId } = await speak(helder.port, developer, releases.publishSite, {
    params: { siteId },
    body: {},
  })
  return releaseId
}

const release = (releaseId: string) =>
  speak(helder.port, developer, releases.getRelease, { params: { siteId, releaseId } })

async function until<T>(look: () => Promise<T>, isDone: (found: T) => boolean, seconds = 60): Promise<T> {
  for (let waited = 0; ; waited += 50) {
    const found = await look()
    if (isDone(found)) return found
    if (waited > seconds * 1000) throw new Error(`still ${JSON.stringify(found).slice(0, 200)}`)
    await sleep(50)
  }
}

/** A site that takes seconds to build, and says on each page which it is. */
function largeSite(word: string): Buffer {
  const pages = Array.from({ length: 300 }, (_, number) => ({
    path: `pages/p${number}.liquid`,
    bytes: Buffer.from(`${word} {% for i in (1..800) %}{{ i | times: ${number} }} {% endfor %}`),
  }))
  return packZip([{ path: 'pages/index.liquid', bytes: Buffer.from(word) }, ...pages])
}

const upload = (word: string) =>
  speak(helder.port, developer, files.uploadSite, { params: { siteId }, upload: largeSite(word) })

it('a server that is killed while it publishes leaves the old release live, and the next publication works', async () => {
  const first = await helder.start()
  await until(
    () => visit('/'),
    ({ status }) => status === 200,
  )
  await upload('one')
  const whole = await publish()
  await until(
    () => release(whole),
    ({ state }) => state === 'ready',
  )
  expect((await visit('/')).text).toBe('one')

  await upload('two')
  const cut = await publish()
  // In the middle of it: the sandbox is at work, and the release is not there yet.
  await until(
    async () => sandboxesOf(first.pid).length,
    count => count > 0,
  )
  await sleep(400)
  expect((await release(cut)).state).toBe('building')
  const sandboxes = sandboxesOf(first.pid)
  await first.kill()
  await until(
    async () => sandboxes.filter(isAlive),
    alive => alive.length === 0,
    10,
  )

  const second = await helder.start()
  expect((await visit('/')).text).toBe('one')
  expect((await visit('/p7')).text).toMatch(/^one /)
  const finished = await until(
    () => release(cut),
    ({ state }) => state !== 'building',
  )
  expect([finished.state, finished.live]).toEqual(['ready', true])
  expect((await visit('/')).text).toBe('two')
  expect((await visit('/p299')).text).toMatch(/^two /)

  await upload('three')
  const next = await publish()
  await until(
    () => release(next),
    ({ state }) => state === 'ready',
  )
  expect((await visit('/')).text).toBe('three')
  const left = sandboxesOf(second.pid)
  await second.stop()
  expect(left.filter(isAlive)).toEqual([])
})
