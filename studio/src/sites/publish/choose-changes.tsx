import { said } from '@helder/fields'
import { publishSite } from '@helder/server/sites/releases/schema'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useCall } from '../../core/api.tsx'
import { useWorkspace } from '../../core/place.tsx'
import { DialogActions } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { CheckField, TextField } from '../../ui/form/fields.tsx'
import { Form } from '../../ui/form/form.tsx'
import { useLanguage, useTexts } from '../../ui/language.tsx'
import { Notice } from '../../ui/notice.tsx'
import { noteBegun } from '../begun.ts'
import { ProblemList } from '../problem-list.tsx'
import type { Changes } from '../reads.ts'
import { useSite } from '../site-context.tsx'
import { type Choice, firstChoice, problemsFor, takesSomething } from './choice.ts'
import styles from './publish.module.css'
import { usePublishing } from './publishing.ts'
import { texts } from './texts.ts'

/** Choosing what a publication takes along. */
export function ChooseChanges({ changes }: { changes: Changes }) {
  const t = useTexts(texts)
  const { live } = useSite()
  const { can } = useWorkspace()
  const isFirst = live === null
  const [choice, setChoice] = useState<Choice>(() =>
    firstChoice(isFirst, can('sites.files.write'), can('records.definitions.write')),
  )
  const [note, setNote] = useState('')
  const { publish, call } = usePublish()
  const { files, records, collections } = changes
  if (files.length + records.length + collections.length === 0)
    return (
      <EmptyState drawing="plant" title={t.nothing}>
        {t.nothingAbout}
      </EmptyState>
    )
  const problems = problemsFor(changes, choice)
  const errors = problems.filter(({ severity }) => severity === 'error')
  const mayGo = errors.length === 0 && takesSomething(changes, choice)
  return (
    <Form problem={call.problem} submit={() => void publish({ choice, note })}>
      <p>{isFirst ? t.first : t.about}</p>
      <Problems problems={problems} />
      <Parts changes={changes} choice={choice} change={setChoice} />
      <TextField
        name="note"
        label={t.note}
        help={t.noteHelp}
        isOptional
        maxLength={300}
        value={note}
        change={setNote}
        autoComplete="off"
      />
      <DialogActions>
        <Button type="submit" disabled={!mayGo} loading={call.isBusy}>
          {t.publish}
        </Button>
      </DialogActions>
    </Form>
  )
}

function usePublish() {
  const t = useTexts(texts)
  const { siteId, name } = useSite()
  const { show } = usePublishing()
  const call = useCall(publishSite, { doing: t.asking, problems: 'form' })
  const publish = async ({ choice, note }: { choice: Choice; note: string }) => {
    const { code, definitions, drafts } = choice
    const body = { note, code, definitions, records: [...drafts] }
    const outcome = await call.call({ params: { siteId }, body })
    if (!outcome.ok) return
    noteBegun({ releaseId: outcome.reply.releaseId, siteId, name })
    show(outcome.reply.releaseId)
  }
  return { publish, call }
}

function Problems({ problems }: { problems: Changes['problems'] }) {
  const t = useTexts(texts)
  const errors = problems.filter(({ severity }) => severity === 'error')
  const warnings = problems.filter(({ severity }) => severity === 'warning')
  return (
    <>
      {errors.length > 0 ? (
        <Notice tone="bad" title={t.inWay}>
          {t.inWayAbout}
          <ProblemList problems={errors} />
        </Notice>
      ) : null}
      {warnings.length > 0 ? (
        <Notice tone="warning" title={t.worthLook}>
          <ProblemList problems={warnings} />
        </Notice>
      ) : null}
    </>
  )
}

interface PartsProps {
  changes: Changes
  choice: Choice
  change: (choice: Choice) => void
}

function Parts({ changes, choice, change }: PartsProps) {
  const t = useTexts(texts)
  const language = useLanguage()
  const { can } = useWorkspace()
  const { live } = useSite()
  const { files, collections } = changes
  const onSite = changes.records.filter(({ draft }) => !draft)
  return (
    <div className={styles.parts}>
      {files.length > 0 ? (
        <div className={styles.part}>
          <CheckField
            name="code"
            label={t.files(files.length)}
            help={can('sites.files.write') ? undefined : t.filesOfOthers}
            value={choice.code}
            // A site without its code shows nothing.
            disabled={live === null}
            change={code => change({ ...choice, code })}
          />
          <Which lines={files.map(({ path, change: how }) => ({ key: path, words: path, how }))} isCode />
        </div>
      ) : null}
      {collections.length > 0 ? (
        <div className={styles.part}>
          <CheckField
            name="definitions"
            label={t.definitions}
            value={choice.definitions}
            disabled={live === null}
            change={definitions => change({ ...choice, definitions })}
          />
          <Which
            lines={collections.map(({ collectionId, name }) => ({
              key: collectionId,
              words: said(name, language),
              how: 'changed',
            }))}
          />
        </div>
      ) : null}
      {onSite.length > 0 ? (
        <div className={styles.part}>
          <p className={styles.always}>{t.items(onSite.length)}</p>
          <Which lines={onSite.map(record => lineOf(record, said(record.collection, language)))} />
        </div>
      ) : null}
      <Drafts changes={changes} choice={choice} change={change} />
    </div>
  )
}

interface Line {
  key: string
  words: string
  how: 'added' | 'changed' | 'removed'
}

function lineOf(record: Changes['records'][number], collection: string): Line {
  return { key: record.recordId, words: `${collection}: ${record.title}`, how: record.change }
}

const shownMost = 200

function Which({ lines, isCode = false }: { lines: Line[]; isCode?: boolean }) {
  const t = useTexts(texts)
  return (
    <details className={styles.which} open={lines.length <= 5}>
      <summary>{t.show}</summary>
      <ul data-code={isCode || undefined}>
        {lines.slice(0, shownMost).map(({ key, words, how }) => (
          <li key={key}>
            <span>{words}</span>
            <span className={styles.how}>{t[how]}</span>
          </li>
        ))}
      </ul>
      {lines.length > shownMost ? <p>{t.more(lines.length - shownMost)}</p> : null}
    </details>
  )
}

function Drafts({ changes, choice, change }: PartsProps) {
  const t = useTexts(texts)
  const language = useLanguage()
  const drafts = changes.records.filter(({ draft }) => draft)
  if (drafts.length === 0) return null
  const set = (ids: Iterable<string>) => change({ ...choice, drafts: new Set(ids) })
  const isAll = drafts.every(({ recordId }) => choice.drafts.has(recordId))
  return (
    <fieldset className={styles.drafts}>
      <legend>{t.drafts}</legend>
      <p className={styles.aside}>{t.draftsAbout}</p>
      {drafts.length > 2 ? (
        <CheckField
          name="allDrafts"
          label={t.allDrafts}
          value={isAll}
          change={isOn => set(isOn ? drafts.map(({ recordId }) => recordId) : [])}
        />
      ) : null}
      <div className={drafts.length > 2 ? styles.below : undefined}>
        {drafts.slice(0, shownMost).map(record => (
          <CheckField
            key={record.recordId}
            name={`records.${record.recordId}`}
            label={lineOf(record, said(record.collection, language)).words}
            value={choice.drafts.has(record.recordId)}
            change={isOn =>
              set(
                isOn
                  ? [...choice.drafts, record.recordId]
                  : [...choice.drafts].filter(id => id !== record.recordId),
              )
            }
          />
        ))}
      </div>
    </fieldset>
  )
}
