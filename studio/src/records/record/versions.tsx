import type { Reply } from '@helder/client'
import { type RichTextNode, richTextPlain, said, type Values } from '@helder/fields'
import { changeRecord, getRecord, getRevision, listRevisions } from '@helder/server/records/rows/schema'
import { Button } from '@mantine/core'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useCall, useReply } from '../../core/api.tsx'
import { useWorkspace } from '../../core/place.tsx'
import { useLanguage, useTexts } from '../../ui/language.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Moment } from '../../ui/moment.tsx'
import { Section } from '../../ui/screen.tsx'
import { Tag } from '../../ui/state.tsx'
import { useToasts } from '../../ui/toasts/toaster.tsx'
import { useSiteContent } from '../content/site-content.tsx'
import { languageName } from '../languages.ts'
import { useCollection, type WholeCollection } from '../site.ts'
import { OneValue } from '../values/values.tsx'
import { useValuesAbout } from './about-values.tsx'
import { type Change, changesBetween, wordsBetween } from './changes.ts'
import { RecordFrame, useListTarget } from './frame.tsx'
import { fitting } from './problems.ts'
import styles from './record.module.css'
import { texts } from './texts.ts'
import type { WholeRecord } from './use-draft.ts'

type Revision = Reply<typeof listRevisions>[number]

/** The versions of an item, what each changed, and the way back to one. */
export function Versions() {
  const t = useTexts(texts)
  const { collections } = useSiteContent()
  const { collectionId = '', recordId = '' } = useParams({ strict: false })
  const params = { recordId }
  const collection = useCollection(collectionId)
  const record = useReply(getRecord, { params }, { topics: ['records.record', 'sites.site'] })
  const revisions = useReply(listRevisions, { params }, { topics: ['records.record'] })
  const back = useRecordTarget()
  return (
    <RecordFrame
      isSingle={collections.some(one => one.collectionId === collectionId && one.single)}
      title={t.versionsOf(record.data?.title || t.untitled)}
      about={t.versionsAbout}
      back={back}
    >
      <Loaded from={collection}>
        {whole => (
          <Loaded from={record}>
            {now => (
              <Loaded from={revisions}>
                {list => <VersionList collection={whole} record={now} revisions={list} />}
              </Loaded>
            )}
          </Loaded>
        )}
      </Loaded>
    </RecordFrame>
  )
}

function useRecordTarget() {
  const list = useListTarget()
  const { recordId = '' } = useParams({ strict: false })
  return { ...list, to: `${list.to}/$recordId` as const, params: { ...list.params, recordId } }
}

interface VersionProps {
  collection: WholeCollection
  record: WholeRecord
  revisions: Revision[]
}

function VersionList({ collection, record, revisions }: VersionProps) {
  const t = useTexts(texts)
  const { number: asked } = useSearch({ strict: false })
  const shown = revisions.find(({ number }) => number === asked) ?? revisions[0]
  return (
    <>
      <ol className={styles.versions}>
        {revisions.map(revision => (
          <li key={revision.number}>
            <Link
              to="."
              search={before => ({ ...before, number: revision.number })}
              replace
              className={styles.version}
              aria-current={revision === shown}
            >
              <span>
                {t.version(revision.number)} <Tags revision={revision} record={record} />
              </span>
              <Moment at={revision.createdAt} />
              <span className={styles.versionWho}>
                {revision.by === null ? t.byNobody : t.by(revision.by)}
              </span>
            </Link>
          </li>
        ))}
      </ol>
      {shown ? (
        <Shown
          key={shown.number}
          collection={collection}
          record={record}
          revisions={revisions}
          shown={shown}
        />
      ) : null}
    </>
  )
}

function Tags({ revision, record }: { revision: Revision; record: WholeRecord }) {
  const t = useTexts(texts)
  return (
    <>
      {revision.number === record.number ? <Tag>{t.current}</Tag> : null}{' '}
      {revision.published ? <Tag>{t.onSite}</Tag> : null}
    </>
  )
}

function Shown({ collection, record, revisions, shown }: VersionProps & { shown: Revision }) {
  const t = useTexts(texts)
  const { can } = useWorkspace()
  const previous = revisions.find(({ number }) => number < shown.number)
  const read = (number: number) => ({ params: { recordId: record.recordId, number: String(number) } })
  const now = useReply(getRevision, read(shown.number), { topics: ['records.record'] })
  const before = useReply(getRevision, read(previous?.number ?? 0), {
    topics: ['records.record'],
    when: previous !== undefined,
  })
  const mayRestore = can('records.content.write') && shown.number !== record.number && !record.inBin
  return (
    <Section
      title={t.whatChanged}
      about={t.version(shown.number)}
      actions={mayRestore && now.data ? <Restore {...{ collection, record }} to={now.data} /> : null}
    >
      <Loaded from={now}>
        {({ values }) =>
          previous === undefined ? (
            <p>{t.first}</p>
          ) : (
            <Loaded from={before}>
              {old => (
                <Changes
                  collection={collection}
                  record={record}
                  changes={changesBetween(collection.draft.fields, old.values, values)}
                />
              )}
            </Loaded>
          )
        }
      </Loaded>
    </Section>
  )
}

function Restore(props: {
  collection: WholeCollection
  record: WholeRecord
  to: { number: number; values: Values }
}) {
  const { collection, record, to } = props
  const t = useTexts(texts)
  const toasts = useToasts()
  const navigate = useNavigate()
  const target = useRecordTarget()
  const change = useCall(changeRecord)
  const params = { recordId: record.recordId }
  const restore = async () => {
    const values = fitting(collection.draft.fields, to.values)
    const body = { values, base: record.number, savedAt: record.updatedAt, apart: true }
    const outcome = await change.call({ params, body })
    if (!outcome.ok) return
    const { number } = outcome.reply
    toasts.done(t.restored(to.number), async () => {
      return (await change.call({ params, body: { values: record.values, base: number } })).ok
    })
    await navigate(target)
  }
  return (
    <Button variant="default" size="compact-md" loading={change.isBusy} onClick={() => void restore()}>
      {t.restore}
    </Button>
  )
}

function Changes(props: { collection: WholeCollection; record: WholeRecord; changes: Change[] }) {
  const { collection, record, changes } = props
  const t = useTexts(texts)
  const studioLanguage = useLanguage()
  const about = useValuesAbout(collection, record)
  if (changes.length === 0) return <p>{t.sameAsBefore}</p>
  return (
    <div className={styles.changes}>
      {changes.map(change => {
        const { field, language } = change
        const name = said(field.label, studioLanguage)
        const plain = { ...field, localized: false }
        return (
          <div key={`${field.key} ${language}`} className={styles.change}>
            <h3>{language === null ? name : `${name} (${languageName(language, studioLanguage)})`}</h3>
            {field.type === 'text' || field.type === 'richText' ? (
              <ChangedWords {...change} />
            ) : (
              <div className={styles.both}>
                <div>
                  <span className={styles.aside}>{t.before}</span>
                  <div>
                    <OneValue field={plain} value={change.before} about={about} />
                  </div>
                </div>
                <div>
                  <span className={styles.aside}>{t.after}</span>
                  <div>
                    <OneValue field={plain} value={change.after} about={about} />
                  </div>
                </div>
              </div>
            )}
          </div>
        )
      })}
    </div>
  )
}

function ChangedWords({ field, before, after }: Change) {
  const t = useTexts(texts)
  const plain = (value: unknown) => {
    if (field.type === 'richText' && value) return richTextPlain(value as RichTextNode)
    return typeof value === 'string' ? value : ''
  }
  const words = wordsBetween(plain(before), plain(after))
  if (words.every(({ kind }) => kind === 'same')) return <p>{t.onlyFormatting}</p>
  return (
    <p className={styles.words}>
      {words.map(({ kind, text }, at) => {
        const key = `${at} ${kind}`
        if (kind === 'same') return <span key={key}>{text}</span>
        return kind === 'gone' ? <del key={key}>{text}</del> : <ins key={key}>{text}</ins>
      })}
    </p>
  )
}
