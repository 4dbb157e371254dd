import { type Ctx, makeCtx, type Services } from '../../server/src/core/ctx.ts'
import { insertAccount, insertSession, insertToken } from '../../server/src/core/identity/store.ts'
import { hashSecret, newId, newSecret, platformWorkspaceId } from '../../server/src/core/ids.ts'
import { listMessages } from '../../server/src/core/mail/store.ts'
import { addMember, makeWorkspace } from '../../server/src/core/tenancy/index.ts'
import type { BuiltInRole } from '../../server/src/core/tenancy/rules.ts'
import {
  insertInvitation,
  insertRole,
  insertSupportSession,
  listRoles,
} from '../../server/src/core/tenancy/store.ts'
import { openRequest } from '../../server/src/privacy/index.ts'
import {
  liveForm,
  makeCollection,
  makeRecord,
  markPublished,
  pinContent,
  submit,
} from '../../server/src/records/index.ts'
import { packZip } from '../../server/src/sites/files/pack.ts'
import { makeSite, publishSite, uploadSite } from '../../server/src/sites/index.ts'

/** The two clients that are always there, so that a leak shows. */
export type ClientName = 'bakery' | 'school'

/** Everyone in the world: members of a workspace by role, and customers and pupils of a client. */
export const people = {
  bakeryOwner: { workspace: 'bakery', role: 'owner', name: 'Berta Bakker', email: 'berta@bakery.example' },
  bakeryManager: { workspace: 'bakery', role: 'manager', name: 'Mats Meel', email: 'mats@bakery.example' },
  bakeryDeveloper: {
    workspace: 'bakery',
    role: 'developer',
    name: 'Dirk Deeg',
    email: 'dirk@bureau.example',
  },
  bakeryEditor: { workspace: 'bakery', role: 'editor', name: 'Eva Eclair', email: 'eva@bakery.example' },
  bakeryExpert: { workspace: 'bakery', role: 'expert', name: 'Xander Xeres', email: 'xander@foto.example' },
  schoolOwner: { workspace: 'school', role: 'owner', name: 'Rik Rector', email: 'rik@school.example' },
  schoolTeacher: { workspace: 'school', role: 'teacher', name: 'Lot Leraar', email: 'lot@school.example' },
  schoolEditor: { workspace: 'school', role: 'editor', name: 'Siem Schrijver', email: 'siem@school.example' },
  staffSupport: {
    workspace: 'platform',
    role: 'support',
    name: 'Olga Ondersteuner',
    email: 'olga@operator.example',
  },
  staffAdmin: { workspace: 'platform', role: 'admin', name: 'Bram Beheer', email: 'bram@operator.example' },
  staffOwner: { workspace: 'platform', role: 'owner', name: 'Uma Uitbater', email: 'uma@operator.example' },
} as const satisfies Record<
  string,
  { workspace: ClientName | 'platform'; role: BuiltInRole; name: string; email: string }
>

/** Someone who can sign in to the studio. */
export type Person = keyof typeof people

/** What a client has, by name. */
export interface SettledClient {
  workspaceId: string
  /** A value for every parameter of a path, of something that belongs to this client. */
  ids: Record<string, string>
}

/** What the filled world holds. */
export interface Settled {
  platform: { workspaceId: string }
  bakery: SettledClient
  school: SettledClient
  sessions: Record<Person, string>
  accounts: Record<Person, string>
}

/** Settles the world: workspaces, people, and something of every kind in both clients. */
export async function settle(services: Services): Promise<Settled> {
  await makeWorkspace(services, {
    workspaceId: platformWorkspaceId,
    kind: 'platform',
    name: 'Helder',
    slug: 'platform',
    language: 'nl',
  })
  const bakery = await makeWorkspace(services, {
    name: 'Bakkerij De Kruimel',
    slug: 'bakery',
    language: 'nl',
  })
  const school = await makeWorkspace(services, { name: 'Het Lyceum', slug: 'school', language: 'en' })
  const workspaceIds = { platform: platformWorkspaceId, bakery, school }
  const sessions = {} as Record<Person, string>
  const sessionIds = {} as Record<Person, string>
  const accounts = {} as Record<Person, string>
  for (const [key, person] of Object.entries(people) as [Person, (typeof people)[Person]][]) {
    const { accountId, sessionId, session } = await settlePerson(services, person)
    await addMember(systemCtx(services, workspaceIds[person.workspace]), accountId, person.role)
    sessions[key] = session
    sessionIds[key] = sessionId
    accounts[key] = accountId
  }
  const settleClient = async (slug: ClientName, workspaceId: string, owner: Person, member: Person) => {
    const ctx = systemCtx(services, workspaceId)
    const own = { sessionId: sessionIds[owner], accountId: accounts[member] }
    const around = await settleMembership(ctx, accounts[owner], accounts.staffOwner)
    return { workspaceId, ids: { ...own, ...around, ...(await settleContent(ctx, accounts[owner], slug)) } }
  }
  return {
    platform: { workspaceId: platformWorkspaceId },
    bakery: await settleClient('bakery', bakery, 'bakeryOwner', 'bakeryManager'),
    school: await settleClient('school', school, 'schoolOwner', 'schoolTeacher'),
    sessions,
    accounts,
  }
}

async function settlePerson(services: Services, person: { name: string; email: string }) {
  const accountId = newId()
  const sessionId = newId()
  const session = newSecret()
  await systemCtx(services, platformWorkspaceId).write(async tx => {
    await insertAccount(tx, {
      accountId,
      email: person.email,
      name: person.name,
      language: 'nl',
      passwordHash: null,
      verifiedAt: tx.now,
    })
    await insertSession(tx, {
      sessionId,
      accountId,
      tokenHash: hashSecret(session),
      device: 'Firefox · Linux',
      expiresAt: new Date(tx.now.getTime() + 30 * 24 * 3_600_000),
    })
  })
  return { accountId, sessionId, session }
}

// A role of the client's own, an invitation to it, a key for programs, and staff who look in.
async function settleMembership(ctx: Ctx, ownerId: string, staffId: string): Promise<Record<string, string>> {
  const [roleId, invitationId, tokenId, supportSessionId] = [newId(), newId(), newId(), newId()]
  await ctx.write(async tx => {
    const inAWeek = new Date(tx.now.getTime() + 7 * 24 * 3_600_000)
    await insertRole(tx, { roleId, key: null, name: 'Stagiair', permissions: ['tenancy.settings.read'] })
    await insertInvitation(tx, {
      invitationId,
      email: 'invited@visitor.example',
      roleId: (await listRoles(tx)).find(role => role.key === 'manager')?.roleId ?? '',
      outsider: false,
      invitedBy: ownerId,
      tokenHash: hashSecret(newSecret()),
      expiresAt: inAWeek,
    })
    await insertToken(tx, {
      tokenId,
      accountId: ownerId,
      name: 'Kassa',
      permissions: ['tenancy.settings.read'],
      tokenHash: hashSecret(newSecret()),
      expiresAt: inAWeek,
    })
    await insertSupportSession(tx, {
      supportSessionId,
      accountId: staffId,
      reason: 'De klant vroeg hulp bij het begin.',
      endsAt: inAWeek,
    })
  })
  return { roleId, invitationId, tokenId, supportSessionId }
}

const words = (nl: string, en: string) => ({ nl, en })

/** The files of a small site: pages in two languages, one per article, a form, a style, a script and a picture. */
export const siteFiles: Record<string, string> = {
  'layouts/default.liquid': `<!doctype html>
<html lang="{{ language }}"><head><meta charset="utf-8"><title>{{ page.title }} · {{ site.name }}</title>
<link rel="stylesheet" href="{{ 'main.css' | asset_url }}"></head>
<body><header><a href="/">{{ site.name }}</a></header><main>{{ content }}</main></body></html>`,
  'pages/index.liquid': `---
title: { nl: Welkom, en: Welcome }
---
<h1>{{ 'welcome' | t }}</h1>
<ul>{% for article in collections.articles %}<li><a href="{{ article.url }}">{{ article.title }}</a></li>{% endfor %}</ul>`,
  'pages/nieuws/[slug].liquid': `---
collection: articles
---
<h1>{{ record.title }}</h1>{{ record.body }}`,
  'pages/contact.liquid': `---
title: Contact
---
<h1>Contact</h1>{% form 'contact' %}`,
  'locales/nl.json': '{ "welcome": "Welkom bij ons" }',
  'locales/en.json': '{ "welcome": "Welcome to us" }',
  'assets/main.css': 'body { background: url(./img/dot.svg); }',
  'assets/img/dot.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>',
  'public/robots.txt': 'User-agent: *\n',
}

// A site with articles, one on the site and one draft, and a contact form with one submission; published once.
async function settleContent(ctx: Ctx, ownerId: string, slug: ClientName): Promise<Record<string, string>> {
  const siteId = await makeSite(ctx, {
    name: slug === 'bakery' ? 'De Kruimel' : 'Het Lyceum',
    slug,
    languages: ['nl', 'en'],
    starter: null,
  })
  const files = Object.entries(siteFiles).map(([path, text]) => ({ path, bytes: Buffer.from(text) }))
  await uploadSite(ctx, siteId, packZip(files))
  const articles = await makeCollection(ctx, {
    siteId,
    kind: 'content',
    key: 'articles',
    name: words('Artikelen', 'Articles'),
    fields: [
      {
        key: 'title',
        label: words('Titel', 'Title'),
        type: 'text',
        required: true,
        indexed: true,
        privacy: { personal: false },
      },
      { key: 'body', label: words('Tekst', 'Text'), type: 'richText', privacy: { personal: false } },
      { key: 'day', label: words('Dag', 'Day'), type: 'date', indexed: true, privacy: { personal: false } },
    ],
    privacy: null,
    settings: {},
  })
  const recordId = await makeRecord(ctx, articles, { title: 'Het eerste brood', day: '2026-01-02' })
  await makeRecord(ctx, articles, { title: 'Nog een plan', day: '2026-03-04' })
  const contact = await makeCollection(ctx, {
    siteId,
    kind: 'form',
    key: 'contact',
    name: words('Contact', 'Contact'),
    fields: [
      {
        key: 'name',
        label: words('Naam', 'Name'),
        type: 'text',
        required: true,
        privacy: { personal: true, category: 'contact.name' },
      },
      {
        key: 'email',
        label: words('E-mailadres', 'E-mail address'),
        type: 'email',
        required: true,
        privacy: { personal: true, category: 'contact.email' },
      },
      {
        key: 'message',
        label: words('Bericht', 'Message'),
        type: 'text',
        multiline: true,
        privacy: { personal: true, category: 'content' },
      },
    ],
    privacy: {
      subjectField: 'email',
      purpose: words('om je vraag te beantwoorden', 'to answer your question'),
      erase: 'record',
      keepDays: 90,
    },
    settings: { form: { notify: [ownerId] } },
  })
  const submissionId = await ctx.write(async tx => {
    await markPublished(tx, siteId, await pinContent(tx, siteId, { definitions: true, drafts: [recordId] }))
    const definition = await liveForm(tx, siteId, 'contact')
    if (definition === null) throw new Error('the form is not live')
    return submit(tx, {
      definition,
      values: { name: 'Vera Visser', email: 'vera@visitor.example', message: 'Wanneer zijn jullie open?' },
    })
  })
  const choice = { note: 'De eerste', code: true, definitions: true, records: [] }
  const releaseId = await publishSite(ctx, siteId, choice)
  const requestId = await openRequest(ctx, {
    kind: 'erasure',
    email: 'vera@visitor.example',
    language: 'nl',
  })
  const [message] = await ctx.read(tx => listMessages(tx, { limit: 1 }))
  return {
    siteId,
    releaseId,
    key: 'contact',
    page: 'privacy',
    // The drafts that a publication names.
    records: recordId,
    '*': 'pages/index.liquid',
    messageId: message?.messageId ?? '',
    requestId,
    collectionId: articles,
    contactId: contact,
    recordId,
    submissionId,
    number: '1',
    object: 'a'.repeat(64),
  }
}

function systemCtx(services: Services, workspaceId: string) {
  return makeCtx({
    services,
    workspaceId,
    actor: { kind: 'system', reason: 'the world is settled' },
    language: 'nl',
  })
}
