import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { releasedTimelines, timelineFaults, timelineIn } from './migrations.ts'

describe('the timeline of migrations', () => {
  it('is only added to once it was released', () => {
    expect(timelineFaults(timelineIn(process.cwd()), releasedTimelines(process.cwd()))).toEqual([])
  })
})

describe('the law of the timeline', () => {
  let root: string
  const write = (name: string, text: string) => writeFileSync(join(root, 'db/migrations', name), text)
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', root, '-c', 'user.name=x', '-c', 'user.email=x@x.example', ...args], {
      stdio: 'pipe',
    })
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'helder-timeline-'))
    mkdirSync(join(root, 'db/migrations'), { recursive: true })
    git('init', '-q')
    write('20260101T1000_core.sql', 'create schema core')
    write('20260201T1000_shop_orders.sql', 'create table shop.orders ()')
    git('add', '-A')
    git('commit', '-qm', 'first')
    git('tag', 'v1.0.0')
  })
  afterEach(() => rmSync(root, { recursive: true, force: true }))
  const faults = () => timelineFaults(timelineIn(root), releasedTimelines(root))

  it('allows what comes after', () => {
    write('20260301T1000_shop_refunds.sql', 'create table shop.refunds ()')
    expect(faults()).toEqual([])
  })

  it('sees a change of what was released, also when it was committed since', () => {
    write('20260101T1000_core.sql', 'create schema kernel')
    expect(faults()).toEqual([expect.stringMatching(/says something else now/)])
    git('commit', '-qam', 'second')
    expect(faults()).toEqual([expect.stringMatching(/says something else now/)])
  })

  it('sees one that is gone, one that comes too early, and one without a proper name', () => {
    rmSync(join(root, 'db/migrations/20260201T1000_shop_orders.sql'))
    write('20260115T1000_shop_carts.sql', 'create table shop.carts ()')
    write('later.sql', 'select 1')
    expect(faults()).toEqual([
      expect.stringMatching(/later\.sql: a name is/),
      expect.stringMatching(/orders\.sql: was released, and is gone/),
      expect.stringMatching(/carts\.sql: comes before/),
    ])
  })
})
