import { listBackups, makeBackup } from '@helder/server/operations/backups/schema'
import { moment, size } from '@helder/words'
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useCall, useReply } from '../core/api.tsx'
import { useProgress } from '../core/events.ts'
import { useWorkspace } from '../core/place.tsx'
import { Permitted } from '../core/shell/dead-ends.tsx'
import { useCommands } from '../ui/commands/commands.tsx'
import type { Command } from '../ui/commands/rank.ts'
import { CopyText } from '../ui/copy-text.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useLanguage, useTexts } from '../ui/language.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { TableSkeleton } from '../ui/loading.tsx'
import { Moment } from '../ui/moment.tsx'
import { Notice } from '../ui/notice.tsx'
import { Progress } from '../ui/progress.tsx'
import { Screen, Section } from '../ui/screen.tsx'
import { type Column, DataTable } from '../ui/table/data-table.tsx'
import { useToasts } from '../ui/toasts/toaster.tsx'
import type { BackupState } from './line.ts'
import styles from './operations.module.css'
import { RestoreSteps } from './restore-steps.tsx'
import { texts } from './texts.ts'
import { WindowLine } from './window-line.tsx'

type Backup = BackupState['backups'][number]
type Restore = BackupState['restores'][number]

/** The backups of the installation: what can be restored, making one, and how to go back. */
export function Backups() {
  return (
    <Permitted to="operations.read">
      <BackupScreen />
    </Permitted>
  )
}

function BackupScreen() {
  const t = useTexts(texts)
  const { can } = useWorkspace()
  const state = useReply(listBackups, {}, { topics: ['operations.backup'] })
  const making = useMaking(state.data)
  const mayMake = can('operations.write') && state.data?.elsewhere === false
  useMakeCommand(mayMake ? making.start : null)
  return (
    <Screen
      title={t.operations}
      about={t.operationsAbout}
      actions={mayMake ? <MakeButton {...making} /> : null}
    >
      <Loaded from={state} shape={<TableSkeleton columns={4} />}>
        {known => (
          <div className={styles.operations}>
            {making.isGoing ? <Making /> : <Failed state={known} />}
            {known.elsewhere ? <Elsewhere /> : <Known state={known} isMaking={making.isGoing} />}
          </div>
        )}
      </Loaded>
    </Screen>
  )
}

// From the press of the button until the list tells what came of it; also for what another window began.
function useMaking(state: BackupState | undefined) {
  const t = useTexts(texts)
  const toasts = useToasts()
  const [ordered, setOrdered] = useState<string | null>(null)
  const { call } = useCall(makeBackup, { doing: t.ordering })
  const known = state === undefined ? null : latestOf(state)
  const isOver = ordered !== null && known !== null && known !== ordered
  const isGood = state?.failed === null
  useEffect(() => {
    if (!isOver) return
    setOrdered(null)
    if (isGood) toasts.done(t.made)
  }, [isOver, isGood, toasts, t])
  const start = useCallback(async () => {
    setOrdered(known)
    const { ok } = await call({})
    if (!ok) setOrdered(null)
  }, [call, known])
  return { start, isGoing: ordered !== null || (state?.making ?? null) !== null }
}

// Tells one outcome from the next, a good one or a bad one.
function latestOf({ backups, failed }: BackupState): string {
  return `${backups.at(-1)?.backupId} ${failed?.at}`
}

function useMakeCommand(start: (() => Promise<void>) | null): void {
  const t = useTexts(texts)
  useCommands(
    useMemo((): Command[] => {
      if (start === null) return []
      return [{ id: 'make-backup', label: t.make, group: 'do', run: () => void start() }]
    }, [t, start]),
  )
}

function MakeButton({ start, isGoing }: { start: () => Promise<void>; isGoing: boolean }) {
  const t = useTexts(texts)
  return (
    <Button
      leftSection={<IconPlus size={18} stroke={1.75} aria-hidden />}
      disabled={isGoing}
      onClick={() => void start()}
    >
      {t.make}
    </Button>
  )
}

function Making() {
  const t = useTexts(texts)
  const progress = useProgress('operations.backup', 'making')
  return (
    <section className={styles.making} role="status">
      {progress ? <Progress label={t.copying} {...progress} /> : <strong>{t.making}</strong>}
      <p>{t.canLeave}</p>
    </section>
  )
}

function Failed({ state: { failed } }: { state: BackupState }) {
  const t = useTexts(texts)
  const language = useLanguage()
  if (failed === null) return null
  return (
    <Notice tone="bad" title={t.failed}>
      {t.failedAt(moment(failed.at, language), failed.why[language])}
    </Notice>
  )
}

function Elsewhere() {
  const t = useTexts(texts)
  return <Notice title={t.elsewhere}>{t.elsewhereAbout}</Notice>
}

function Known({ state, isMaking }: { state: BackupState; isMaking: boolean }) {
  const t = useTexts(texts)
  const { window, backups, restores, folder } = state
  if (window === null) {
    return isMaking ? null : (
      <EmptyState drawing="house" title={t.none}>
        {t.noneAbout}
      </EmptyState>
    )
  }
  return (
    <>
      <Section title={t.window}>
        <WindowLine state={state} />
      </Section>
      <Section title={t.backups} about={t.backupsAbout}>
        <BackupTable rows={backups} />
      </Section>
      <Section title={t.where} about={t.whereAbout}>
        <CopyText label={t.folder} value={folder} />
      </Section>
      <RestoreSteps window={window} />
      <Section title={t.restores}>
        {restores.length === 0 ? <p>{t.neverRestored}</p> : <RestoreTable rows={restores} />}
      </Section>
    </>
  )
}

function BackupTable({ rows }: { rows: Backup[] }) {
  const t = useTexts(texts)
  const language = useLanguage()
  const columns: Column<Backup>[] = [
    { key: 'backup', label: t.backup, cell: ({ finishedAt }) => <Moment at={finishedAt} /> },
    {
      key: 'took',
      label: t.took,
      cell: ({ startedAt, finishedAt }) => t.seconds((Date.parse(finishedAt) - Date.parse(startedAt)) / 1000),
      isExtra: true,
    },
    { key: 'size', label: t.size, align: 'end', cell: ({ sizeBytes }) => size(sizeBytes, language) },
    {
      key: 'expires',
      label: t.expires,
      align: 'end',
      cell: ({ expiresAt }) => <Moment at={expiresAt} only="day" />,
    },
  ]
  return (
    <DataTable
      label={t.backups}
      rows={[...rows].reverse()}
      columns={columns}
      rowKey={({ backupId }) => backupId}
      rowName={({ finishedAt }) => moment(finishedAt, language)}
    />
  )
}

function RestoreTable({ rows }: { rows: Restore[] }) {
  const t = useTexts(texts)
  const language = useLanguage()
  const columns: Column<Restore>[] = [
    { key: 'at', label: t.restoredAt, cell: ({ restoredAt }) => <Moment at={restoredAt} /> },
    { key: 'to', label: t.restoredTo, cell: ({ restoredTo }) => <Moment at={restoredTo} /> },
    {
      key: 'repeated',
      label: t.repeated,
      cell: ({ erasuresRepeated }) => t.repeatedCount(erasuresRepeated),
    },
  ]
  return (
    <DataTable
      label={t.restores}
      rows={[...rows].reverse()}
      columns={columns}
      rowKey={({ restoredAt }) => restoredAt}
      rowName={({ restoredAt }) => moment(restoredAt, language)}
    />
  )
}
