// `npm run pictures`: makes the pictures of the documents anew. They are what the journeys see, so a picture can't
// show what does not work.
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from './bundle.mjs'

const kept = join(root, 'docs/pictures')
const taken = mkdtempSync(join(tmpdir(), 'helder-pictures-'))
const { status } = spawnSync(
  process.execPath,
  [
    join(root, 'scripts/test.mjs'),
    '--project',
    'journeys',
    'test/e2e/main-job.test.ts',
    'test/e2e/signature.test.ts',
  ],
  { stdio: 'inherit', cwd: root, env: { ...process.env, HELDER_PICTURES: taken } },
)
if (status === 0) {
  rmSync(kept, { recursive: true, force: true })
  mkdirSync(kept, { recursive: true })
  for (const name of shownIn(documents())) copyFileSync(join(taken, name), join(kept, name))
}
rmSync(taken, { recursive: true, force: true })
process.exit(status ?? 1)

function documents() {
  const below = readdirSync(join(root, 'docs'), { recursive: true }).map(name => join('docs', name))
  return ['README.md', ...below].filter(name => name.endsWith('.md'))
}

function shownIn(names) {
  const texts = names.map(name => readFileSync(join(root, name), 'utf8'))
  return new Set(
    texts.flatMap(text => [...text.matchAll(/pictures\/([\w-]+\.png)\)/g)].map(([, name]) => name)),
  )
}
