import { describe, expect, it } from 'vitest'
import { faultOf, importsOf, readImports } from './imports.ts'

describe('imports', () => {
  it('keep to the rules throughout the project', () => {
    const found = readImports(process.cwd())
    expect(found.length).toBeGreaterThan(300)
    expect(found.flatMap(one => faultOf(one) ?? [])).toEqual([])
  })
})

const fault = (from: string, statement: string) =>
  importsOf(from, statement).map(found => faultOf(found))[0] ?? null

describe('the law of imports sees', () => {
  it.each([
    ['packages/fields/src/walk.ts', "import { x } from 'node:fs'", /no input or output/],
    [
      'packages/fields/src/walk.ts',
      "import { x } from '@helder/server/records/rows/schema'",
      /nothing but packages/,
    ],
    ['server/src/core/mail/store.ts', "import { x } from '../../records/index.ts'", /core knows no slice/],
    ['server/src/core/mail/store.ts', "import { x } from '../../cli/terminal.ts'", /core knows no slice/],
    [
      'server/src/sites/files/actions.ts',
      "import { x } from '../../records/rows/actions.ts'",
      /through its index/,
    ],
    ['server/src/records/rows/actions.ts', "import { x } from '../../sites/index.ts'", /declared call/],
    [
      'server/src/records/rows/store.ts',
      "import { x } from './actions.ts'",
      /routes, jobs → actions → store/,
    ],
    [
      'server/src/records/rows/actions.ts',
      "import { x } from './routes.ts'",
      /routes, jobs → actions → store/,
    ],
    [
      'server/src/records/rows/rules.ts',
      "import { x } from '../collections/store.ts'",
      /run in a browser too/,
    ],
    ['server/src/records/rows/schema.ts', "import { x } from 'node:crypto'", /run in a browser too/],
    [
      'server/src/records/rows/actions.ts',
      "import { x } from '../../core/http/route.ts'",
      /actions know no HTTP/,
    ],
    [
      'studio/src/records/table.tsx',
      "import { x } from '@helder/server/records/rows/store'",
      /takes only schemas/,
    ],
    ['visitor/src/form.ts', "import('../../server/src/core/ctx.ts')", /takes only schemas/],
    [
      'studio/src/records/table.tsx',
      "import { x } from '../sites/editor.tsx'",
      /slices of the studio are apart/,
    ],
    ['studio/src/ui/table.tsx', "import { useQuery } from '@tanstack/react-query'", /ui knows no network/],
    ['studio/src/ui/table.tsx', "import { x } from '../core/client.ts'", /ui knows no network/],
    [
      'studio/src/sites/editor.tsx',
      "import { x } from '../../../visitor/src/form.ts'",
      /do not know each other/,
    ],
  ])('%s: %s', (from, statement, expected) => {
    expect(fault(from, statement)).toMatch(expected)
  })

  it.each([
    ['server/src/sites/files/actions.ts', "import { x } from '../../records/index.ts'"],
    ['server/src/records/rows/actions.ts', "import type { Http } from '../../core/http/route.ts'"],
    ['server/src/records/rows/schema.ts', "import { x } from './rules.ts'"],
    ['studio/src/records/table.tsx', "import { x } from '@helder/server/records/rows/schema'"],
    ['studio/src/ui/table.tsx', "import { x } from '@mantine/core'"],
    ['server/src/cli/start.ts', "import { x } from '../slices.ts'"],
  ])('nothing wrong with %s: %s', (from, statement) => {
    expect(fault(from, statement)).toBeNull()
  })

  it('imports over several lines, for their effect, and later on', () => {
    const source = `import {\n  a,\n  b,\n} from './a.ts'\nimport './b.ts'\nconst c = await import('./c.ts')\nexport * from './d.ts'`
    expect(importsOf('server/src/x/y.ts', source).map(found => found.to)).toEqual([
      'server/src/x/a.ts',
      'server/src/x/b.ts',
      'server/src/x/d.ts',
      'server/src/x/c.ts',
    ])
  })
})
