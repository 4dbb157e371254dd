import { describe, expect, it } from 'vitest'
import { type Command, rankCommands } from './rank.ts'

const command = (id: string, label: string, more: Partial<Command> = {}): Command => ({
  id,
  label,
  group: 'go',
  run: () => {},
  ...more,
})

const commands = [
  command('home', 'Overzicht'),
  command('members', 'Leden', { keywords: ['mensen', 'collega’s'] }),
  command('invite', 'Iemand uitnodigen', { group: 'do', keywords: ['lid toevoegen'] }),
  command('roles', 'Rollen'),
  command('audit', 'Logboek'),
  command('account', 'Mijn account', { keywords: ['wachtwoord', 'taal'] }),
  command('privacy', 'Privégegevens'),
]

const ids = (query: string, recent: string[] = []) =>
  rankCommands(commands, query, recent).map(found => found.id)

describe('the palette', () => {
  it('shows everything in its own order when nothing is asked', () => {
    expect(ids('')).toEqual(commands.map(({ id }) => id))
    expect(ids('   ')).toEqual(commands.map(({ id }) => id))
  })

  it('puts what was used lately first, newest before older', () => {
    expect(ids('', ['audit', 'roles']).slice(0, 3)).toEqual(['audit', 'roles', 'home'])
  })

  it('prefers the start of a label to the start of a word, and that to the middle', () => {
    const some = [command('c', 'Onleesbaar'), command('b', 'Meer lezen'), command('a', 'Lezen')]
    expect(rankCommands(some, 'lez').map(found => found.id)).toEqual(['a', 'b'])
    expect(rankCommands(some, 'le').map(found => found.id)).toEqual(['a', 'b', 'c'])
  })

  it('finds by keyword, after what fits by label', () => {
    expect(ids('wachtwoord')).toEqual(['account'])
    expect(ids('lid')[0]).toBe('invite')
    const some = [command('a', 'Account', { keywords: ['taal'] }), command('b', 'Taal van de site')]
    expect(rankCommands(some, 'taal').map(found => found.id)).toEqual(['b', 'a'])
  })

  it('needs every word of the query', () => {
    expect(ids('iemand uit')).toEqual(['invite'])
    expect(ids('iemand anders')).toEqual([])
  })

  it('does not mind accents, capitals and skipped letters', () => {
    expect(ids('PRIVE')).toEqual(['privacy'])
    expect(ids('lgbk')).toEqual(['audit'])
  })

  it('lets recency decide between equals only', () => {
    const some = [command('a', 'Rol maken'), command('b', 'Rol geven'), command('c', 'Tirol')]
    expect(rankCommands(some, 'rol', ['c', 'b']).map(found => found.id)).toEqual(['b', 'a', 'c'])
  })

  it('finds nothing for nonsense', () => {
    expect(ids('xyzzy')).toEqual([])
  })
})
