import { slugFrom } from '@helder/server/core/tenancy/rules'
import { uploadSite } from '@helder/server/sites/files/schema'
import { listStarters, makeSite } from '@helder/server/sites/sites/schema'
import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useCall, useReply } from '../core/api.tsx'
import { useWorkspace } from '../core/place.tsx'
import { Permitted } from '../core/shell/dead-ends.tsx'
import { ChoiceField, type Option, TextField } from '../ui/form/fields.tsx'
import { Form } from '../ui/form/form.tsx'
import { useLanguage, useTexts } from '../ui/language.tsx'
import { Screen } from '../ui/screen.tsx'
import { useToasts } from '../ui/toasts/toaster.tsx'
import { LanguagesField } from './languages-field.tsx'
import { useSites } from './reads.ts'
import { texts } from './texts.ts'
import { ZipField } from './zip-field.tsx'

/** Making a website: from a starter, from a ZIP, or from nothing. */
export function NewSite() {
  const t = useTexts(texts)
  const { slug } = useWorkspace()
  return (
    <Permitted to="sites.sites.write">
      <Screen
        title={t.newSite}
        about={t.newAbout}
        width="text"
        back={{ label: t.sites, target: { to: '/w/$slug/sites', params: { slug } } }}
      >
        <NewForm />
      </Screen>
    </Permitted>
  )
}

const fromNothing = '-nothing'
const fromZip = '-zip'

function NewForm() {
  const t = useTexts(texts)
  const [name, setName] = useState('')
  // Follows the name until somebody chooses otherwise.
  const [ownSlug, setOwnSlug] = useState<string | null>(null)
  const [languages, setLanguages] = useState<string[]>([useLanguage()])
  const [begin, setBegin] = useState<string | null>(null)
  const [zip, setZip] = useState<File | null>(null)
  const [isZipMissing, setZipMissing] = useState(false)
  const beginnings = useBeginnings()
  const chosen = begin ?? beginnings[0]?.value ?? fromNothing
  const slug = ownSlug ?? slugFrom(name)
  const { make, problem, isBusy } = useMake()
  const submit = async () => {
    const needsZip = chosen === fromZip
    setZipMissing(needsZip && zip === null)
    if (needsZip && zip === null) return
    const starter = chosen.startsWith('-') ? null : chosen
    await make({ name, slug, languages, starter }, needsZip ? zip : null)
  }
  return (
    <Form problem={problem} submit={() => void submit()}>
      <TextField
        name="name"
        label={t.name}
        help={t.nameHelp}
        value={name}
        change={setName}
        autoComplete="off"
      />
      <TextField
        name="slug"
        label={t.slug}
        help={useSlugHelp(slug)}
        autoComplete="off"
        spellCheck={false}
        value={slug}
        change={setOwnSlug}
      />
      <LanguagesField value={languages} change={setLanguages} />
      <ChoiceField name="starter" label={t.beginWith} value={chosen} change={setBegin} options={beginnings} />
      {chosen === fromZip ? (
        <ZipField
          zip={zip}
          choose={setZip}
          problem={isZipMissing && zip === null ? t.zipMissing : undefined}
        />
      ) : null}
      <div>
        <Button type="submit" loading={isBusy}>
          {t.make}
        </Button>
      </div>
    </Form>
  )
}

function useBeginnings(): Option<string>[] {
  const t = useTexts(texts)
  const language = useLanguage()
  const { data } = useReply(listStarters, {})
  const starters = (data ?? []).map(({ key, name, about }) => ({
    value: key,
    label: name[language],
    help: about[language],
  }))
  return [
    ...starters,
    { value: fromZip, label: t.fromZip, help: t.fromZipHelp },
    { value: fromNothing, label: t.fromNothing, help: t.fromNothingHelp },
  ]
}

// What a site's address will be is known from one that there is: they differ only in their first part.
function useSlugHelp(slug: string): string {
  const t = useTexts(texts)
  const { data } = useSites()
  const [other] = data ?? []
  if (other === undefined || slug === '') return t.slugHelp
  return t.slugBecomes(other.address.replace(`//${other.slug}.`, `//${slug}.`).replace(/^https?:\/\//, ''))
}

function useMake() {
  const t = useTexts(texts)
  const toasts = useToasts()
  const navigate = useNavigate()
  const { slug } = useWorkspace()
  const site = useCall(makeSite, { doing: t.making, changes: ['records'], problems: 'form' })
  const upload = useCall(uploadSite, { doing: t.uploading })
  const [isBusy, setBusy] = useState(false)
  const make = async (body: Parameters<typeof site.call>[0]['body'], zip: File | null) => {
    setBusy(true)
    const outcome = await site.call({ body })
    if (outcome.ok) {
      const { siteId } = outcome.reply
      // The site is there, also when the ZIP turns out to be no good: on its screen another can be chosen.
      if (zip) {
        const uploaded = await upload.call({ params: { siteId }, upload: zip })
        if (uploaded.ok) toasts.done(t.uploaded(uploaded.reply.files))
      }
      await navigate({ to: '/w/$slug/sites/$siteId', params: { slug, siteId } })
    }
    setBusy(false)
  }
  return { make, problem: site.problem, isBusy }
}
