import type { Reply } from '@helder/client'
import { changeWorkspace, getWorkspace } from '@helder/server/core/tenancy/schema'
import { languages } from '@helder/words'
import { useState } from 'react'
import { useCall, useReply } from '../core/api.tsx'
import { useWorkspace } from '../core/place.tsx'
import { Permitted } from '../core/shell/dead-ends.tsx'
import { CheckField, ChoiceField, TextField } from '../ui/form/fields.tsx'
import { Form } from '../ui/form/form.tsx'
import { useTexts } from '../ui/language.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { SaveState } from '../ui/saving/save-state.tsx'
import { useAutosave } from '../ui/saving/use-autosave.ts'
import { Part } from '../ui/screen.tsx'
import { texts } from './texts.ts'

type Settings = Reply<typeof getWorkspace>
type Change = Partial<Pick<Settings, 'name' | 'language' | 'openForSignUp'>>

/** What holds for the whole workspace; every change is saved by itself. */
export function WorkspaceSettings() {
  const settings = useReply(getWorkspace, {})
  return (
    <Permitted to="tenancy.settings.read">
      <Loaded from={settings}>{data => <SettingsForm key={data.slug} settings={data} />}</Loaded>
    </Permitted>
  )
}

function SettingsForm({ settings }: { settings: Settings }) {
  const t = useTexts(texts)
  const { can, kind } = useWorkspace()
  const [draft, setDraft] = useState<Required<Change>>(settings)
  const call = useCall(changeWorkspace, { changes: ['me'], problems: 'form' })
  const saving = useAutosave(async (body: Required<Change>) => (await call.call({ body })).ok)
  const isFixed = !can('tenancy.settings.write')
  const change = (part: Change) => {
    const { name, language, openForSignUp } = { ...draft, ...part }
    const next = { name, language, openForSignUp }
    setDraft(next)
    saving.change(next)
  }
  const names = { nl: t.dutch, en: t.english }
  const isPlatform = kind === 'platform'
  return (
    <Part
      title={t.settings}
      about={t.settingsAbout}
      beside={isFixed ? null : <SaveState state={saving.state} retry={saving.flush} />}
    >
      <Form problem={call.problem} submit={saving.flush} savesItself>
        <TextField
          name="name"
          label={t.name}
          help={t.nameHelp}
          value={draft.name}
          change={name => change({ name })}
          onBlur={saving.flush}
          disabled={isFixed}
        />
        <TextField name="slug" label={t.address} value={`/w/${settings.slug}`} change={() => {}} disabled />
        <ChoiceField
          name="language"
          label={t.firstLanguage}
          value={draft.language}
          change={language => change({ language })}
          options={languages.map(value => ({ value, label: names[value] }))}
          disabled={isFixed}
        />
        <CheckField
          name="openForSignUp"
          label={isPlatform ? t.openForWorkspaces : t.openForSignUp}
          help={isPlatform ? t.openForWorkspacesHelp : t.openForSignUpHelp}
          value={draft.openForSignUp}
          change={openForSignUp => change({ openForSignUp })}
          disabled={isFixed}
        />
      </Form>
    </Part>
  )
}
