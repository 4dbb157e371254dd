import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type MailServer, startMailServer } from '../../../../test/support/smtp.ts'
import { openWorld, type World } from '../../../../test/support/world.ts'
import type { Ctx } from '../ctx.ts'
import { deliver, sendMail, withoutSecrets } from './actions.ts'
import { letterHtml, letterText } from './letter.ts'
import { getMessage, listMessages as listContract } from './schema.ts'

let world: World
let server: MailServer
let bakery: Ctx
beforeAll(async () => {
  world = await openWorld()
  server = await startMailServer()
  world.config.smtpUrl = server.url
  bakery = world.ctx(world.bakery.workspaceId)
})
afterAll(async () => {
  await server?.close()
  await world?.close()
})

const secret = 'abcdefghijklmnopqrstuvwxyz234567'
const letter = {
  subject: 'Een brief & een <vraag>',
  greeting: 'Dag Anna,',
  paragraphs: ['Eerste regel.', '<script>alert(1)</script>'],
  button: { label: 'Openen', address: `http://studio.localhost/link#${secret}` },
}

function send(): Promise<string> {
  return bakery.write(tx =>
    sendMail(tx, { to: 'anna@visitor.example', template: 'test.letter', language: 'nl', letter }),
  )
}

describe('mail', () => {
  it('goes out when the transaction commits, with text and HTML, and loses its secrets after that', async () => {
    const messageId = await send()
    await world.work()
    const [received] = server.received
    expect(received?.subject).toBe(letter.subject)
    expect(received?.to?.[0]?.address).toBe('anna@visitor.example')
    expect(received?.text).toContain(secret)
    expect(received?.html).toContain('&lt;script&gt;')
    const kept = await world.as('bakeryOwner').call(getMessage, { params: { messageId } })
    expect(kept.sentAt).not.toBeNull()
    expect(kept.text + kept.html).not.toContain(secret)
  })

  it('is not sent when its transaction is rolled back', async () => {
    const before = server.received.length
    const attempt = bakery.write(async tx => {
      await sendMail(tx, { to: 'anna@visitor.example', template: 'test.letter', language: 'nl', letter })
      throw new Error('changed my mind')
    })
    await expect(attempt).rejects.toThrow('changed my mind')
    await world.work()
    expect(server.received.length).toBe(before)
  })

  it('that the server refuses is tried again, and says why without the address', async () => {
    server.refuse = true
    const messageId = await send()
    await expect(world.work()).rejects.toThrow('did not take')
    const failed = await world.as('bakeryOwner').call(getMessage, { params: { messageId } })
    expect(failed.failure).toMatch(/550/)
    expect(failed.failure).not.toMatch(/secret/)
    server.refuse = false
    await deliver.start(bakery, { messageId })
    expect((await world.as('bakeryOwner').call(getMessage, { params: { messageId } })).failure).toBeNull()
  })

  it('run twice is sent once', async () => {
    const messageId = await send()
    await world.work()
    const before = server.received.length
    await deliver.start(bakery, { messageId })
    expect(server.received.length).toBe(before)
  })

  it('is seen by who may, in its own workspace only', async () => {
    const { messages, delivers } = await world.as('bakeryManager').call(listContract, {})
    expect(delivers).toBe(true)
    expect(messages.some(message => message.template === 'test.letter')).toBe(true)
    const { messages: elsewhere } = await world.as('schoolOwner').call(listContract, {})
    expect(elsewhere.some(message => message.template === 'test.letter')).toBe(false)
    await expect(world.as('bakeryEditor').call(listContract, {})).rejects.toMatchObject({ status: 403 })
  })

  it('is written for people without HTML and for those with', () => {
    expect(letterText(letter)).toBe(
      `Dag Anna,\n\nEerste regel.\n\n<script>alert(1)</script>\n\nOpenen:\n${letter.button.address}\n`,
    )
    expect(letterHtml(letter, 'nl')).toContain('<html lang="nl">')
    expect(withoutSecrets(`x#${secret}"`)).toBe('x#…"')
  })
})
