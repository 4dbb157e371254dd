import { platformIdentity } from '@helder/server/core/identity/schema'
import { languages } from '@helder/words'
import { useState } from 'react'
import { useCall } from '../core/api.tsx'
import { ownNames } from '../core/language.ts'
import { useMe } from '../core/place.tsx'
import { useLanguageOfAccount } from '../core/shell/person-menu.tsx'
import { PlainShell } from '../core/shell/plain-shell.tsx'
import { ChoiceField, TextField } from '../ui/form/fields.tsx'
import { Form } from '../ui/form/form.tsx'
import { useTexts } from '../ui/language.tsx'
import { TargetLink } from '../ui/links.tsx'
import { SaveState } from '../ui/saving/save-state.tsx'
import { useAutosave } from '../ui/saving/use-autosave.ts'
import { Screen, Section } from '../ui/screen.tsx'
import { useDensity, useScheme } from '../ui/theme/appearance.tsx'
import styles from './account.module.css'
import { Credentials } from './credentials.tsx'
import { Devices } from './devices.tsx'
import { texts } from './texts.ts'

/** What belongs to a person, in whichever workspace they work. */
export function Account() {
  const t = useTexts(texts)
  return (
    <PlainShell>
      <Screen title={t.account} width="text">
        <AboutYou />
        <Credentials />
        <Devices />
        <AppearanceChoices />
        <KeysElsewhere />
        <YourData />
      </Screen>
    </PlainShell>
  )
}

function AboutYou() {
  const t = useTexts(texts)
  const { account } = useMe()
  const [name, setName] = useState(account.name)
  const [language, chooseLanguage] = useLanguageOfAccount()
  const change = useCall(platformIdentity.changeAccount, { changes: ['me'], problems: 'form' })
  const saving = useAutosave(async (next: string) => (await change.call({ body: { name: next } })).ok)
  return (
    <Section title={t.aboutYou} beside={<SaveState state={saving.state} retry={saving.flush} />}>
      <Form problem={change.problem} submit={saving.flush} savesItself>
        <TextField
          name="name"
          label={t.name}
          help={t.nameHelp}
          autoComplete="name"
          value={name}
          change={next => {
            setName(next)
            saving.change(next)
          }}
          onBlur={saving.flush}
        />
        <ChoiceField
          name="language"
          label={t.language}
          value={language}
          change={chooseLanguage}
          options={languages.map(value => ({ value, label: ownNames[value] }))}
        />
      </Form>
    </Section>
  )
}

function AppearanceChoices() {
  const t = useTexts(texts)
  const [scheme, setScheme] = useScheme()
  const [density, setDensity] = useDensity()
  return (
    <Section title={t.appearance} about={t.onThisDevice}>
      <div className={styles.beside}>
        <ChoiceField
          name="scheme"
          label={t.colours}
          value={scheme}
          change={setScheme}
          options={[
            { value: 'auto', label: t.asComputer },
            { value: 'light', label: t.light },
            { value: 'dark', label: t.dark },
          ]}
        />
        <ChoiceField
          name="density"
          label={t.tables}
          value={density}
          change={setDensity}
          options={[
            { value: 'comfortable', label: t.comfortable },
            { value: 'compact', label: t.compact },
          ]}
        />
      </div>
    </Section>
  )
}

function KeysElsewhere() {
  const t = useTexts(texts)
  const places = useMe().workspaces.filter(({ permissions }) => permissions.includes('identity.tokens.write'))
  if (places.length === 0) return null
  return (
    <Section title={t.keysElsewhere} about={t.keysElsewhereAbout}>
      <ul className={styles.links}>
        {places.map(({ slug, name }) => (
          <li key={slug}>
            <TargetLink target={{ to: '/w/$slug/settings/tokens', params: { slug } }}>
              {t.keysIn(name)}
            </TargetLink>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function YourData() {
  const t = useTexts(texts)
  return (
    <Section title={t.yourData} about={t.yourDataAbout}>
      <TargetLink target={{ to: '/privacy' }}>{t.toYourData}</TargetLink>
    </Section>
  )
}
