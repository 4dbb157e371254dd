import type { Label } from '@helder/fields'
import { makeCollection } from '@helder/server/records/collections/schema'
import { isLanguage } from '@helder/words'
import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useCall } from '../../core/api.tsx'
import { useWorkspace } from '../../core/place.tsx'
import { DialogActions } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/form/fields.tsx'
import { Form } from '../../ui/form/form.tsx'
import { useLanguage, useTexts } from '../../ui/language.tsx'
import { firstPrivacy } from '../setup/body.ts'
import { keyFrom } from '../setup/keys.ts'
import { type SiteFacts, useCollections } from '../site.ts'
import { texts } from './texts.ts'

/** Making a form or a collection: a name to begin with; its fields come after. */
export function MakeForm({
  site,
  kind,
  close,
}: {
  site: SiteFacts
  kind: 'content' | 'form'
  close: () => void
}) {
  const t = useTexts(texts)
  const own = useLanguage()
  const navigate = useNavigate()
  const { slug } = useWorkspace()
  const { data: others } = useCollections(site.siteId)
  const [name, setName] = useState('')
  const [purpose, setPurpose] = useState('')
  const making = useCall(makeCollection, { doing: t.making, changes: ['sites'], problems: 'form' })
  const isForm = kind === 'form'
  const language = site.languages.find(isLanguage) ?? own
  const label = (words: string): Label => ({ [language]: words.trim() })
  const submit = async () => {
    const { siteId } = site
    const key = keyFrom(name, new Set((others ?? []).map(other => other.key)))
    const privacy = purpose.trim() === '' ? null : { ...firstPrivacy(kind, []), purpose: label(purpose) }
    const body = { siteId, kind, key, name: label(name), fields: [], privacy, settings: {} }
    const outcome = await making.call({ body })
    if (!outcome.ok) return
    const { collectionId } = outcome.reply
    const params = { slug, siteId, collectionId }
    if (isForm) await navigate({ to: '/w/$slug/sites/$siteId/forms/$collectionId', params })
    else await navigate({ to: '/w/$slug/sites/$siteId/content/$collectionId/setup', params })
  }
  return (
    <Form problem={making.problem} submit={() => void submit()}>
      <TextField
        name="name"
        label={isForm ? t.name : t.nameContent}
        autoComplete="off"
        maxLength={300}
        data-autofocus
        value={name}
        change={setName}
      />
      {isForm ? (
        <TextField
          name="privacy.purpose"
          label={t.purpose}
          help={t.purposeHelp}
          isOptional
          autoComplete="off"
          maxLength={300}
          value={purpose}
          change={setPurpose}
        />
      ) : null}
      <DialogActions>
        <Button variant="default" onClick={close}>
          {t.cancel}
        </Button>
        <Button type="submit" loading={making.isBusy}>
          {t.makeThis}
        </Button>
      </DialogActions>
    </Form>
  )
}
