import { said } from '@helder/fields'
import { isLanguage, type Language } from '@helder/words'
import { Button } from '@mantine/core'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useWorkspace } from '../../core/place.tsx'
import { Permitted } from '../../core/shell/dead-ends.tsx'
import { useCommands } from '../../ui/commands/commands.tsx'
import type { Command } from '../../ui/commands/rank.ts'
import { FieldErrors } from '../../ui/form/form.tsx'
import { useLanguage, useTexts } from '../../ui/language.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Progress } from '../../ui/progress.tsx'
import { SaveState } from '../../ui/saving/save-state.tsx'
import { Screen, Section } from '../../ui/screen.tsx'
import { useStable } from '../../ui/stable.ts'
import { type SiteFacts, useCollection, useCollections, useSite, type WholeCollection } from '../site.ts'
import { AfterSending } from './around-form.tsx'
import { type Builder, BuilderProvider } from './builder-context.ts'
import { FieldList } from './field-list.tsx'
import { General } from './general.tsx'
import { People } from './people.tsx'
import { Picture } from './picture.tsx'
import type { SetupSearch } from './search.ts'
import styles from './setup.module.css'
import { Standing, type Step, stepOf } from './standing.tsx'
import { texts } from './texts.ts'
import { type Draft, useDefinition } from './use-definition.ts'
import { type Publishing, usePublishing } from './use-publishing.ts'
import { useWaits, type Wait, Waits } from './waits.tsx'

/** Setting up a form, or a collection of content: its fields, what they say about people, and what is around them. */
export function Setup() {
  return (
    <Permitted to="records.definitions.write">
      <Read />
    </Permitted>
  )
}

function Read() {
  const { siteId = '', collectionId = '' } = useParams({ strict: false })
  const site = useSite(siteId)
  const collection = useCollection(collectionId)
  return (
    <Loaded from={site}>
      {facts => (
        <Loaded from={collection}>
          {whole => <Work key={whole.collectionId} site={facts} collection={whole} />}
        </Loaded>
      )}
    </Loaded>
  )
}

interface WorkProps {
  site: SiteFacts
  collection: WholeCollection
}

function Work({ site, collection }: WorkProps) {
  const draft = useDefinition(collection)
  const builder = useBuilderOf(site, collection, draft)
  return (
    <BuilderProvider value={builder}>
      <FieldErrors errors={draft.faults}>
        <Parts site={site} collection={collection} draft={draft} />
      </FieldErrors>
    </BuilderProvider>
  )
}

function useBuilderOf(site: SiteFacts, collection: WholeCollection, { body }: Draft): Builder {
  const language = useLanguage()
  const navigate = useNavigate()
  const { field: open }: SetupSearch = useSearch({ strict: false })
  const { data: all } = useCollections(site.siteId)
  const setOpen = useStable((path: string | undefined) => {
    void navigate({ to: '.', search: path === undefined ? {} : { field: path }, replace: true })
  })
  const { kind, seenBy } = collection
  const { privacy } = body
  return useMemo(
    () => ({
      holding: { kind, privacy, seenBy },
      languages: spoken(site.languages, language),
      isMultilingual: site.languages.length > 1,
      collections: (all ?? []).filter(one => one.kind === 'content'),
      open,
      setOpen,
    }),
    [kind, privacy, seenBy, site.languages, language, all, open, setOpen],
  )
}

// Words can be given in Helder's own languages; a site may speak others, and then they are asked for in one.
function spoken(site: readonly string[], own: Language): Language[] {
  const known = site.filter(isLanguage)
  return known.length === 0 ? [own] : known
}

function Parts({ site, collection, draft }: WorkProps & { draft: Draft }) {
  const t = useTexts(texts)
  const language = useLanguage()
  const { slug } = useWorkspace()
  const { body, edit } = draft
  const waits = useWaits(collection, body)
  const publishing = usePublishing(site.siteId)
  const [isUnkept, setUnkept] = useState(false)
  const publish = useStable(async () => {
    const kept = await draft.settle()
    setUnkept(!kept)
    const [first] = waits
    if (first) first.go()
    else if (kept) await publishing.publish()
  })
  const isForm = collection.kind === 'form'
  const params = { slug, siteId: site.siteId, collectionId: collection.collectionId }
  return (
    <Screen
      title={said(body.name, language) || collection.key}
      about={isForm ? t.formAbout : t.contentAbout}
      back={
        isForm
          ? { label: t.forms, target: { to: '/w/$slug/sites/$siteId/forms', params } }
          : {
              label: t.content,
              target: { to: '/w/$slug/sites/$siteId/content/$collectionId', params },
            }
      }
      beside={<SaveState state={draft.saving} retry={draft.retry} />}
      actions={
        <PublishButton
          waits={waits}
          step={stepOf(collection, body)}
          isBusy={publishing.isBusy}
          publish={() => void publish()}
        />
      }
    >
      <Conflict draft={draft} />
      <Waits waits={waits} />
      {isUnkept && draft.saving === 'failed' ? <Notice tone="bad">{t.notKept}</Notice> : null}
      <Published publishing={publishing} siteId={site.siteId} />
      <div className={styles.setup} data-form={isForm || undefined}>
        <div className={styles.parts}>
          <Standing collection={collection} body={body} />
          <Section title={t.fields} about={isForm ? t.formFieldsAbout : t.contentFieldsAbout}>
            {body.fields.length === 0 ? (
              <p className={styles.aside}>{isForm ? t.noFieldsForm : t.noFieldsContent}</p>
            ) : null}
            <FieldList
              fields={body.fields}
              above=""
              depth={0}
              edit={change => edit(now => ({ ...now, fields: change(now.fields) }))}
            />
          </Section>
          <People body={body} edit={edit} />
          {isForm ? <AfterSending body={body} edit={edit} /> : null}
          <General collection={collection} body={body} edit={edit} />
        </div>
        {isForm ? <Picture formKey={collection.key} body={body} /> : null}
      </div>
    </Screen>
  )
}

function PublishButton(props: { waits: Wait[]; step: Step; isBusy: boolean; publish: () => void }) {
  const { waits, step, isBusy, publish } = props
  const t = useTexts(texts)
  const { can } = useWorkspace()
  const mayPublish = can('sites.releases.publish')
  const isNeeded = step !== 'nothing'
  useCommands(
    useMemo(
      (): Command[] =>
        mayPublish && isNeeded ? [{ id: 'publish-setup', label: t.publish, group: 'do', run: publish }] : [],
      [t, mayPublish, isNeeded, publish],
    ),
  )
  if (!mayPublish) return null
  return (
    <Button
      variant={waits.length === 0 && step === 'something' ? 'filled' : 'default'}
      disabled={!isNeeded}
      loading={isBusy}
      onClick={publish}
    >
      {t.publish}
    </Button>
  )
}

function Conflict({ draft: { isConflict, takeTheirs, keepMine } }: { draft: Draft }) {
  const t = useTexts(texts)
  if (!isConflict) return null
  return (
    <div role="alert">
      <Notice
        tone="bad"
        title={t.conflict}
        actions={
          <>
            <Button variant="default" size="compact-md" onClick={takeTheirs}>
              {t.takeTheirs}
            </Button>
            <Button variant="default" size="compact-md" onClick={keepMine}>
              {t.keepMine}
            </Button>
          </>
        }
      >
        {t.conflictAbout}
      </Notice>
    </div>
  )
}

function Published({ publishing, siteId }: { publishing: Publishing; siteId: string }) {
  const t = useTexts(texts)
  const { isBusy, progress, problem } = publishing
  const reasons = useReasons(publishing, siteId)
  if (isBusy) return progress ? <Progress label={t.building} {...progress} /> : null
  if (problem === null && reasons.length === 0) return null
  return (
    <div role="alert">
      <Notice tone="bad" title={t.publishFailed}>
        <p>{reasons.length > 0 ? t.publishFailedAbout : problem?.message}</p>
        <ul className={styles.reasons}>
          {reasons.map(reason => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      </Notice>
    </div>
  )
}

// A place begins with the key of what it is in, which can be another form than the one that is on screen.
function useReasons({ problem, failed }: Publishing, siteId: string): string[] {
  const language = useLanguage()
  const { data } = useCollections(siteId)
  const named = (place: string, reason: string) => {
    const found = data?.find(({ key }) => key === place.split('.')[0])
    return found ? `${said(found.name, language)}: ${reason}` : `${place}: ${reason}`
  }
  const refused = Object.entries(problem?.fields ?? {}).map(([place, reason]) => named(place, reason))
  const broken = (failed ?? []).map(({ place, message }) => named(place, message[language]))
  return [...new Set([...refused, ...broken])]
}
