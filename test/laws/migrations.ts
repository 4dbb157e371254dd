import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Migrations by name, with what they say. */
export type Timeline = Record<string, string>

/** What is wrong with a timeline, given those that were released: they are only ever added to, at the end. */
export function timelineFaults(now: Timeline, released: Timeline[]): string[] {
  const last = released.flatMap(Object.keys).sort().at(-1) ?? ''
  const before = Object.assign({}, ...released) as Timeline
  return [
    ...Object.keys(now)
      .filter(name => !/^\d{8}T\d{4}_[a-z]+_[a-z0-9_]+\.sql$|^\d{8}T\d{4}_[a-z]+\.sql$/.test(name))
      .map(name => `${name}: a name is the time, the slice and what it does: 20261122T1305_shop_orders.sql`),
    ...Object.keys(before)
      .filter(name => !(name in now))
      .map(name => `${name}: was released, and is gone`),
    ...Object.keys(before)
      .filter(name => name in now && now[name] !== before[name])
      .map(name => `${name}: was released, and says something else now`),
    ...Object.keys(now)
      .filter(name => !(name in before) && name < last)
      .map(
        name => `${name}: comes before ${last}, which was released; databases that have that would skip it`,
      ),
  ]
}

/** The timeline as it stands in a checkout. */
export function timelineIn(root: string): Timeline {
  const folder = join(root, 'db/migrations')
  const names = readdirSync(folder).filter(name => name.endsWith('.sql'))
  return Object.fromEntries(names.map(name => [name, readFileSync(join(folder, name), 'utf8')]))
}

/** The timelines of the released versions, which are the tags that begin with v; none where there is no history. */
export function releasedTimelines(root: string): Timeline[] {
  if (!existsSync(join(root, '.git'))) return []
  const git = (...args: string[]) => execFileSync('git', ['-C', root, ...args], { encoding: 'utf8' })
  const tags = git('tag', '--list', 'v*').split('\n').filter(Boolean)
  return tags.map(tag => {
    const names = git('ls-tree', '--name-only', tag, 'db/migrations/').split('\n').filter(Boolean)
    return Object.fromEntries(
      names.map(name => [name.split('/').at(-1) ?? '', git('show', `${tag}:${name}`)]),
    )
  })
}
