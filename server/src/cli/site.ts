import { existsSync } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join, relative, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Call, client, Problem } from '@helder/client'
import { counted, size, type Text, text } from '@helder/words'
import { type Services, withoutWorkspace } from '../core/ctx.ts'
import { OperatorError } from '../core/errors.ts'
import { slugFrom } from '../core/tenancy/rules.ts'
import { getMe } from '../core/tenancy/schema.ts'
import { type PackedFile, packZip } from '../sites/files/pack.ts'
import { isLeftBehind } from '../sites/files/rules.ts'
import * as files from '../sites/files/schema.ts'
import {
  buildRelease,
  findRelease,
  findSiteBySlug,
  makeSite,
  publishSite,
  uploadSite,
} from '../sites/index.ts'
import { stateOf } from '../sites/releases/rules.ts'
import * as releases from '../sites/releases/schema.ts'
import * as sites from '../sites/sites/schema.ts'
import type { Command, Given } from './command.ts'
import { commandCtx, namedWorkspace, withServices } from './services.ts'
import { print, say, terminalLanguage } from './terminal.ts'

async function push(given: Given): Promise<void> {
  const folder = resolve(given.words[0] ?? '')
  const packed = await packFolder(folder)
  const wanted: Wanted = {
    slug: given.option('site') ?? slugFrom(basename(folder)),
    workspace: given.option('workspace'),
    publish: given.has('publish'),
  }
  const { HELDER_URL: url, HELDER_TOKEN: token } = process.env
  if (url === undefined) await withServices(services => pushTo(here(services), wanted, packed))
  else await pushTo(elsewhere(url, token), wanted, packed).catch(explain)
}

// What the other side says is a sentence for people already, in the language of this terminal.
function explain(error: unknown): never {
  if (!(error instanceof Problem)) throw error
  const lines = [error.message, ...Object.entries(error.fields).map(([path, said]) => `  ${path}: ${said}`)]
  throw new OperatorError(text(lines.join('\n'), lines.join('\n')))
}

interface Packed {
  zip: Buffer
  files: number
  left: string[]
}

async function packFolder(folder: string): Promise<Packed> {
  const isFolder = existsSync(folder) && (await stat(folder)).isDirectory()
  if (!isFolder) throw new OperatorError(text(`Er is geen map ${folder}.`, `There is no folder ${folder}.`))
  const left: string[] = []
  const packed: PackedFile[] = []
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const place = join(entry.parentPath, entry.name)
    const path = relative(folder, place)
    if (isLeftBehind(path)) {
      // Of a whole folder that stays behind, its name says enough.
      if (!isLeftBehind(relative(folder, entry.parentPath))) left.push(path)
    } else if (entry.isFile() && files.isFilePath(path)) packed.push({ path, bytes: await readFile(place) })
    // A link is not followed: what it points to is not in the folder that was named.
    else if (!entry.isDirectory()) left.push(path)
  }
  packed.sort((a, b) => (a.path < b.path ? -1 : 1))
  return { zip: packZip(packed), files: packed.length, left }
}

interface Wanted {
  slug: string
  workspace: string | undefined
  publish: boolean
}

interface FoundSite {
  siteId: string
  workspaceId: string
  slug: string
}

type ReleaseState = {
  state: string
  number: number
  problems: { place: string; line: number | null; message: Text }[]
}

/** A Helder to push to: this one, or one elsewhere. */
interface Target {
  /** The site of a slug; made in the workspace where one is named and the site is not there yet. */
  open(wanted: Wanted): Promise<FoundSite>
  upload(site: FoundSite, zip: Buffer): Promise<{ files: number; sizeBytes: number; left: string[] }>
  publish(site: FoundSite): Promise<ReleaseState>
}

async function pushTo(target: Target, wanted: Wanted, packed: Packed): Promise<void> {
  const language = terminalLanguage()
  const found = await target.open(wanted)
  const amount = counted(
    packed.files,
    say(text('bestand', 'file')),
    say(text('bestanden', 'files')),
    language,
  )
  print(`${amount}, ${size(packed.zip.byteLength, language)} → ${found.slug}`)
  const { left, ...done } = await target.upload(found, packed.zip)
  for (const path of [...packed.left, ...left]) print(`  ${say(text('weggelaten', 'left out'))}: ${path}`)
  print(say(text(`Opgeslagen: ${done.files}.`, `Saved: ${done.files}.`)))
  if (!wanted.publish) return
  print(say(text('Publiceren …', 'Publishing …')))
  const release = await target.publish(found)
  if (release.state === 'ready') {
    print(say(text(`Uitgave ${release.number} staat live.`, `Release ${release.number} is live.`)))
    return
  }
  const lines = release.problems.map(
    ({ place, line, message }) => `  ${place}${line === null ? '' : `:${line}`}  ${say(message)}`,
  )
  throw new OperatorError(
    text(
      `Publiceren is niet gelukt; wat bezoekers zien is niet veranderd.\n${lines.join('\n')}`,
      `Publishing failed; what visitors see has not changed.\n${lines.join('\n')}`,
    ),
  )
}

function noSite(slug: string): OperatorError {
  return new OperatorError(
    text(
      `Er is geen site ${slug}. Noem met --workspace de werkruimte om hem te maken, of kies een andere met --site.`,
      `There is no site ${slug}. Name the workspace with --workspace to make it, or choose another with --site.`,
    ),
  )
}

function noWorkspace(slug: string): OperatorError {
  return new OperatorError(text(`Er is geen werkruimte ${slug}.`, `There is no workspace ${slug}.`))
}

const choice = { note: '', code: true, definitions: true, records: [] as string[] }

function here(services: Services): Target {
  const ctxOf = (workspaceId: string) => commandCtx(services, workspaceId)
  const reason = 'the command line names a site or a workspace'
  return {
    async open({ slug, workspace }) {
      const found = await withoutWorkspace(services, reason, 'read', queries => findSiteBySlug(queries, slug))
      if (found) return found
      if (workspace === undefined) throw noSite(slug)
      const workspaceId = await namedWorkspace(services, workspace)
      const siteId = await makeSite(ctxOf(workspaceId), {
        name: slug,
        slug,
        languages: ['nl'],
        starter: null,
      })
      return { siteId, workspaceId, slug }
    },
    upload: ({ workspaceId, siteId }, zip) => uploadSite(ctxOf(workspaceId), siteId, zip),
    async publish({ workspaceId, siteId }) {
      const ctx = ctxOf(workspaceId)
      const releaseId = await publishSite(ctx, siteId, choice)
      // A server that runs may be at it as well; whoever comes second finds it done.
      await buildRelease(ctx, releaseId)
      const release = await ctx.read(tx => findRelease(tx, releaseId))
      if (release === undefined) throw noSite(releaseId)
      return { ...release, state: stateOf(release) }
    },
  }
}

function elsewhere(url: string, token: string | undefined): Target {
  if (token === undefined) {
    throw new OperatorError(
      text(
        'Geef met HELDER_TOKEN een sleutel voor programma’s mee; die maak je in de studio.',
        'Give a key for programs with HELDER_TOKEN; it is made in the studio.',
      ),
    )
  }
  const options = { origin: url.replace(/\/+$/, ''), token, language: terminalLanguage() }
  const inWorkspace = (workspaceId: string): Call => client({ ...options, workspaceId })
  return {
    async open({ slug, workspace }) {
      const { workspaces } = await client(options)(getMe, {})
      const wanted = workspaces.filter(one => workspace === undefined || one.slug === workspace)
      if (workspace !== undefined && wanted.length === 0) throw noWorkspace(workspace)
      for (const { workspaceId } of wanted) {
        const found = (await inWorkspace(workspaceId)(sites.listSites, {})).find(one => one.slug === slug)
        if (found) return { siteId: found.siteId, workspaceId, slug }
      }
      const [first] = wanted
      if (workspace === undefined || first === undefined) throw noSite(slug)
      const { workspaceId } = first
      const made = await inWorkspace(workspaceId)(sites.makeSite, { body: { name: slug, slug } })
      return { siteId: made.siteId, workspaceId, slug }
    },
    upload: ({ workspaceId, siteId }, zip) =>
      inWorkspace(workspaceId)(files.uploadSite, { params: { siteId }, upload: new Uint8Array(zip) }),
    async publish({ workspaceId, siteId }) {
      const call = inWorkspace(workspaceId)
      const { releaseId } = await call(releases.publishSite, { params: { siteId }, body: choice })
      for (;;) {
        const release = await call(releases.getRelease, { params: { siteId, releaseId } })
        if (release.state !== 'building') return release
        await sleep(500)
      }
    },
  }
}

/** What can be done with websites from a terminal. */
export const commands: Command[] = [
  {
    name: 'site push',
    takes: ['<folder>'],
    about: text(
      'Zet een map in een website, hier of met HELDER_URL en HELDER_TOKEN elders. Wat er niet in de map staat, verdwijnt uit de website.',
      'Puts a folder in a website, here or with HELDER_URL and HELDER_TOKEN elsewhere. What is not in the folder goes from the website.',
    ),
    options: {
      site: {
        takes: '<slug>',
        about: text(
          'welke website; standaard de naam van de map',
          'which website; by default the name of the folder',
        ),
      },
      workspace: {
        takes: '<slug>',
        about: text(
          'de werkruimte waarin hij gemaakt wordt als hij er niet is',
          'the workspace to make it in if it is not there',
        ),
      },
      publish: { about: text('zet het meteen live', 'put it live at once') },
    },
    run: push,
  },
]
