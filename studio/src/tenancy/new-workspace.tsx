import { slugFrom } from '@helder/server/core/tenancy/rules'
import { makeWorkspace } from '@helder/server/core/tenancy/schema'
import { languages } from '@helder/words'
import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useCall } from '../core/api.tsx'
import { PlainShell } from '../core/shell/plain-shell.tsx'
import { ChoiceField, TextField } from '../ui/form/fields.tsx'
import { Form } from '../ui/form/form.tsx'
import { useLanguage, useTexts } from '../ui/language.tsx'
import { Screen } from '../ui/screen.tsx'
import { texts } from './texts.ts'

/** Making a workspace of which one is the owner. */
export function NewWorkspace() {
  const t = useTexts(texts)
  return (
    <PlainShell>
      <Screen
        title={t.newWorkspace}
        about={t.newAbout}
        width="text"
        back={{ label: t.workspaces, target: { to: '/workspaces' } }}
      >
        <NewForm />
      </Screen>
    </PlainShell>
  )
}

function NewForm() {
  const t = useTexts(texts)
  const navigate = useNavigate()
  const [name, setName] = useState('')
  // Follows the name until somebody chooses otherwise.
  const [ownSlug, setOwnSlug] = useState<string | null>(null)
  const [language, setLanguage] = useState(useLanguage())
  const slug = ownSlug ?? slugFrom(name)
  const make = useCall(makeWorkspace, { doing: t.making, changes: ['me'], problems: 'form' })
  const submit = async () => {
    const outcome = await make.call({ body: { name, slug, language } })
    if (outcome.ok) await navigate({ to: '/w/$slug', params: { slug: outcome.reply.slug } })
  }
  const names = { nl: t.dutch, en: t.english }
  return (
    <Form problem={make.problem} submit={() => void submit()}>
      <TextField name="name" label={t.name} autoComplete="organization" value={name} change={setName} />
      <TextField
        name="slug"
        label={t.slug}
        help={t.slugHelp}
        autoComplete="off"
        spellCheck={false}
        value={slug}
        change={setOwnSlug}
      />
      <ChoiceField
        name="language"
        label={t.firstLanguage}
        value={language}
        change={setLanguage}
        options={languages.map(value => ({ value, label: names[value] }))}
      />
      <div>
        <Button type="submit" loading={make.isBusy}>
          {t.make}
        </Button>
      </div>
    </Form>
  )
}
