import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { text } from '@helder/words'
import { origin } from '../core/config.ts'
import { type Ctx, makeCtx, type Services, withoutWorkspace } from '../core/ctx.ts'
import { OperatorError } from '../core/errors.ts'
import { addAccount, findAccountByEmail, linkAddress, makeLink } from '../core/identity/index.ts'
import { platformWorkspaceId } from '../core/ids.ts'
import { addMember, findMember, findWorkspaceId, listMembers, makeWorkspace } from '../core/tenancy/index.ts'
import { contentChanges, liveForm, submit } from '../records/index.ts'
import { countUnseen } from '../records/submissions/store.ts'
import { findSiteBySlug, makeSite, publishSite, removeSite } from '../sites/index.ts'
import { type DemoPerson, demoPeople, demoSubmissions } from './people.ts'

const clients = [
  { slug: 'zonneveld', name: 'Kwekerij Zonneveld', starter: 'nursery' },
  { slug: 'dewaard', name: 'Lyceum De Waard', starter: 'school' },
] as const

/**
 * Makes what an installation can't do without, the operator's own workspace, and on the first start the demo where
 * that is asked for.
 */
export async function seed(services: Services): Promise<void> {
  const isFirst = (await findWorkspaceId(services, 'platform')) === null
  if (isFirst && services.config.seed === 'demo') writeFileSync(markOf(services), '')
  if (isFirst) await makePlatform(services)
  if (isDemoUnfinished(services)) await seedDemo(services)
}

// In the data folder: it is there from before the first row of the demo until after the last.
const markOf = ({ config }: Services) => join(config.dataFolder, 'seeding')

/**
 * Has the demo made at the next seeding, on an installation that began without; refuses where a real client has the
 * name of one of its workspaces.
 */
export async function orderDemo(services: Services): Promise<void> {
  if (isDemoUnfinished(services)) return
  for (const { slug } of clients) {
    const workspaceId = await findWorkspaceId(services, slug)
    if (workspaceId && !(await isOfDemo(services, slug, workspaceId))) throw new OperatorError(taken(slug))
  }
  writeFileSync(markOf(services), '')
}

// Somebody of the demo works there: their addresses can't exist, so it is nobody else's.
async function isOfDemo(services: Services, slug: string, workspaceId: string): Promise<boolean> {
  const members = await systemCtx(services, workspaceId).read(listMembers)
  const people = new Set(demoPeople.filter(person => person.workspace === slug).map(({ email }) => email))
  return members.some(({ email }) => people.has(email))
}

const taken = (slug: string) =>
  text(
    `Er is al een werkruimte ${slug} die niet van de demo is. De demo kan hier niet gemaakt worden.`,
    `There is a workspace ${slug} already that is not of the demo. The demo can not be made here.`,
  )

/** Whether the demo is not whole yet: its sites are being built, or an earlier start was killed in the midst of it. */
export function isDemoUnfinished(services: Services): boolean {
  return existsSync(markOf(services))
}

async function makePlatform(services: Services): Promise<void> {
  await makeWorkspace(services, {
    workspaceId: platformWorkspaceId,
    kind: 'platform',
    name: services.config.operator,
    slug: 'platform',
    language: 'nl',
  })
}

function systemCtx(services: Services, workspaceId: string): Ctx {
  return makeCtx({
    services,
    workspaceId,
    actor: { kind: 'system', reason: 'the demo is made' },
    language: 'nl',
  })
}

// Every step looks whether it was done, so that a first start that was killed goes on where it was.
async function seedDemo(services: Services): Promise<void> {
  for (const client of clients) {
    const known = await findWorkspaceId(services, client.slug)
    if (!known) await makeWorkspace(services, { name: client.name, slug: client.slug, language: 'nl' })
  }
  for (const person of demoPeople) await ensurePerson(services, person)
  for (const client of clients) await ensureSite(services, client)
}

async function workspaceOf(services: Services, slug: string): Promise<string> {
  const workspaceId = await findWorkspaceId(services, slug)
  if (!workspaceId) throw new Error(`the demo lacks ${slug}`)
  return workspaceId
}

async function ensurePerson(services: Services, person: DemoPerson): Promise<void> {
  const workspaceId = await workspaceOf(services, person.workspace)
  const realm = systemCtx(services, person.role === 'pupil' ? workspaceId : platformWorkspaceId)
  const known = await realm.read(tx => findAccountByEmail(tx, person.email))
  const { email, name, language } = person
  const accountId = known?.accountId ?? (await realm.write(tx => addAccount(tx, { email, name, language })))
  if (person.role === 'pupil') return
  const ctx = systemCtx(services, workspaceId)
  const member = await ctx.read(tx => findMember(tx, accountId))
  if (!member) await addMember(ctx, accountId, person.role)
}

async function ensureSite(services: Services, client: (typeof clients)[number]): Promise<void> {
  const ctx = systemCtx(services, await workspaceOf(services, client.slug))
  const found = await findDemoSite(services, client.slug)
  if (found?.liveReleaseId) return
  // One that was never published may have been left half made.
  if (found) await removeSite(ctx, found.siteId, client.slug)
  const { name, slug, starter } = client
  const languages = ['nl', 'en']
  const notify = await ownersOf(ctx)
  const siteId = await makeSite(ctx, { name, slug, starter, languages, notify })
  const { records } = await ctx.read(tx => contentChanges(tx, { siteId, languages }, 'nl'))
  const choice = {
    note: 'De eerste uitgave',
    code: true,
    definitions: true,
    records: records.map(row => row.recordId),
  }
  await publishSite(ctx, siteId, choice)
}

async function ownersOf(ctx: Ctx): Promise<string[]> {
  const members = await ctx.read(listMembers)
  return members.filter(member => member.roleKey === 'owner').map(member => member.accountId)
}

function findDemoSite(services: Services, slug: string) {
  return withoutWorkspace(services, 'a site of the demo is known by its slug', 'read', db =>
    findSiteBySlug(db, slug),
  )
}

async function demoSites(services: Services) {
  const found = await Promise.all(clients.map(client => findDemoSite(services, client.slug)))
  return found.flatMap(site => site ?? [])
}

/**
 * Waits until the demo sites are live, and then lets visitors have written to one of them. Told to stop, or after two
 * minutes, it leaves the rest for the next start.
 */
export async function finishDemo(
  services: Services,
  stop: AbortSignal,
  tell: (live: number, total: number) => void,
): Promise<void> {
  for (let live = 0, waited = 0; live < clients.length; waited += 200) {
    live = (await demoSites(services)).filter(site => site.liveReleaseId !== null).length
    tell(live, clients.length)
    if (live < clients.length) await sleep(200)
    if (stop.aborted || waited > longestWaitMs) return
  }
  await sendSubmissions(services)
  rmSync(markOf(services), { force: true })
}

const longestWaitMs = 120_000

async function sendSubmissions(services: Services): Promise<void> {
  const [site] = await demoSites(services)
  if (!site?.liveReleaseId) return
  const { siteId, workspaceId } = site
  const ctx = makeCtx({ services, workspaceId, actor: { kind: 'visitor' }, language: 'nl' })
  const definition = await ctx.read(tx => liveForm(tx, siteId, 'contact'))
  if (definition === null) return
  const sent = await ctx.read(tx => countUnseen(tx, [definition.collectionId]))
  for (const values of demoSubmissions.slice(sent)) await submit(ctx, { definition, values })
}

/** An address at which somebody of the demo signs in, once, within a day. */
export interface DemoLink {
  person: DemoPerson
  address: string
}

const linkMinutes = 24 * 60

/** Makes a link to sign in for everyone of the demo who is still there. */
export async function demoLinks(services: Services): Promise<DemoLink[]> {
  const links: DemoLink[] = []
  for (const person of demoPeople) {
    const workspaceId = await findWorkspaceId(services, person.workspace)
    if (!workspaceId) continue
    const realm = systemCtx(services, person.role === 'pupil' ? workspaceId : platformWorkspaceId)
    const { config } = services
    const host = person.role === 'pupil' ? `${person.workspace}.${config.sitesBase}` : config.studioHost
    const address = await realm.write(async tx => {
      const account = await findAccountByEmail(tx, person.email)
      if (!account) return null
      const secret = await makeLink(tx, account.accountId, 'sign-in', { minutes: linkMinutes })
      return linkAddress(tx, origin(config, host), secret)
    })
    if (address) links.push({ person, address })
  }
  return links
}

/** The public addresses of the demo sites. */
export async function demoAddresses(services: Services): Promise<string[]> {
  const { config } = services
  return (await demoSites(services)).map(site => origin(config, `${site.slug}.${config.sitesBase}`))
}
