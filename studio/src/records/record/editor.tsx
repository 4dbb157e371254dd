import { type Field, inSiteLanguage, plainText } from '@helder/fields'
import { useEffect, useMemo, useRef, useState } from 'react'
import { FieldErrors } from '../../ui/form/form.tsx'
import { useLanguage, useTexts } from '../../ui/language.tsx'
import { SaveState } from '../../ui/saving/save-state.tsx'
import { holdingOf, titleFieldOf } from '../content/item-table.tsx'
import { RecordState } from '../content/record-state.tsx'
import { useSiteContent } from '../content/site-content.tsx'
import { FieldMark } from '../daylight.tsx'
import { type Editing, EditingProvider } from '../fields/editing.tsx'
import { FieldInputs } from '../fields/field-input.tsx'
import type { WholeCollection } from '../site.ts'
import { useFiles } from './about-values.tsx'
import { ConflictNotice } from './conflict-notice.tsx'
import { EditorActions, PublishNotice } from './editor-actions.tsx'
import { focusOn } from './focus.ts'
import { RecordFrame } from './frame.tsx'
import { LanguageBar } from './language-bar.tsx'
import { useLate } from './late.ts'
import { languagesIn } from './problems.ts'
import styles from './record.module.css'
import type { Work } from './record-work.tsx'
import { texts } from './texts.ts'
import { type Draft, useDraft, type WholeRecord } from './use-draft.ts'

/** An item to write: all its fields, how it stands, and what can be done with it. */
export function Editor(props: { work: Work; collection: WholeCollection; record: WholeRecord | null }) {
  const { work, collection, record } = props
  const { collectionId, isSingle, made } = work
  const { fields } = collection.draft
  const { site, language, chooseLanguage } = useSiteContent()
  const draft = useDraft({ collectionId, fields, languages: site.languages, record, made })
  const languages = languagesIn(fields, draft.values, site.languages)
  const title = useTitleOf(collection, draft, languages)
  const [isAsked, setAsked] = useState(false)
  const lead = useLead(languages, chooseLanguage)
  const isMultilingual = languages.length > 1 && fields.some(({ localized }) => localized)
  const toFirst = () => {
    const [first] = Object.keys({ ...draft.faults, ...draft.refused, ...draft.missing })
    if (first !== undefined) lead.to(first)
  }
  return (
    <RecordFrame
      isSingle={isSingle}
      title={title}
      about={<Standing draft={draft} record={record} />}
      actions={
        <EditorActions
          draft={draft}
          record={record}
          title={title}
          isSingle={isSingle}
          refuse={() => {
            setAsked(true)
            toFirst()
          }}
        />
      }
    >
      <ConflictNotice draft={draft} fields={fields} />
      <PublishNotice draft={draft} isAsked={isAsked} toFirst={toFirst} />
      {isMultilingual ? (
        <LanguageBar
          fields={fields}
          values={draft.values}
          languages={languages}
          language={language}
          choose={chooseLanguage}
        />
      ) : null}
      <div ref={lead.frame} className={styles.form}>
        <Inputs
          collection={collection}
          draft={draft}
          record={record}
          isLackingShown={isAsked || record !== null}
        />
      </div>
    </RecordFrame>
  )
}

function useTitleOf({ draft: definition }: WholeCollection, { values }: Draft, languages: string[]): string {
  const t = useTexts(texts)
  const language = useLanguage()
  const field = titleFieldOf(definition)
  if (field === undefined) return t.untitled
  const value = inSiteLanguage(field, values[field.key], languages[0] ?? language, languages)
  return plainText(field, value, language) || (Object.keys(values).length > 0 ? t.untitled : t.newItem)
}

function Standing({ draft, record }: { draft: Draft; record: WholeRecord | null }) {
  const t = useTexts(texts)
  if (draft.recordId === null && draft.saving === 'saved') return t.neverSaved
  // What waits to be saved is on the site in an older form.
  const isBehind = draft.saving !== 'saved' && record?.state === 'published'
  return (
    <span className={styles.standing}>
      <RecordState state={isBehind ? 'changed' : (record?.state ?? 'draft')} />
      <SaveState state={draft.saving} retry={draft.retry} />
    </span>
  )
}

/** Leads to an input by its name, in the language in which it is shown. */
function useLead(languages: readonly string[], chooseLanguage: (language: string) => void) {
  const frame = useRef<HTMLDivElement>(null)
  const [wanted, setWanted] = useState<string | null>(null)
  useEffect(() => {
    if (wanted === null) return
    focusOn(frame.current, wanted)
    setWanted(null)
  }, [wanted])
  const to = (name: string) => {
    const language = languages.find(tag => name.endsWith(`.${tag}`))
    if (language !== undefined) chooseLanguage(language)
    setWanted(name)
  }
  return { frame, to }
}

function Inputs(props: {
  collection: WholeCollection
  draft: Draft
  record: WholeRecord | null
  isLackingShown: boolean
}) {
  const { collection, draft, record, isLackingShown } = props
  const studioLanguage = useLanguage()
  const { site, all, language } = useSiteContent()
  const { fileAddress, keepFile } = useFiles(draft.recordId)
  const faults = useLate(draft.faults)
  const errors = {
    ...draft.refused,
    ...Object.fromEntries(Object.entries(faults).map(([name, words]) => [name, words[studioLanguage]])),
  }
  const references = record?.references ?? none
  const missing = isLackingShown ? draft.missing : none
  const editing = useMemo((): Editing => {
    const holding = holdingOf(collection)
    return {
      siteId: site.siteId,
      language,
      collections: all,
      references,
      fileAddress,
      keepFile,
      missing,
      mark: (_path: string, field: Field) => <FieldMark holding={holding} field={field} />,
    }
  }, [collection, site, all, language, references, fileAddress, keepFile, missing])
  return (
    <FieldErrors errors={errors}>
      <EditingProvider value={editing}>
        <FieldInputs
          fields={collection.draft.fields}
          name=""
          path=""
          values={draft.values}
          change={draft.change}
        />
      </EditingProvider>
    </FieldErrors>
  )
}

const none = {}
