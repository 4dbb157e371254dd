import { addressOf, type Reply } from '@helder/client'
import { isEmpty, said } from '@helder/fields'
import { downloadSubmittedFile } from '@helder/server/records/files/schema'
import {
  getSubmission,
  markSeen,
  removeSubmission,
  restoreSubmission,
} from '@helder/server/records/submissions/schema'
import { day } from '@helder/words'
import { Button } from '@mantine/core'
import { IconArrowBackUp, IconMail, IconMailOpened, IconTrash } from '@tabler/icons-react'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useEffect, useMemo, useRef } from 'react'
import { useCall, useReply } from '../../core/api.tsx'
import { useWorkspace } from '../../core/place.tsx'
import { useCommands } from '../../ui/commands/commands.tsx'
import type { Command } from '../../ui/commands/rank.ts'
import { useLanguage, useTexts } from '../../ui/language.tsx'
import { TargetLink } from '../../ui/links.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Moment } from '../../ui/moment.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { useStable } from '../../ui/stable.ts'
import { useToasts } from '../../ui/toasts/toaster.tsx'
import { SubmittedMark } from '../daylight.tsx'
import { useCollections } from '../site.ts'
import { ValueList } from '../values/values.tsx'
import styles from './inbox.module.css'
import type { InboxSearch } from './search.ts'
import { texts } from './texts.ts'

/** What a visitor filled in, whole. */
type Whole = Reply<typeof getSubmission>

/** One submission: what was filled in, and what can be done with it. */
export function Submission() {
  const t = useTexts(texts)
  const language = useLanguage()
  const { slug } = useWorkspace()
  const search: InboxSearch = useSearch({ strict: false })
  const { recordId = '' } = useParams({ strict: false })
  const submission = useReply(getSubmission, { params: { recordId } }, { topics: ['records.submission'] })
  useMarkSeen(recordId, submission.data)
  return (
    <SidePanel
      key={recordId}
      title={submission.data ? said(submission.data.form, language) : t.submission}
      about={submission.data ? <Moment at={submission.data.receivedAt} /> : undefined}
      back={{ to: '/w/$slug/inbox', params: { slug }, search: { ...search } }}
      actions={submission.data ? <Actions submission={submission.data} /> : undefined}
    >
      <Loaded from={submission}>{data => <Body submission={data} />}</Loaded>
    </SidePanel>
  )
}

// What somebody opens they have seen; once, so that they can say that they have not after all.
function useMarkSeen(recordId: string, submission: Whole | undefined): void {
  const { can } = useWorkspace()
  const { call } = useCall(markSeen, { problems: 'form' })
  const marked = useRef('')
  const isNew = submission !== undefined && !submission.seen && !submission.inBin
  const mayMark = can('records.submissions.write')
  useEffect(() => {
    if (!isNew || !mayMark || marked.current === recordId) return
    marked.current = recordId
    void call({ params: { recordId }, body: { seen: true } })
  })
}

function Body({ submission }: { submission: Whole }) {
  const t = useTexts(texts)
  const { workspaceId } = useWorkspace()
  const { recordId, collectionId, fields, values } = submission
  const about = useMemo(
    () => ({
      fileAddress: (object: string) =>
        addressOf(downloadSubmittedFile, { params: { recordId, object } }, { workspaceId }),
      references: {},
      mark: (path: string) => <SubmittedMark collectionId={collectionId} path={path} />,
    }),
    [recordId, collectionId, workspaceId],
  )
  return (
    <>
      {submission.inBin ? <Notice tone="warning">{t.inBin}</Notice> : null}
      <ValueList fields={fields} values={values} about={about} />
      <Goes submission={submission} />
    </>
  )
}

function Goes({ submission }: { submission: Whole }) {
  const t = useTexts(texts)
  const language = useLanguage()
  const { slug, can } = useWorkspace()
  const form = useCollections().data?.find(one => one.collectionId === submission.collectionId)
  return (
    <p className={styles.goes}>
      {submission.goesAt === null ? t.stays : t.goes(day(submission.goesAt, language))}{' '}
      {form && can('records.definitions.write') ? (
        <TargetLink
          target={{
            to: '/w/$slug/sites/$siteId/forms/$collectionId',
            params: { slug, siteId: form.siteId, collectionId: form.collectionId },
          }}
        >
          {t.editForm}
        </TargetLink>
      ) : null}
    </p>
  )
}

function Actions({ submission }: { submission: Whole }) {
  const t = useTexts(texts)
  const { can } = useWorkspace()
  const { markUnseen, throwAway, putBack } = useVerbs(submission.recordId)
  const address = useReplyAddress(submission)
  const mayHandle = can('records.submissions.write')
  useCommands(
    useMemo((): Command[] => {
      if (!mayHandle || submission.inBin) return []
      return [
        { id: 'submission-unseen', label: t.markUnseen, group: 'do', keys: 'u', run: markUnseen },
        { id: 'submission-remove', label: t.remove, group: 'do', keys: '#', run: throwAway },
      ]
    }, [t, mayHandle, submission.inBin, markUnseen, throwAway]),
  )
  if (submission.inBin) {
    return mayHandle ? (
      <Button leftSection={<IconArrowBackUp size={18} stroke={1.75} aria-hidden />} onClick={putBack}>
        {t.putBack}
      </Button>
    ) : null
  }
  return (
    <>
      {address ? (
        <Button component="a" href={address} leftSection={<IconMail size={18} stroke={1.75} aria-hidden />}>
          {t.reply}
        </Button>
      ) : null}
      {mayHandle ? (
        <>
          <Button
            variant="default"
            leftSection={<IconMailOpened size={18} stroke={1.75} aria-hidden />}
            onClick={markUnseen}
          >
            {t.markUnseen}
          </Button>
          <Button
            variant="subtle"
            color="gray"
            leftSection={<IconTrash size={18} stroke={1.75} aria-hidden />}
            onClick={throwAway}
          >
            {t.remove}
          </Button>
        </>
      ) : null}
    </>
  )
}

// The first address that was filled in is where an answer goes.
function useReplyAddress({ fields, values, form }: Whole): string | null {
  const t = useTexts(texts)
  const language = useLanguage()
  const field = fields.find(({ type, key }) => type === 'email' && !isEmpty(values[key]))
  if (field === undefined) return null
  const subject = encodeURIComponent(t.replySubject(said(form, language)))
  return `mailto:${encodeURIComponent(String(values[field.key]))}?subject=${subject}`
}

function useVerbs(recordId: string) {
  const t = useTexts(texts)
  const toasts = useToasts()
  const navigate = useNavigate()
  const { slug } = useWorkspace()
  const search: InboxSearch = useSearch({ strict: false })
  const mark = useCall(markSeen)
  const remove = useCall(removeSubmission)
  const restore = useCall(restoreSubmission)
  const params = { recordId }
  const toList = () => navigate({ to: '/w/$slug/inbox', params: { slug }, search })
  const back = async () => (await restore.call({ params })).ok
  return {
    markUnseen: useStable(async () => {
      const { ok } = await mark.call({ params, body: { seen: false } })
      if (ok) await toList()
    }),
    throwAway: useStable(async () => {
      const { ok } = await remove.call({ params })
      if (!ok) return
      toasts.done(t.removed, back)
      await toList()
    }),
    putBack: useStable(async () => {
      if (await back()) toasts.done(t.restored)
    }),
  }
}
