import { escapeText } from '@helder/fields'
import { formTexts } from '@helder/liquid/form-html'
import type { FormState } from '@helder/liquid/forms'
import { spokenIn } from '@helder/liquid/language'
import type { Ctx } from '../../core/ctx.ts'
import { Refusal } from '../../core/errors.ts'
import { Answer, type Http, open, route } from '../../core/http/route.ts'
import { siteHeaders } from '../pages/headers.ts'
import { inShell } from '../pages/shell.ts'
import { getSite, type SiteRow } from '../sites/store.ts'
import { type Submission, stampFor, takeSubmission, thanksFor } from './actions.ts'
import { drawAgain } from './again.ts'
import { isSentFile, returnAddress } from './rules.ts'
import * as schema from './schema.ts'

/** The addresses of forms, for visitors. */
export const routes = [
  route(schema.submitForm, open('forms are for every visitor'), async (ctx, { params, body }, http) => {
    const siteId = http.siteId ?? ''
    const byScript = String(http.headers.accept ?? '').includes('application/json')
    const { ip, preview } = http
    const submission = await takeSubmission(ctx, { siteId, key: params.key, body, ip, byScript, preview })
    const site = await ctx.read(tx => getSite(tx, siteId))
    if (byScript) return answerScript(site, submission)
    if (submission.outcome === 'sent') return backToPage(params.key, submission)
    return pageAgain(ctx, site, http, submission)
  }),
  route(schema.stampForm, open('forms are for every visitor'), async (ctx, { params }, http) => ({
    stamp: stampFor(ctx, http.siteId ?? '', params.key),
  })),
]

function answerScript(site: SiteRow, submission: Submission): Answer {
  if (submission.outcome === 'wrong') {
    const { problems } = submission
    throw new Refusal('invalid', problems[0]?.message ?? formTexts.wrong, { fields: problems })
  }
  const language = languageOf(site, submission.sent.page)
  const thanks = thanksFor(submission.definition, language, formTexts.thanks[spokenIn(language)])
  return new Answer(JSON.stringify({ thanks }), { 'content-type': 'application/json; charset=utf-8' })
}

/** The language of a page by its address. */
function languageOf({ languages: [first = 'nl', ...others] }: SiteRow, address: string): string {
  return others.find(language => address === `/${language}` || address.startsWith(`/${language}/`)) ?? first
}

// A browser that is sent on does not send the form again when the page is loaded once more.
function backToPage(key: string, { sent }: Submission): Answer {
  const location = `${returnAddress(sent.page)}?sent=${encodeURIComponent(key)}#${encodeURIComponent(key)}`
  return new Answer('', { location }, 303)
}

type Wrong = Submission & { outcome: 'wrong' }

async function pageAgain(ctx: Ctx, site: SiteRow, http: Http, wrong: Wrong): Promise<Answer> {
  const address = returnAddress(wrong.sent.page)
  const spoken = spokenIn(languageOf(site, address))
  const problems = Object.fromEntries(wrong.problems.map(({ path, message }) => [path, message[spoken]]))
  const values = JSON.parse(
    JSON.stringify(wrong.sent.values, (_key, value) => (isSentFile(value) ? null : value)),
  )
  const state: FormState = { key: wrong.definition.key, sent: false, values, problems }
  const html = await drawAgain(ctx, { siteId: site.siteId, address, state, preview: http.preview })
  const type = 'text/html; charset=utf-8'
  return new Answer(
    html ?? (await listOfProblems(ctx, site, address, problems)),
    { 'content-type': type, ...siteHeaders(ctx.services.config, type) },
    422,
  )
}

// The page could not be made again: it says what is wrong, and the way back keeps what was typed.
async function listOfProblems(
  ctx: Ctx,
  site: SiteRow,
  address: string,
  problems: Record<string, string>,
): Promise<string> {
  const language = spokenIn(languageOf(site, address))
  const items = Object.entries(problems).map(
    ([name, message]) => `<li>${escapeText(`${name}: ${message}`)}</li>`,
  )
  return inShell(
    ctx,
    site,
    `<div role="alert"><p>${escapeText(formTexts.wrong[language])}</p><ul>${items.join('')}</ul></div>`,
  )
}
