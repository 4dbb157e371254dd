import type { Reply } from '@helder/client'
import { said } from '@helder/fields'
import { listSubmissions } from '@helder/server/records/submissions/schema'
import { Outlet, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { type Rows, useRows } from '../../core/api.tsx'
import { useWorkspace } from '../../core/place.tsx'
import { Permitted } from '../../core/shell/dead-ends.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { SelectField } from '../../ui/form/fields.tsx'
import { useLanguage, useTexts } from '../../ui/language.tsx'
import { ButtonLink } from '../../ui/links.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { TableSkeleton } from '../../ui/loading.tsx'
import { RelativeTime } from '../../ui/moment.tsx'
import { Screen } from '../../ui/screen.tsx'
import { ListAndPanel } from '../../ui/side-panel.tsx'
import { Switch } from '../../ui/switch.tsx'
import { type Column, DataTable } from '../../ui/table/data-table.tsx'
import { useCollections } from '../site.ts'
import styles from './inbox.module.css'
import type { InboxSearch } from './search.ts'
import { texts } from './texts.ts'
import { useUnseen } from './use-unseen.ts'

/** A submission as the list has it. */
type Summary = Reply<typeof listSubmissions>['submissions'][number]

const part = 50

/** What visitors filled in, with the submission that is open beside it. */
export function Inbox() {
  const { recordId } = useParams({ strict: false })
  return (
    <Permitted to="records.submissions.read">
      <ListAndPanel list={<SubmissionList openId={recordId} />} panel={recordId ? <Outlet /> : null} />
    </Permitted>
  )
}

/** Reads the submissions that an address asks for. */
export function useSubmissions({ form, show }: InboxSearch): Rows<Summary> {
  const query = {
    limit: part,
    ...(form === undefined ? {} : { collectionId: form }),
    ...(show === undefined ? {} : { [show]: 'true' }),
  }
  return useRows(
    listSubmissions,
    { query },
    {
      topics: ['records.submission'],
      rows: reply => reply.submissions,
      next: (last, count) => (count < part ? null : { query: { ...query, before: last.recordId } }),
    },
  )
}

function SubmissionList({ openId }: { openId: string | undefined }) {
  const t = useTexts(texts)
  const search: InboxSearch = useSearch({ strict: false })
  const list = useSubmissions(search)
  return (
    <Screen title={t.inbox} about={search.show === 'bin' ? t.binAbout : t.about}>
      <Choices search={search} />
      <Loaded from={list} shape={<TableSkeleton columns={3} />}>
        {rows => <SubmissionTable rows={rows} openId={openId} search={search} more={list.more} />}
      </Loaded>
    </Screen>
  )
}

function Choices({ search }: { search: InboxSearch }) {
  const t = useTexts(texts)
  const language = useLanguage()
  const navigate = useNavigate()
  const { slug } = useWorkspace()
  const unseen = useUnseen()
  const forms = (useCollections().data ?? []).filter(({ kind }) => kind === 'form')
  const show = (next: InboxSearch) =>
    void navigate({ to: '/w/$slug/inbox', params: { slug }, search: next, replace: true })
  const { form, ...rest } = search
  return (
    <div className={styles.choices}>
      <Switch
        label={t.show}
        value={search.show ?? 'all'}
        change={value => show({ ...(form ? { form } : {}), ...(value === 'all' ? {} : { show: value }) })}
        options={[
          { value: 'all', label: t.showAll },
          { value: 'unseen', label: t.showUnseen(unseen ?? 0) },
          { value: 'bin', label: t.showBin },
        ]}
      />
      {forms.length > 1 ? (
        <div className={styles.form}>
          <SelectField
            name="form"
            label={t.form}
            value={form ?? ''}
            change={value => show(value === '' ? rest : { ...rest, form: value })}
            options={[
              { value: '', label: t.allForms },
              ...forms.map(({ collectionId, name }) => ({
                value: collectionId,
                label: said(name, language),
              })),
            ]}
          />
        </div>
      ) : null}
    </div>
  )
}

function SubmissionTable(props: {
  rows: Summary[]
  openId: string | undefined
  search: InboxSearch
  more: Rows<Summary>['more']
}) {
  const { rows, openId, search, more } = props
  const t = useTexts(texts)
  const { slug } = useWorkspace()
  return (
    <DataTable
      label={t.inbox}
      rows={rows}
      columns={useColumns(openId !== undefined)}
      rowKey={({ recordId }) => recordId}
      rowName={({ summary }) => summary}
      open={({ recordId }) => ({
        to: '/w/$slug/inbox/$recordId',
        params: { slug, recordId },
        search: { ...search },
      })}
      openKey={openId}
      more={more}
      empty={<Nothing search={search} />}
    />
  )
}

function Nothing({ search }: { search: InboxSearch }) {
  const t = useTexts(texts)
  const { slug } = useWorkspace()
  if (search.show === 'bin') {
    return (
      <EmptyState drawing="plant" title={t.noneInBin}>
        {t.binAbout}
      </EmptyState>
    )
  }
  if (search.show === 'unseen') {
    const { show: _show, ...rest } = search
    return (
      <EmptyState
        drawing="plant"
        title={t.noneUnseen}
        action={
          <ButtonLink to="/w/$slug/inbox" params={{ slug }} search={rest} variant="default">
            {t.showEverything}
          </ButtonLink>
        }
      >
        {t.noneUnseenAbout}
      </EmptyState>
    )
  }
  return (
    <EmptyState drawing="letter" title={t.none}>
      {t.noneAbout}
    </EmptyState>
  )
}

// Beside an open submission there is room for what tells them apart, and no more.
function useColumns(isNarrow: boolean): Column<Summary>[] {
  const t = useTexts(texts)
  const language = useLanguage()
  const submission: Column<Summary> = {
    key: 'submission',
    label: t.submission,
    cell: ({ summary, seen }) => (
      <span className={styles.summary} data-unseen={!seen || undefined}>
        {seen ? null : <span className="visually-hidden">{`${t.isUnseen}: `}</span>}
        {summary}
      </span>
    ),
  }
  const form: Column<Summary> = {
    key: 'form',
    label: t.form,
    cell: row => said(row.form, language),
    width: '22%',
  }
  const received: Column<Summary> = {
    key: 'received',
    label: t.received,
    cell: ({ receivedAt }) => <RelativeTime at={receivedAt} />,
    width: '9rem',
  }
  return isNarrow ? [submission, received] : [submission, form, received]
}
