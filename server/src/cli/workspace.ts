import { day, isLanguage, text } from '@helder/words'
import { withoutWorkspace } from '../core/ctx.ts'
import { OperatorError } from '../core/errors.ts'
import { newId } from '../core/ids.ts'
import { makeWorkspace } from '../core/tenancy/index.ts'
import { isFreeSlug, slugFrom } from '../core/tenancy/rules.ts'
import { listWorkspaces } from '../core/tenancy/store.ts'
import type { Command, Given } from './command.ts'
import { withServices } from './services.ts'
import { print, printTable, say, terminalLanguage } from './terminal.ts'
import { namedAccount, readEmail } from './user.ts'

async function list(): Promise<void> {
  await withServices(async services => {
    const reason = 'the operator asks which workspaces there are'
    // The last column of what the studio shows is about whoever asks, and here nobody does.
    const rows = await withoutWorkspace(services, reason, 'read', db =>
      listWorkspaces(db, newId(), services.now()),
    )
    printTable(
      [texts.slug, texts.name, texts.members, texts.since].map(say),
      rows.map(row => [row.slug, row.name, String(row.members), day(row.createdAt, terminalLanguage())]),
    )
  })
}

async function add(given: Given): Promise<void> {
  const name = given.needed('name')
  const slug = given.option('slug') ?? slugFrom(name)
  const language = given.option('language') ?? 'nl'
  if (!isFreeSlug(slug)) throw new OperatorError(texts.wrongSlug(slug))
  if (!isLanguage(language)) throw new OperatorError(texts.wrongLanguage(language))
  const owner = given.option('owner')
  await withServices(async services => {
    const ownerId = owner === undefined ? {} : await ownerOf(services, owner)
    await makeWorkspace(services, { name, slug, language, ...ownerId })
    print(say(texts.made(name, slug)))
  })
}

async function ownerOf(services: Parameters<typeof namedAccount>[0], email: string) {
  return { ownerId: (await namedAccount(services, readEmail(email))).accountId }
}

const texts = {
  slug: text('werkruimte', 'workspace'),
  name: text('naam', 'name'),
  members: text('leden', 'members'),
  since: text('sinds', 'since'),
  wrongSlug: (slug: string) =>
    text(
      `‘${slug}’ kan geen deel van een adres zijn, of is voor Helder zelf. Kies met --slug kleine letters, cijfers en streepjes.`,
      `‘${slug}’ can not be part of an address, or is Helder’s own. Choose lower case letters, digits and dashes with --slug.`,
    ),
  wrongLanguage: (given: string) =>
    text(`‘${given}’ is geen taal: kies nl of en.`, `‘${given}’ is no language: choose nl or en.`),
  made: (name: string, slug: string) =>
    text(`Werkruimte ${name} (${slug}) is gemaakt.`, `Workspace ${name} (${slug}) is made.`),
}

/** What can be done with workspaces of clients. */
export const commands: Command[] = [
  {
    name: 'workspace list',
    about: text('De werkruimtes van klanten.', 'The workspaces of clients.'),
    run: list,
  },
  {
    name: 'workspace add',
    about: text('Maakt een werkruimte voor een klant.', 'Makes a workspace for a client.'),
    options: {
      name: { takes: '<name>', needed: true, about: text('hoe de klant heet', 'what the client is called') },
      slug: {
        takes: '<slug>',
        about: text('in adressen; standaard naar de naam', 'in addresses; by default after the name'),
      },
      language: { takes: '<nl|en>', about: text('de taal; standaard nl', 'the language; nl by default') },
      owner: {
        takes: '<email>',
        about: text(
          'iemand met een account, die eigenaar wordt',
          'somebody with an account, who becomes its owner',
        ),
      },
    },
    run: add,
  },
]
