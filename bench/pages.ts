// A cached page of 12 KB: the built server against a bare Node server with the same bytes and headers, and against
// nginx with the file. Rounds take turns, so that a busy moment of the machine hits all alike.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { packZip } from '../server/src/sites/files/pack.ts'
import * as files from '../server/src/sites/files/schema.ts'
import * as releases from '../server/src/sites/releases/schema.ts'
import { install } from '../test/support/program.ts'
import { type Speaker, speak, speakRaw } from '../test/support/speak.ts'
import {
  family,
  hammer,
  has,
  installFromDebian,
  median,
  memoryMegabytes,
  printResult,
  printTable,
  processorMicroseconds,
  startProgram,
} from './support/measure.ts'

const rounds = Number(process.env.BENCH_ROUNDS ?? 7)
const seconds = Number(process.env.BENCH_SECONDS ?? 4)
const connections = 48
const pageBytes = 12_288

interface Target {
  name: string
  url: string
  headers: string[]
  pids(): number[]
}

const folder = mkdtempSync(join(tmpdir(), 'helder-bench-'))
const helder = await install()
const server = await helder.start()
const ends: (() => Promise<void> | void)[] = [() => server.stop(), () => helder.remove()]
try {
  const page = pageOf(pageBytes)
  await publish(page)
  const host = `bakery.localhost:${helder.port}`
  const answer = await speakRaw(helder.port, { host: 'bakery.localhost', path: '/' })
  if (answer.text !== page) throw new Error('the page is not what was published')
  const targets: Target[] = [
    {
      name: 'Helder',
      url: `http://127.0.0.1:${helder.port}/`,
      headers: [`Host: ${host}`],
      pids: () => [server.pid],
    },
    bareNode(page, answer.headers),
  ]
  const nginx = startNginx(page)
  if (nginx) targets.push(nginx)
  await sleep(1000)
  report(measure(targets))
} finally {
  for (const end of ends) await end()
  rmSync(folder, { recursive: true, force: true })
}

function pageOf(bytes: number): string {
  const line =
    '<p>Brood van vandaag: speltbrood, desem met rozijnen, en zes soorten bolletjes uit de oven van half zeven.</p>\n'
  const start =
    '<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Brood</title></head><body>\n'
  const end = '</body></html>\n'
  const lines = line.repeat(Math.floor((bytes - start.length - end.length) / line.length))
  return start + lines + ' '.repeat(bytes - start.length - lines.length - end.length) + end
}

async function publish(page: string): Promise<void> {
  const developer: Speaker = {
    host: 'studio.localhost',
    cookie: helder.sessions.bakeryDeveloper,
    workspaceId: helder.bakery.workspaceId,
  }
  const siteId = helder.bakery.ids.siteId ?? ''
  const upload = packZip([{ path: 'index.html', bytes: Buffer.from(page) }])
  await speak(helder.port, developer, files.uploadSite, { params: { siteId }, upload })
  const { releaseId } = await speak(helder.port, developer, releases.publishSite, {
    params: { siteId },
    body: {},
  })
  for (;;) {
    const { state } = await speak(helder.port, developer, releases.getRelease, {
      params: { siteId, releaseId },
    })
    if (state === 'ready') return
    if (state !== 'building') throw new Error(`the page was not published: ${state}`)
    await sleep(100)
  }
}

// The least that Node can do: the same bytes with the same headers, for whatever is asked.
function bareNode(page: string, headers: Record<string, string>): Target {
  const port = helder.port + 1
  const { date: _date, connection: _connection, 'keep-alive': _keepAlive, ...own } = headers
  const file = join(folder, 'bare.mjs')
  writeFileSync(
    file,
    `import { createServer } from 'node:http'
const body = Buffer.from(${JSON.stringify(page)})
const headers = ${JSON.stringify(own)}
createServer({ keepAliveTimeout: 65000 }, (request, response) => {
  response.writeHead(200, headers)
  response.end(body)
}).listen(${port}, '127.0.0.1')
`,
  )
  const child = startProgram(process.execPath, [file])
  ends.unshift(() => void child.kill())
  return {
    name: 'bare Node',
    url: `http://127.0.0.1:${port}/`,
    headers: [`Host: 127.0.0.1:${port}`],
    pids: () => [child.pid ?? 0],
  }
}

function startNginx(page: string): Target | undefined {
  if (!has('nginx') && process.getuid?.() === 0 && has('apt-get')) installFromDebian('nginx-light')
  if (!has('nginx')) return undefined
  const port = helder.port + 2
  writeFileSync(join(folder, 'index.html'), page)
  writeFileSync(
    join(folder, 'nginx.conf'),
    `daemon off;
worker_processes 1;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
${process.getuid?.() === 0 ? 'user root;' : ''}
events { worker_connections 1024; }
http {
  include /etc/nginx/mime.types;
  charset utf-8;
  access_log off;
  sendfile on;
  tcp_nopush on;
  keepalive_requests 100000000;
  open_file_cache max=100;
  client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy; fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi;
  server {
    listen 127.0.0.1:${port};
    root ${folder};
    add_header cache-control "public, max-age=0, must-revalidate";
    add_header x-content-type-options nosniff;
    add_header referrer-policy strict-origin-when-cross-origin;
  }
}
`,
  )
  const child = startProgram('nginx', ['-c', join(folder, 'nginx.conf'), '-p', folder])
  ends.unshift(() => void child.kill('SIGTERM'))
  return {
    name: 'nginx, 1 worker',
    url: `http://127.0.0.1:${port}/`,
    headers: [`Host: 127.0.0.1:${port}`],
    pids: () => family(child.pid ?? 0),
  }
}

interface Measured {
  name: string
  perSecond: number[]
  microseconds: number[]
  errors: number
  megabytes: number
}

function measure(targets: Target[]): Measured[] {
  const measured = targets.map(
    ({ name }): Measured => ({ name, perSecond: [], microseconds: [], errors: 0, megabytes: 0 }),
  )
  // The first round warms up, and counts for nothing.
  for (let round = 0; round <= rounds; round++) {
    for (const [index, target] of targets.entries()) {
      const pids = target.pids()
      const before = processorMicroseconds(pids)
      const result = hammer(target.url, {
        seconds: round === 0 ? 2 : seconds,
        connections,
        headers: target.headers,
      })
      const used = processorMicroseconds(pids) - before
      const into = measured[index]
      if (round === 0 || into === undefined) continue
      into.perSecond.push(result.requests / result.seconds)
      into.microseconds.push(used / result.requests)
      into.errors += result.errors
      into.megabytes = memoryMegabytes(pids)
    }
    process.stderr.write(round === 0 ? 'warm\n' : `round ${round} of ${rounds}\n`)
  }
  return measured
}

function report(measured: Measured[]): void {
  const [helderRow, bareRow] = measured
  const base = median(bareRow?.perSecond ?? [])
  printTable(
    ['12 KB page, from memory', 'req/s', 'least–most', '× bare Node', 'CPU µs/req', 'PSS MB', 'errors'],
    measured.map(({ name, perSecond, microseconds, errors, megabytes }) => [
      name,
      median(perSecond).toFixed(0),
      `${Math.min(...perSecond).toFixed(0)}–${Math.max(...perSecond).toFixed(0)}`,
      (median(perSecond) / base).toFixed(2),
      median(microseconds).toFixed(1),
      megabytes.toFixed(0),
      String(errors),
    ]),
  )
  const pairs = (helderRow?.perSecond ?? []).map(
    (value, index) => value / (bareRow?.perSecond[index] ?? Number.NaN),
  )
  printResult(
    'pages',
    {
      helderToBareNode: round2(median(helderRow?.perSecond ?? []) / base),
      helderToBareNodeByRound: round2(median(pairs)),
    },
    Object.fromEntries(
      measured.map(({ name, perSecond, microseconds, errors, megabytes }) => [
        name,
        {
          requestsPerSecond: Math.round(median(perSecond)),
          processorMicroseconds: round2(median(microseconds)),
          megabytes: Math.round(megabytes),
          errors,
        },
      ]),
    ),
  )
}

function round2(value: number): number {
  return Math.round(value * 100) / 100
}
