import { uploadSite } from '@helder/server/sites/files/schema'
import { changeSite, removeSite } from '@helder/server/sites/sites/schema'
import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useCall } from '../core/api.tsx'
import { useWorkspace } from '../core/place.tsx'
import { Permitted } from '../core/shell/dead-ends.tsx'
import { DangerButton } from '../ui/danger-button.tsx'
import { TextField } from '../ui/form/fields.tsx'
import { Form } from '../ui/form/form.tsx'
import { useTexts } from '../ui/language.tsx'
import { SaveState } from '../ui/saving/save-state.tsx'
import { useAutosave } from '../ui/saving/use-autosave.ts'
import { Part, Section } from '../ui/screen.tsx'
import { useToasts } from '../ui/toasts/toaster.tsx'
import { LanguagesField } from './languages-field.tsx'
import styles from './settings.module.css'
import { useSite } from './site-context.tsx'
import { texts } from './texts.ts'
import { ZipField } from './zip-field.tsx'

/** The settings of a website. */
export function SiteSettings() {
  const { can } = useWorkspace()
  return (
    <Permitted to="sites.sites.write">
      <div className={styles.settings}>
        <General />
        <Address />
        {can('sites.files.write') ? <ReplaceFiles /> : null}
        {can('sites.sites.remove') ? <Remove /> : null}
      </div>
    </Permitted>
  )
}

function General() {
  const t = useTexts(texts)
  const { siteId, name, languages } = useSite()
  const [draft, setDraft] = useState({ name, languages })
  const call = useCall(changeSite, { changes: ['records'], problems: 'form' })
  const saving = useAutosave(async (body: typeof draft) => (await call.call({ params: { siteId }, body })).ok)
  const change = (part: Partial<typeof draft>) => {
    const next = { ...draft, ...part }
    setDraft(next)
    saving.change(next)
  }
  return (
    <Part
      title={t.settings}
      about={t.settingsAbout}
      actions={<SaveState state={saving.state} retry={saving.flush} />}
    >
      <Form problem={call.problem} submit={saving.flush} savesItself>
        <TextField
          name="name"
          label={t.name}
          help={t.nameHelp}
          value={draft.name}
          change={value => change({ name: value })}
          onBlur={saving.flush}
          autoComplete="off"
        />
        <LanguagesField value={draft.languages} change={value => change({ languages: value })} />
      </Form>
    </Part>
  )
}

function Address() {
  const t = useTexts(texts)
  const { siteId, slug, address } = useSite()
  const toasts = useToasts()
  const [typed, setTyped] = useState(slug)
  const call = useCall(changeSite, { problems: 'form' })
  const addressOf = (other: string) =>
    address.replace(`//${slug}.`, `//${other}.`).replace(/^https?:\/\//, '')
  const put = async (other: string) => (await call.call({ params: { siteId }, body: { slug: other } })).ok
  const submit = async () => {
    const before = slug
    if (!(await put(typed))) return
    toasts.done(t.addressChanged(addressOf(typed)), async () => {
      const worked = await put(before)
      if (worked) setTyped(before)
      return worked
    })
  }
  return (
    <Section title={t.address} about={t.addressAbout}>
      <Form problem={call.problem} submit={() => void submit()}>
        <TextField
          name="slug"
          label={t.slug}
          help={t.slugBecomes(addressOf(typed || slug))}
          value={typed}
          change={setTyped}
          autoComplete="off"
          spellCheck={false}
        />
        <div>
          <Button type="submit" variant="default" disabled={typed === slug} loading={call.isBusy}>
            {t.changeAddress}
          </Button>
        </div>
      </Form>
    </Section>
  )
}

function ReplaceFiles() {
  const t = useTexts(texts)
  const { siteId } = useSite()
  const toasts = useToasts()
  const [zip, setZip] = useState<File | null>(null)
  const call = useCall(uploadSite, { doing: t.uploading, problems: 'form' })
  const submit = async () => {
    if (zip === null) return
    const outcome = await call.call({ params: { siteId }, upload: zip })
    if (!outcome.ok) return
    const { files, left } = outcome.reply
    setZip(null)
    toasts.done([t.uploaded(files), left.length > 0 ? t.left(left.length) : ''].filter(Boolean).join('. '))
  }
  return (
    <Section title={t.replaceFiles} about={t.replaceAbout}>
      <Form problem={call.problem} submit={() => void submit()}>
        <ZipField zip={zip} choose={setZip} />
        {zip ? (
          <div>
            <Button type="submit" loading={call.isBusy}>
              {t.replace}
            </Button>
          </div>
        ) : null}
      </Form>
    </Section>
  )
}

function Remove() {
  const t = useTexts(texts)
  const { slug: workspace } = useWorkspace()
  const { siteId, slug, name } = useSite()
  const toasts = useToasts()
  const navigate = useNavigate()
  const call = useCall(removeSite, { changes: ['records'] })
  const run = async () => {
    const { ok } = await call.call({ params: { siteId }, query: { slug } })
    if (!ok) return false
    await navigate({ to: '/w/$slug/sites', params: { slug: workspace } })
    toasts.done(t.removed(name))
    return true
  }
  return (
    <Section title={t.removeSite} about={t.removeAbout}>
      <div>
        <DangerButton label={t.removeSite} consequence={t.removeAbout} word={slug} run={run} />
      </div>
    </Section>
  )
}
