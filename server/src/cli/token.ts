import { day, text } from '@helder/words'
import type { Services } from '../core/ctx.ts'
import { OperatorError } from '../core/errors.ts'
import { endToken, makeToken } from '../core/identity/actions.ts'
import { listTokens } from '../core/identity/store.ts'
import { isUuid, platformWorkspaceId } from '../core/ids.ts'
import { actorInWorkspace } from '../core/tenancy/access.ts'
import type { Command, Given, Option } from './command.ts'
import { commandCtx, namedWorkspace, withServices } from './services.ts'
import { print, printTable, say, terminalLanguage } from './terminal.ts'
import { namedAccount, readEmail } from './user.ts'

// Whose keys, and in which workspace: a key works in one workspace and can do no more than its owner.
async function ownerOf(services: Services, given: Given) {
  const email = readEmail(given.needed('email'))
  const { accountId } = await namedAccount(services, email)
  const workspaceId = await namedWorkspace(services, given.needed('workspace'))
  const identity = { realmId: platformWorkspaceId, accountId, language: terminalLanguage() }
  const actor = await actorInWorkspace(services, identity, workspaceId)
  if (actor !== null && actor.supportSessionId === undefined) {
    return { ctx: commandCtx(services, workspaceId), accountId, permissions: actor.permissions }
  }
  throw new OperatorError(
    text(
      `${email} werkt niet in ${given.needed('workspace')}. Voeg iemand toe met npx helder user add.`,
      `${email} does not work in ${given.needed('workspace')}. Add somebody with npx helder user add.`,
    ),
  )
}

async function list(given: Given): Promise<void> {
  await withServices(async services => {
    const { ctx, accountId } = await ownerOf(services, given)
    const tokens = await ctx.read(tx => listTokens(tx, accountId))
    const shown = (at: Date | null) => (at === null ? say(texts.never) : day(at, terminalLanguage()))
    printTable(
      [texts.id, texts.name, texts.used, texts.expires].map(say),
      tokens.map(({ tokenId, name, usedAt, expiresAt }) => [tokenId, name, shown(usedAt), shown(expiresAt)]),
    )
  })
}

async function add(given: Given): Promise<void> {
  const days = Number(given.option('days') ?? 90)
  if (!Number.isInteger(days) || days < 1 || days > 366) throw new OperatorError(texts.wrongDays)
  await withServices(async services => {
    const { ctx, accountId, permissions } = await ownerOf(services, given)
    const wanted = given.option('permissions')?.split(',') ?? [...permissions]
    const missing = wanted.filter(key => !permissions.has(key))
    if (missing.length > 0) throw new OperatorError(texts.beyond(missing, [...permissions]))
    const { secret } = await makeToken(ctx, {
      accountId,
      name: given.needed('name'),
      permissions: wanted,
      days,
    })
    print(say(texts.made))
    print(`\n  ${secret}\n`)
  })
}

async function remove(given: Given): Promise<void> {
  const [tokenId = ''] = given.words
  if (!isUuid(tokenId)) throw new OperatorError(texts.noId(tokenId))
  await withServices(async services => {
    const { ctx, accountId } = await ownerOf(services, given)
    await endToken(ctx, accountId, tokenId)
    print(say(texts.ended))
  })
}

const texts = {
  id: text('nummer', 'id'),
  name: text('naam', 'name'),
  used: text('gebruikt', 'used'),
  expires: text('verloopt', 'expires'),
  never: text('nooit', 'never'),
  wrongDays: text('Een sleutel werkt 1 tot 366 dagen.', 'A key works for 1 to 366 days.'),
  beyond: (missing: string[], own: string[]) =>
    text(
      `Een sleutel kan niet meer dan de eigenaar: ${missing.join(', ')}. Mogelijk zijn: ${own.join(', ')}.`,
      `A key can do no more than its owner: ${missing.join(', ')}. Possible are: ${own.join(', ')}.`,
    ),
  made: text(
    'De sleutel is gemaakt. Bewaar hem nu: hij is nergens meer te zien.',
    'The key is made. Keep it now: it is shown nowhere again.',
  ),
  noId: (given: string) =>
    text(
      `‘${given}’ is geen nummer van een sleutel. Welke er zijn: npx helder token list.`,
      `‘${given}’ is no id of a key. Which there are: npx helder token list.`,
    ),
  ended: text('De sleutel werkt niet meer.', 'The key works no more.'),
}

const owner: Record<string, Option> = {
  email: { takes: '<email>', needed: true, about: text('van wie de sleutel is', 'whose key it is') },
  workspace: { takes: '<slug>', needed: true, about: text('waar hij werkt', 'where it works') },
}

/** What can be done with keys for programs. */
export const commands: Command[] = [
  {
    name: 'token list',
    about: text(
      'De sleutels die iemand in een werkruimte heeft.',
      'The keys that somebody has in a workspace.',
    ),
    options: owner,
    run: list,
  },
  {
    name: 'token add',
    about: text(
      'Maakt een sleutel voor een programma, die niet meer kan dan de eigenaar.',
      'Makes a key for a program, which can do no more than its owner.',
    ),
    options: {
      ...owner,
      name: { takes: '<name>', needed: true, about: text('waar hij voor is', 'what it is for') },
      permissions: {
        takes: '<a,b>',
        about: text(
          'wat hij mag; standaard alles wat de eigenaar mag',
          'what it may do; by default all that its owner may',
        ),
      },
      days: {
        takes: '<n>',
        about: text('hoe lang hij werkt; standaard 90', 'how long it works; 90 by default'),
      },
    },
    run: add,
  },
  {
    name: 'token remove',
    takes: ['<id>'],
    about: text('Trekt een sleutel in.', 'Ends a key.'),
    options: owner,
    run: remove,
  },
]
