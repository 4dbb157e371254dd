import type { Browser, BrowserContext, Page } from 'playwright-core'
import { makeCtx } from '../../../server/src/core/ctx.ts'
import { getMessage, listMessages } from '../../../server/src/core/mail/store.ts'
import { findWorkspaceId } from '../../../server/src/core/tenancy/index.ts'
import { type EmptyInstallation, makeInstallation, type RunningProgram } from '../../support/program.ts'
import { type Looks, openWindow } from './browser.ts'

/** The program as it is after its first start, with the demo in it. */
export interface Demo {
  helder: EmptyInstallation
  server: RunningProgram
  /** Where the studio is, and where a site is. */
  studio: string
  site(slug: string): string
  /** A window in which somebody of the demo signs in with the link that the program printed; once for each start. */
  signIn(browser: Browser, name: string, looks?: Looks): Promise<Signed>
  /** The newest mail of a client to an address, as it stands in the outbox. */
  mailTo(address: string, slug: string): Promise<{ subject: string; text: string }>
  restart(): Promise<void>
  stop(): Promise<void>
  remove(): Promise<void>
}

/** A window of somebody, and what went wrong in it. */
export interface Signed {
  page: Page
  context: BrowserContext
  faults: string[]
}

/** Starts the built program on an empty folder, as `npm start` does, and waits until the demo is whole. */
export async function startDemo(): Promise<Demo> {
  const helder = await makeInstallation({ HELDER_SEED: 'demo' })
  const demo: Demo = {
    helder,
    server: await startWhole(helder),
    studio: `http://${helder.config.studioHost}:${helder.port}`,
    site: slug => `http://${slug}.${helder.config.sitesBase}:${helder.port}`,
    async signIn(browser, name, looks = {}) {
      const opened = await openWindow(browser, demo.studio, looks)
      await opened.page.goto(linkOf(demo.server.output(), name))
      await opened.page.locator('button[type=submit]').click()
      await opened.page.waitForURL(url => !url.pathname.startsWith('/link'))
      return opened
    },
    mailTo: (address, slug) => mailTo(helder, address, slug),
    async restart() {
      demo.server = await startWhole(helder)
    },
    stop: () => demo.server.stop(),
    remove: () => helder.remove(),
  }
  return demo
}

// The last thing that the program says is how to stop it.
async function startWhole(helder: EmptyInstallation): Promise<RunningProgram> {
  const server = await helder.start()
  for (let waited = 0; waited < 120_000; waited += 50) {
    if (/Ctrl C/.test(server.output())) return server
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  throw new Error(`the demo does not get whole: ${server.output()}`)
}

function linkOf(output: string, name: string): string {
  const at = output.indexOf(`\n  ${name} (`)
  const link = /https?:\/\/\S+/.exec(output.slice(at))?.[0]
  if (at < 0 || link === undefined) throw new Error(`no link for ${name} in: ${output}`)
  return link
}

async function mailTo(helder: EmptyInstallation, address: string, slug: string) {
  for (let waited = 0; waited < 10_000; waited += 200) {
    const found = await helder.within(async services => {
      const workspaceId = await findWorkspaceId(services, slug)
      if (workspaceId === null) throw new Error(`no workspace is called ${slug}`)
      const actor = { kind: 'system' as const, reason: 'a test' }
      const ctx = makeCtx({ services, workspaceId, actor, language: 'nl' })
      return ctx.read(async tx => {
        const sent = (await listMessages(tx, { limit: 50 })).find(message => message.to === address)
        return sent ? await getMessage(tx, sent.messageId) : null
      })
    })
    if (found) return { subject: found.subject, text: found.text }
    await new Promise(resolve => setTimeout(resolve, 200))
  }
  throw new Error(`no mail to ${address}`)
}

/** The first address in a letter. */
export function linkIn(text: string): string {
  const link = /https?:\/\/\S+/.exec(text)?.[0]
  if (link === undefined) throw new Error(`no link in: ${text}`)
  return link
}

/** Sets the language that an account speaks, on its own screen. */
export async function speakIn(page: Page, language: 'nl' | 'en'): Promise<void> {
  const back = page.url()
  await page.goto('/account')
  const name = language === 'nl' ? /Nederlands|Dutch/ : /English|Engels/
  await page.getByRole('radio', { name }).check({ force: true })
  await page.locator(`html[lang="${language}"]`).waitFor()
  await page.goto(back)
}
