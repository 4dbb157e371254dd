import { said } from '@helder/fields'
import { removeCollection } from '@helder/server/records/collections/schema'
import { useNavigate } from '@tanstack/react-router'
import { useCall } from '../../core/api.tsx'
import { useWorkspace } from '../../core/place.tsx'
import { CopyText } from '../../ui/copy-text.tsx'
import { DangerButton } from '../../ui/danger-button.tsx'
import { CheckField, SelectField } from '../../ui/form/fields.tsx'
import { useLanguage, useTexts } from '../../ui/language.tsx'
import { Section } from '../../ui/screen.tsx'
import { useToasts } from '../../ui/toasts/toaster.tsx'
import { useCollections, type WholeCollection } from '../site.ts'
import type { Body } from './body.ts'
import { useBuilder } from './builder-context.ts'
import { LabelField } from './label-field.tsx'
import styles from './setup.module.css'
import { texts } from './texts.ts'

/** What a form or collection is called, how it stands in the site, and taking it away. */
export function General(props: {
  collection: WholeCollection
  body: Body
  edit: (change: (body: Body) => Body) => void
}) {
  const { collection, body, edit } = props
  const t = useTexts(texts)
  const { languages } = useBuilder()
  return (
    <Section title={t.settings}>
      <div className={styles.part}>
        <LabelField
          name="name"
          label={t.name}
          languages={languages}
          value={body.name}
          change={name => edit(now => ({ ...now, name }))}
        />
        {collection.kind === 'form' ? (
          <CopyText label={t.placing} value={`{% form '${collection.key}' %}`} />
        ) : (
          <ContentSettings body={body} edit={edit} />
        )}
        <Remove collection={collection} />
      </div>
    </Section>
  )
}

function ContentSettings({ body, edit }: { body: Body; edit: (change: (body: Body) => Body) => void }) {
  const t = useTexts(texts)
  const language = useLanguage()
  const content = body.settings.content ?? {}
  const change = (next: typeof content) =>
    edit(now => ({ ...now, settings: { ...now.settings, content: { ...now.settings.content, ...next } } }))
  const named = body.fields.filter(({ type }) => type === 'text')
  // What was chosen may have been taken away since; then the first one names an item, as the server has it.
  const title = named.find(({ key }) => key === content.titleField) ?? named[0]
  return (
    <>
      {title ? (
        <SelectField
          name="settings.content.titleField"
          label={t.titleField}
          value={title.key}
          change={titleField => change({ titleField })}
          options={named.map(({ key, label }) => ({ value: key, label: said(label, language) }))}
        />
      ) : null}
      <CheckField
        name="settings.content.single"
        label={t.single}
        help={t.singleHelp}
        value={content.single ?? false}
        change={single => change({ single })}
      />
    </>
  )
}

function Remove({ collection }: { collection: WholeCollection }) {
  const t = useTexts(texts)
  const language = useLanguage()
  const toasts = useToasts()
  const navigate = useNavigate()
  const { slug } = useWorkspace()
  const { collectionId, siteId, kind, key } = collection
  const isForm = kind === 'form'
  const leave = () =>
    isForm
      ? navigate({ to: '/w/$slug/sites/$siteId/forms', params: { slug, siteId } })
      : navigate({ to: '/w/$slug', params: { slug } })
  const { call } = useCall(removeCollection, { changes: ['sites', 'privacy'], leave })
  const count = useCollections(siteId).data?.find(one => one.collectionId === collectionId)?.records ?? 0
  const run = async () => {
    const { ok } = await call({ params: { collectionId }, query: { key } })
    if (ok) toasts.done(t.collectionRemoved(said(collection.name, language)))
    return ok
  }
  return (
    <div>
      <DangerButton
        label={isForm ? t.removeForm : t.removeContent}
        consequence={isForm ? t.removeFormAbout(count) : t.removeContentAbout(count)}
        word={key}
        run={run}
      />
    </div>
  )
}
