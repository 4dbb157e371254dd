import { listReleases } from '@helder/server/sites/releases/schema'
import { Button } from '@mantine/core'
import { Outlet, useParams } from '@tanstack/react-router'
import { useRows } from '../../core/api.tsx'
import { useWorkspace } from '../../core/place.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useTexts } from '../../ui/language.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { TableSkeleton } from '../../ui/loading.tsx'
import { RelativeTime } from '../../ui/moment.tsx'
import { Part } from '../../ui/screen.tsx'
import { ListAndPanel } from '../../ui/side-panel.tsx'
import { type Column, DataTable } from '../../ui/table/data-table.tsx'
import { PublishButton } from '../publish/publish-button.tsx'
import { useSitePlace } from '../site-context.tsx'
import { Frame } from '../site-frame.tsx'
import styles from './release.module.css'
import { type ReleaseRow, ReleaseState } from './release-state.tsx'
import { texts } from './texts.ts'
import { useMakeLive } from './use-make-live.ts'

const part = 30

/** The releases of a website, with the one that is open beside them. */
export function Releases() {
  const t = useTexts(texts)
  const { releaseId } = useParams({ strict: false })
  return (
    <ListAndPanel
      list={
        <Frame>
          <Part title={t.releases} about={t.about}>
            <ReleaseList openId={releaseId} />
          </Part>
        </Frame>
      }
      panel={releaseId ? <Outlet /> : null}
    />
  )
}

function ReleaseList({ openId }: { openId: string | undefined }) {
  const t = useTexts(texts)
  const place = useSitePlace()
  const params = { siteId: place.siteId }
  const list = useRows(
    listReleases,
    { params, query: { limit: part } },
    {
      rows: reply => reply,
      next: (last, count) => (count < part ? null : { params, query: { limit: part, before: last.number } }),
      topics: ['sites.release', 'sites.site'],
    },
  )
  const columns = useColumns(openId !== undefined)
  const actions = useActions()
  return (
    <Loaded from={list} shape={<TableSkeleton columns={4} />}>
      {rows => (
        <DataTable
          label={t.releases}
          rows={rows}
          columns={columns}
          rowKey={release => release.releaseId}
          rowName={release => t.numbered(release.number)}
          open={({ releaseId }) => ({
            to: '/w/$slug/sites/$siteId/releases/$releaseId',
            params: { ...place, releaseId },
          })}
          openKey={openId}
          more={list.more}
          {...(openId === undefined && actions ? { actions } : {})}
          empty={
            <EmptyState drawing="book" title={t.none} action={<PublishButton />}>
              {t.noneAbout}
            </EmptyState>
          }
        />
      )}
    </Loaded>
  )
}

function useActions() {
  const t = useTexts(texts)
  const { can } = useWorkspace()
  const makeLive = useMakeLive()
  if (!can('sites.releases.publish')) return undefined
  return (release: ReleaseRow) =>
    release.state === 'ready' && !release.live ? (
      <Button
        variant="subtle"
        size="compact-md"
        aria-label={t.makeLiveOf(release.number)}
        onClick={() => void makeLive(release)}
      >
        {t.makeLive}
      </Button>
    ) : null
}

function useColumns(isNarrow: boolean): Column<ReleaseRow>[] {
  const t = useTexts(texts)
  const name: Column<ReleaseRow> = {
    key: 'number',
    label: t.release,
    cell: ({ number }) => t.numbered(number),
    width: '8rem',
  }
  const state: Column<ReleaseRow> = {
    key: 'state',
    label: t.state,
    cell: release => <ReleaseState release={release} />,
    width: '10rem',
  }
  const note: Column<ReleaseRow> = {
    key: 'note',
    label: t.note,
    cell: ({ note: words }) => <span className={styles.note}>{words}</span>,
    isExtra: true,
  }
  const by: Column<ReleaseRow> = { key: 'by', label: t.by, cell: release => release.by ?? t.helder }
  const made: Column<ReleaseRow> = {
    key: 'made',
    label: t.made,
    cell: ({ createdAt }) => <RelativeTime at={createdAt} />,
  }
  return isNarrow ? [name, state] : [name, state, note, by, made]
}
