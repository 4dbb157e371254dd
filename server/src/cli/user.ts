import { isLanguage, type Language, listed, moment, text } from '@helder/words'
import { origin } from '../core/config.ts'
import type { Ctx, Services, TxCtx } from '../core/ctx.ts'
import { OperatorError } from '../core/errors.ts'
import { addAccount, findAccountByEmail, linkAddress, makeLink } from '../core/identity/index.ts'
import { email as emailSchema } from '../core/identity/schema.ts'
import { type AccountRow, listAccounts } from '../core/identity/store.ts'
import { platformWorkspaceId } from '../core/ids.ts'
import { addMember } from '../core/tenancy/index.ts'
import { type BuiltInRole, builtInRoles, isBuiltInRole, staffRoles } from '../core/tenancy/rules.ts'
import { listMembers, listMembershipsOf } from '../core/tenancy/store.ts'
import { type Command, type Given, misused } from './command.ts'
import { commandCtx, namedWorkspace, withServices } from './services.ts'
import { print, printTable, say, terminalLanguage } from './terminal.ts'

/** An e-mail address as somebody typed it, in the form in which accounts have it. */
export function readEmail(given: string): string {
  const result = emailSchema.safeParse(given)
  if (result.success) return result.data
  throw new OperatorError(text(`‘${given}’ is geen e-mailadres.`, `‘${given}’ is no e-mail address.`))
}

/** The account of somebody who works in the studio; refuses where there is none. */
export async function namedAccount(services: Services, email: string): Promise<AccountRow> {
  const found = await findPlatformAccount(services, email)
  if (found !== null) return found
  throw new OperatorError(
    text(
      `Niemand heeft hier een account met ${email}. Maak het met npx helder user add.`,
      `Nobody has an account with ${email} here. Make it with npx helder user add.`,
    ),
  )
}

function findPlatformAccount(services: Services, email: string): Promise<AccountRow | null> {
  return commandCtx(services, platformWorkspaceId).read(tx => findAccountByEmail(tx, email))
}

async function list(given: Given): Promise<void> {
  const slug = given.option('workspace')
  await withServices(async services => {
    if (slug === undefined) return listEveryone(commandCtx(services, platformWorkspaceId))
    const ctx = commandCtx(services, await namedWorkspace(services, slug))
    const members = await ctx.read(listMembers)
    printTable(
      [texts.email, texts.name, texts.role].map(say),
      members.map(({ email, name, roleKey, roleName }) => [email, name, roleKey ?? roleName]),
    )
  })
}

async function listEveryone(ctx: Ctx): Promise<void> {
  const { accounts, memberships } = await ctx.read(async tx => {
    const found = await listAccounts(tx)
    const ids = found.map(({ accountId }) => accountId)
    return { accounts: found, memberships: await listMembershipsOf(tx, ids) }
  })
  const worksIn = (accountId: string) =>
    listed(
      memberships.filter(membership => membership.accountId === accountId).map(({ name }) => name),
      terminalLanguage(),
    )
  printTable(
    [texts.email, texts.name, texts.worksIn].map(say),
    accounts.map(({ accountId, email, name }) => [email, name, worksIn(accountId)]),
  )
}

async function add(given: Given): Promise<void> {
  const email = readEmail(given.needed('email'))
  const slug = given.option('workspace') ?? 'platform'
  const role = readRole(given.option('role') ?? 'owner', slug)
  const language = readLanguage(given.option('language'))
  await withServices(async services => {
    const workspaceId = await namedWorkspace(services, slug)
    const known = await findPlatformAccount(services, email)
    const name = given.option('name')
    if (known === null && name === undefined) throw misused(texts.whoIsIt, commands)
    const accountId = known?.accountId ?? (await makeAccount(services, { email, name: name ?? '', language }))
    await addMember(commandCtx(services, workspaceId), accountId, role)
    print(say(known === null ? texts.made(email) : texts.known(email)))
    if (known === null) await showLink(services, accountId, 'sign-in', 24 * 60)
  })
}

function makeAccount(
  services: Services,
  input: { email: string; name: string; language: Language },
): Promise<string> {
  return commandCtx(services, platformWorkspaceId).write(tx => addAccount(tx, input))
}

function readRole(given: string, slug: string): BuiltInRole {
  const possible = rolesIn(slug)
  if (isBuiltInRole(given) && possible.includes(given)) return given
  throw new OperatorError(
    text(
      `‘${given}’ is geen rol in ${slug}. Kies uit ${listed(possible, 'nl')}.`,
      `‘${given}’ is no role in ${slug}. Choose from ${listed(possible, 'en')}.`,
    ),
  )
}

// The operator's own workspace has other roles than those of clients.
function rolesIn(slug: string): BuiltInRole[] {
  const isStaff = (key: BuiltInRole) => staffRoles.includes(key)
  return (Object.keys(builtInRoles) as BuiltInRole[]).filter(
    key => key === 'owner' || isStaff(key) === (slug === 'platform'),
  )
}

function readLanguage(given: string | undefined): Language {
  if (given === undefined) return terminalLanguage()
  if (isLanguage(given)) return given
  throw new OperatorError(
    text(`‘${given}’ is geen taal: kies nl of en.`, `‘${given}’ is no language: choose nl or en.`),
  )
}

async function link(given: Given): Promise<void> {
  const email = readEmail(given.words[0] ?? '')
  await withServices(async services => {
    const { accountId } = await namedAccount(services, email)
    await showLink(services, accountId, given.has('password') ? 'set-password' : 'sign-in', 60)
  })
}

async function showLink(
  services: Services,
  accountId: string,
  purpose: 'sign-in' | 'set-password',
  minutes: number,
): Promise<void> {
  const { config } = services
  const until = new Date(services.now().getTime() + minutes * 60_000)
  const make = (tx: TxCtx) => makeLink(tx, accountId, purpose, { minutes })
  const ctx = commandCtx(services, platformWorkspaceId)
  const secret = await ctx.write(make)
  print(say(texts.links[purpose]))
  print(`\n  ${linkAddress(ctx, origin(config, config.studioHost), secret)}\n`)
  print(say(texts.once(moment(until, 'nl'), moment(until, 'en'))))
}

const texts = {
  email: text('e-mailadres', 'e-mail address'),
  name: text('naam', 'name'),
  role: text('rol', 'role'),
  worksIn: text('werkt in', 'works in'),
  whoIsIt: text('Wie is het? --name ontbreekt.', 'Who is it? --name is missing.'),
  made: (email: string) => text(`${email} heeft een account.`, `${email} has an account.`),
  known: (email: string) =>
    text(
      `${email} had al een account, en heeft nu deze rol.`,
      `${email} had an account already, and has this role now.`,
    ),
  links: {
    'sign-in': text('Aanmelden:', 'Sign in:'),
    'set-password': text('Een nieuw wachtwoord kiezen:', 'Choose a new password:'),
  },
  once: (nl: string, en: string) =>
    text(`De link werkt één keer, tot ${nl}.`, `The link works once, until ${en}.`),
}

/** What can be done with the people who work in the studio. */
export const commands: Command[] = [
  {
    name: 'user list',
    about: text(
      'Wie er een account heeft, of wie er in een werkruimte werkt.',
      'Who has an account, or who works in a workspace.',
    ),
    options: {
      workspace: {
        takes: '<slug>',
        about: text('alleen wie hier werkt, met hun rol', 'only who works here, with their role'),
      },
    },
    run: list,
  },
  {
    name: 'user add',
    about: text(
      'Maakt een account en geeft een link om aan te melden. Wie er al een had krijgt er deze rol bij.',
      'Makes an account and gives a link to sign in. Who had one already gets this role as well.',
    ),
    options: {
      email: { takes: '<email>', needed: true, about: text('het e-mailadres', 'the e-mail address') },
      name: {
        takes: '<name>',
        about: text('de naam, voor een nieuw account', 'the name, for a new account'),
      },
      role: { takes: '<role>', about: text('de rol; standaard owner', 'the role; owner by default') },
      workspace: {
        takes: '<slug>',
        about: text(
          'de werkruimte; standaard platform, die van de beheerder',
          'the workspace; platform by default, the operator’s own',
        ),
      },
      language: { takes: '<nl|en>', about: text('de taal van brieven', 'the language of letters') },
    },
    run: add,
  },
  {
    name: 'user link',
    takes: ['<email>'],
    about: text('Geeft een link om aan te melden, een uur lang.', 'Gives a link to sign in, for an hour.'),
    options: {
      password: {
        about: text('een link om een nieuw wachtwoord te kiezen', 'a link to choose a new password'),
      },
    },
    run: link,
  },
]
