import type { TemplateProblem } from '@helder/liquid'
import type { Ctx } from '../../core/ctx.ts'
import { problemsInTexts } from '../files/actions.ts'
import { roleOf } from '../files/rules.ts'
import { assembleSite, type SiteFile, type SiteRecipe } from './assemble.ts'
import { sandboxOf } from './pool.ts'
import { workingRecipe } from './preview.ts'
import { SandboxFault } from './sandbox.ts'

/** What the working files and drafts of a site come to. */
export interface Inspected {
  pages: { url: string; path: string; language: string; file: string }[]
  more: boolean
  problems: TemplateProblem[]
}

const most = { pages: 2000, problems: 100, checkedBytes: 1_000_000 } as const

/** Looks at a site as it is worked on: which pages it makes, and what is wrong in its files. */
export async function inspectWorking(ctx: Ctx, siteId: string): Promise<Inspected> {
  const recipe = await ctx.read(tx => workingRecipe(tx, siteId))
  const [{ plan, problems }, inFiles] = await Promise.all([
    assembleSite(ctx, recipe, 'now'),
    problemsInFiles(ctx, recipe),
  ])
  const pages = plan.pages.filter(({ notFound }) => !notFound)
  return {
    pages: pages
      .slice(0, most.pages)
      .map(({ url, path, language, template }) => ({ url, path, language, file: template })),
    more: pages.length > most.pages,
    problems: once([...problems, ...inFiles]).slice(0, most.problems),
  }
}

// What stands above a page is read for the plan as well as for the check of the page.
function once(problems: TemplateProblem[]): TemplateProblem[] {
  const byPlace = new Map(
    problems.map(problem => [`${problem.path} ${problem.line} ${problem.message.nl}`, problem]),
  )
  return [...byPlace.values()]
}

async function problemsInFiles(ctx: Ctx, recipe: SiteRecipe): Promise<TemplateProblem[]> {
  const files = Object.entries(recipe.files).filter(([, { sizeBytes }]) => sizeBytes <= most.checkedBytes)
  const found = await Promise.all(files.map(([path, file]) => problemsIn(ctx, path, file)))
  return found.flat()
}

// What is wrong in a file is the same as long as the file is.
const checked = new Map<string, Promise<TemplateProblem[]>>()
const mostChecked = 20_000

function problemsIn(ctx: Ctx, path: string, { sha256 }: SiteFile): Promise<TemplateProblem[]> {
  const role = roleOf(path)
  if (role !== 'template' && role !== 'text') return Promise.resolve([])
  const key = `${ctx.workspaceId} ${sha256} ${path}`
  const known = checked.get(key)
  if (known) return known
  if (checked.size >= mostChecked) checked.clear()
  const found = check(ctx, path, sha256, role)
  checked.set(key, found)
  found.catch(() => checked.delete(key))
  return found
}

async function check(
  ctx: Ctx,
  path: string,
  sha256: string,
  role: 'template' | 'text',
): Promise<TemplateProblem[]> {
  const source = (await ctx.services.objects.get(ctx.workspaceId, sha256)).toString('utf8')
  if (role === 'text') return problemsInTexts(path, source)
  try {
    return await sandboxOf(ctx.services).check('render', path, source)
  } catch (error) {
    if (error instanceof SandboxFault) return [error.problem]
    throw error
  }
}
