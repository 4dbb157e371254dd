import { removeRecord, restoreRecord, unpublishRecord } from '@helder/server/records/rows/schema'
import { ActionIcon, Button, Menu } from '@mantine/core'
import '@mantine/core/styles/ActionIcon.layer.css'
import '@mantine/core/styles/Menu.layer.css'
import {
  IconArrowsDiagonal,
  IconArrowsDiagonalMinimize2,
  IconDots,
  IconExternalLink,
  IconHistory,
  IconTrash,
  IconWorldOff,
} from '@tabler/icons-react'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useCall } from '../../core/api.tsx'
import { useWorkspace } from '../../core/place.tsx'
import { useCommands } from '../../ui/commands/commands.tsx'
import type { Command } from '../../ui/commands/rank.ts'
import { useTexts } from '../../ui/language.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Progress } from '../../ui/progress.tsx'
import { useStable } from '../../ui/stable.ts'
import { useToasts } from '../../ui/toasts/toaster.tsx'
import { usePublication } from '../content/publication.tsx'
import { useSiteContent } from '../content/site-content.tsx'
import { useListTarget } from './frame.tsx'
import styles from './record.module.css'
import { texts } from './texts.ts'
import type { Draft, WholeRecord } from './use-draft.ts'
import { useRecordWidth } from './width.ts'

interface ActionsProps {
  draft: Draft
  record: WholeRecord | null
  title: string
  isSingle: boolean
  /** Called when something must be filled in first. */
  refuse: () => void
}

/** What can be done with an item: publish it first of all. */
export function EditorActions(props: ActionsProps) {
  const t = useTexts(texts)
  const { can } = useWorkspace()
  const { record, draft } = props
  const publication = usePublication()
  const publish = usePublish(props)
  const mayPublish = can('sites.releases.publish')
  const isOwn = publication.recordId !== null && publication.recordId === draft.recordId
  const isBusy = isOwn && publication.isBusy
  const isThere = record?.state === 'published' && draft.saving === 'saved'
  useCommands(
    useMemo(
      (): Command[] =>
        mayPublish ? [{ id: 'publish-item', label: t.publish, group: 'do', run: publish }] : [],
      [t, mayPublish, publish],
    ),
  )
  return (
    <>
      {mayPublish ? (
        // The same button before and after, so that the focus stays where it is.
        <Button
          variant={isThere ? 'default' : 'filled'}
          loading={isBusy}
          {...(isThere ? { 'data-disabled': true, 'aria-disabled': true } : { onClick: publish })}
        >
          {isThere ? t.isThere : t.publish}
        </Button>
      ) : null}
      {isBusy && publication.progress ? (
        <span className={styles.progress}>
          <Progress label={t.building} {...publication.progress} />
        </span>
      ) : null}
      {mayPublish ? null : <span className={styles.aside}>{t.mayNotPublish}</span>}
      <span className={styles.spacer} />
      {draft.recordId === null ? null : <More {...props} recordId={draft.recordId} />}
    </>
  )
}

function usePublish({ draft, title, refuse }: ActionsProps): () => void {
  const t = useTexts(texts)
  const toasts = useToasts()
  const { begin } = usePublication()
  return useStable(() => {
    const publish = async () => {
      if (Object.keys(draft.missing).length > 0) return refuse()
      const recordId = await draft.settle()
      if (recordId === null) {
        toasts.problem(t.notSaved)
        return refuse()
      }
      await begin({ recordId, records: [recordId], done: t.isPublished(title) })
    }
    void publish()
  })
}

/** Says what stands between an item and the site, and leads to it. */
export function PublishNotice(props: { draft: Draft; isAsked: boolean; toFirst: () => void }) {
  const { draft, isAsked, toFirst } = props
  const t = useTexts(texts)
  const publication = usePublication()
  const lacking = Object.keys(draft.missing).length
  const isOwn = publication.recordId !== null && publication.recordId === draft.recordId
  if (isOwn && publication.trouble.length > 0) {
    return (
      <div role="alert">
        <Notice tone="bad" title={t.notPublished}>
          {publication.trouble.map(words => (
            <p key={words}>{words}</p>
          ))}
          <p>{t.notBuilt}</p>
        </Notice>
      </div>
    )
  }
  if (!isAsked || lacking === 0) return null
  return (
    <div role="status">
      <Notice
        title={t.isLacking(lacking)}
        actions={
          <Button variant="default" size="compact-md" onClick={toFirst}>
            {t.toLacking}
          </Button>
        }
      >
        {t.isLackingAbout}
      </Notice>
    </div>
  )
}

function More(props: ActionsProps & { recordId: string }) {
  const { record, isSingle, recordId } = props
  const t = useTexts(texts)
  const navigate = useNavigate()
  const { slug } = useWorkspace()
  const { site } = useSiteContent()
  const { collectionId = '' } = useParams({ strict: false })
  const [width, setWidth] = useRecordWidth()
  const { takeOff, throwAway } = useVerbs(props)
  const isOnSite = record !== null && record.state !== 'draft'
  const Width = width === 'whole' ? IconArrowsDiagonalMinimize2 : IconArrowsDiagonal
  return (
    <Menu position="top-end" shadow="md">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t.moreActions}>
          <IconDots size={20} stroke={1.75} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconHistory size={18} stroke={1.75} aria-hidden />}
          onClick={() =>
            void navigate({
              to: '/w/$slug/sites/$siteId/content/$collectionId/$recordId/versions',
              params: { slug, siteId: site.siteId, collectionId, recordId },
              search: before => before,
            })
          }
        >
          {t.versions}
        </Menu.Item>
        {site.address ? (
          <Menu.Item
            component="a"
            href={site.address}
            target="_blank"
            rel="noreferrer"
            leftSection={<IconExternalLink size={18} stroke={1.75} aria-hidden />}
          >
            {t.visit}
          </Menu.Item>
        ) : null}
        {isSingle ? null : (
          <Menu.Item
            className={styles.widthItem ?? ''}
            leftSection={<Width size={18} stroke={1.75} aria-hidden />}
            onClick={() => setWidth(width === 'whole' ? 'beside' : 'whole')}
          >
            {width === 'whole' ? t.beside : t.wider}
          </Menu.Item>
        )}
        {isOnSite ? (
          <Menu.Item
            leftSection={<IconWorldOff size={18} stroke={1.75} aria-hidden />}
            onClick={() => void takeOff()}
          >
            {t.unpublish}
          </Menu.Item>
        ) : null}
        <Menu.Item
          leftSection={<IconTrash size={18} stroke={1.75} aria-hidden />}
          onClick={() => void throwAway()}
        >
          {t.remove}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function useVerbs({ draft, record, title, recordId }: ActionsProps & { recordId: string }) {
  const t = useTexts(texts)
  const toasts = useToasts()
  const navigate = useNavigate()
  const { can } = useWorkspace()
  const { begin } = usePublication()
  const list = useListTarget()
  const leave = () => navigate(list)
  const unpublish = useCall(unpublishRecord)
  const remove = useCall(removeRecord, { leave })
  const restore = useCall(restoreRecord)
  const params = { recordId }
  const isOnSite = record !== null && record.state !== 'draft'
  return {
    takeOff: async () => {
      const wasAsIs = record?.state === 'published' && draft.saving === 'saved'
      const { ok } = await unpublish.call({ params })
      if (!ok) return
      if (!can('sites.releases.publish')) return toasts.done(t.goesLater(title))
      const undo = async () => {
        await begin({ recordId, records: [recordId], done: t.isPublished(title) })
        return true
      }
      // Putting back what was there is only possible as long as nothing newer has been written.
      await begin({ recordId, records: [], done: t.isOff(title), ...(wasAsIs ? { undo } : {}) })
    },
    throwAway: async () => {
      await draft.settle()
      const { ok } = await remove.call({ params })
      if (!ok) return
      toasts.done(isOnSite ? t.removedFromSite(title) : t.removed(title), async () => {
        return (await restore.call({ params })).ok
      })
    },
  }
}
