import { said } from '@helder/fields'
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useParams } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useWorkspace } from '../../core/place.tsx'
import { Permitted } from '../../core/shell/dead-ends.tsx'
import { useCommands } from '../../ui/commands/commands.tsx'
import type { Command } from '../../ui/commands/rank.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useLanguage, useTexts } from '../../ui/language.tsx'
import { ButtonLink } from '../../ui/links.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { TableSkeleton } from '../../ui/loading.tsx'
import { Screen } from '../../ui/screen.tsx'
import { State } from '../../ui/state.tsx'
import { type Column, DataTable } from '../../ui/table/data-table.tsx'
import { type ListedCollection, type SiteFacts, useCollections, useSite } from '../site.ts'
import { MakeForm } from './make.tsx'
import { texts } from './texts.ts'

/** The forms of a site. */
export function Forms() {
  const { siteId = '' } = useParams({ strict: false })
  const site = useSite(siteId)
  return (
    <Permitted to="records.content.read">
      <Loaded from={site}>{facts => <List site={facts} />}</Loaded>
    </Permitted>
  )
}

function List({ site }: { site: SiteFacts }) {
  const t = useTexts(texts)
  const { can, slug } = useWorkspace()
  const [isMaking, setMaking] = useState(false)
  const collections = useCollections(site.siteId)
  const mayWrite = can('records.definitions.write')
  useCommands(
    useMemo(
      (): Command[] =>
        mayWrite ? [{ id: 'make-form', label: t.make, group: 'do', run: () => setMaking(true) }] : [],
      [t, mayWrite],
    ),
  )
  const make = mayWrite ? (
    <Button leftSection={<IconPlus size={18} stroke={1.75} aria-hidden />} onClick={() => setMaking(true)}>
      {t.make}
    </Button>
  ) : null
  const { siteId, name } = site
  return (
    <Screen
      title={t.forms}
      about={t.about}
      {...(name === ''
        ? {}
        : { back: { label: name, target: { to: '/w/$slug/sites/$siteId', params: { slug, siteId } } } })}
      actions={
        <>
          {can('records.submissions.read') ? (
            <ButtonLink to="/w/$slug/inbox" params={{ slug }} search={{}} variant="default">
              {t.inbox}
            </ButtonLink>
          ) : null}
          {make}
        </>
      }
    >
      <Loaded from={collections} shape={<TableSkeleton columns={3} />}>
        {rows => (
          <FormTable rows={rows.filter(({ kind }) => kind === 'form')} mayOpen={mayWrite} make={make} />
        )}
      </Loaded>
      <Dialog title={t.make} isOpen={isMaking} close={() => setMaking(false)}>
        <MakeForm site={site} kind="form" close={() => setMaking(false)} />
      </Dialog>
    </Screen>
  )
}

function FormTable(props: { rows: ListedCollection[]; mayOpen: boolean; make: React.ReactNode }) {
  const { rows, mayOpen, make } = props
  const t = useTexts(texts)
  const language = useLanguage()
  const { slug } = useWorkspace()
  const columns: Column<ListedCollection>[] = [
    { key: 'form', label: t.form, cell: ({ name }) => said(name, language) },
    { key: 'state', label: t.state, cell: row => <FormState form={row} /> },
    { key: 'submissions', label: t.submissions, cell: ({ records }) => t.count(records), width: '12rem' },
  ]
  return (
    <DataTable
      label={t.forms}
      rows={rows}
      columns={columns}
      rowKey={({ collectionId }) => collectionId}
      rowName={({ name }) => said(name, language)}
      {...(mayOpen
        ? {
            open: ({ siteId, collectionId }: ListedCollection) => ({
              to: '/w/$slug/sites/$siteId/forms/$collectionId',
              params: { slug, siteId, collectionId },
            }),
          }
        : {})}
      empty={
        <EmptyState drawing="letter" title={t.none} action={make}>
          {t.noneAbout}
        </EmptyState>
      }
    />
  )
}

function FormState({ form: { draftVersion, liveVersion } }: { form: ListedCollection }) {
  const t = useTexts(texts)
  if (liveVersion === null) return <State>{t.neverLive}</State>
  if (liveVersion !== draftVersion) return <State tone="warning">{t.isChanged}</State>
  return <State tone="good">{t.isLive}</State>
}
