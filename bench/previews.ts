// How long a builder waits for what they changed, and how fast a site of many pages is published: the built server, a
// site made from the starter with products, and a plain one of six hundred pages.
import { setTimeout as sleep } from 'node:timers/promises'
import { packZip } from '../server/src/sites/files/pack.ts'
import * as files from '../server/src/sites/files/schema.ts'
import { openPreview } from '../server/src/sites/previews/schema.ts'
import * as releases from '../server/src/sites/releases/schema.ts'
import * as sites from '../server/src/sites/sites/schema.ts'
import { install } from '../test/support/program.ts'
import { type Speaker, speak, speakRaw } from '../test/support/speak.ts'
import { median, printResult, printTable } from './support/measure.ts'

const looks = Number(process.env.BENCH_ROUNDS ?? 30)
const pageCount = 600

const helder = await install()
const server = await helder.start()
try {
  const developer: Speaker = {
    host: 'studio.localhost',
    cookie: helder.sessions.bakeryDeveloper,
    workspaceId: helder.bakery.workspaceId,
  }
  const call = <C extends Parameters<typeof speak>[2]>(contract: C, given: Parameters<typeof speak<C>>[3]) =>
    speak(helder.port, developer, contract, given)
  const { siteId } = await call(sites.makeSite, {
    body: { name: 'Bench', slug: 'bench', languages: ['nl', 'en'], starter: 'nursery' },
  })
  const preview = new URL((await call(openPreview, { params: { siteId } })).origin).hostname

  const save = async (path: string, text: string) => {
    await call(files.writeFile, { params: { siteId, '*': path }, query: {}, upload: Buffer.from(text) })
  }
  const look = async (path: string) => {
    const began = performance.now()
    const answer = await speakRaw(helder.port, { host: preview, path })
    if (answer.status !== 200)
      throw new Error(`${path} answered ${answer.status}: ${answer.text.slice(0, 300)}`)
    return { ms: performance.now() - began, text: answer.text }
  }
  const cold = (await look('/')).ms
  const template = String(await call(files.readFile, { params: { siteId, '*': 'pages/index.liquid' } }))
  const style = String(await call(files.readFile, { params: { siteId, '*': 'assets/main.css' } }))
  const afterTemplate: number[] = []
  const afterStyle: number[] = []
  for (let round = 0; round < looks; round++) {
    await save('pages/index.liquid', `${template}<!-- ${round} -->`)
    afterTemplate.push((await look('/')).ms)
    await save('assets/main.css', `${style}\n.r${round} { color: red }`)
    const { ms, text } = await look('/')
    const sheet = /href="(\/assets\/main[^"]+\.css)"/.exec(text)?.[1] ?? ''
    afterStyle.push(ms + (await look(sheet)).ms)
  }

  const plain = Array.from({ length: pageCount }, (_, n) => ({
    path: `pages/p${n}.liquid`,
    bytes: Buffer.from(
      `---\ntitle: Page ${n}\n---\n<h1>{{ page.title }}</h1>{% for i in (1..50) %}<p>{{ i }}</p>{% endfor %}`,
    ),
  }))
  const many = await call(sites.makeSite, { body: { name: 'Many', slug: 'many' } })
  const layout = {
    path: 'layouts/default.liquid',
    bytes: Buffer.from('<!doctype html><title>{{ page.title }}</title>{{ content }}'),
  }
  const began = performance.now()
  await call(files.uploadSite, { params: { siteId: many.siteId }, upload: packZip([layout, ...plain]) })
  const uploaded = performance.now()
  const { releaseId } = await call(releases.publishSite, { params: { siteId: many.siteId }, body: {} })
  for (let state = 'building'; state === 'building'; ) {
    await sleep(20)
    state = (await call(releases.getRelease, { params: { siteId: many.siteId, releaseId } })).state
  }
  const published = performance.now()

  const figures = {
    firstLookMs: Math.round(cold),
    lookAfterTemplateMs: Math.round(median(afterTemplate)),
    lookAfterTemplateWorstMs: Math.round(Math.max(...afterTemplate)),
    lookAfterStyleMs: Math.round(median(afterStyle)),
    uploadFilesPerSecond: Math.round((pageCount / (uploaded - began)) * 1000),
    publishPagesPerSecond: Math.round((pageCount / (published - uploaded)) * 1000),
  }
  printTable(
    ['previews and publishing', ''],
    [
      ['first look, the sandbox not started yet', `${figures.firstLookMs} ms`],
      ['look after a template changed, median', `${figures.lookAfterTemplateMs} ms`],
      ['look after a template changed, worst', `${figures.lookAfterTemplateWorstMs} ms`],
      ['look after a style changed, with the style', `${figures.lookAfterStyleMs} ms`],
      ['files uploaded', `${figures.uploadFilesPerSecond}/s`],
      ['pages published', `${figures.publishPagesPerSecond}/s`],
    ],
  )
  printResult('previews', {}, figures)
} finally {
  await server.stop()
  await helder.remove()
}
