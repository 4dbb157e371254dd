import { platformIdentity } from '@helder/server/core/identity/schema'
import { isLanguage, languages } from '@helder/words'
import { Menu } from '@mantine/core'
import '@mantine/core/styles/Menu.layer.css'
import '@mantine/core/styles/Popover.layer.css'
import { IconKeyboard, IconLogout, IconUser } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useCommandStore } from '../../ui/commands/commands.tsx'
import { useTexts } from '../../ui/language.tsx'
import { type Scheme, useScheme } from '../../ui/theme/appearance.tsx'
import { useCall } from '../api.tsx'
import { ownNames, useChosenLanguage } from '../language.ts'
import { useMe } from '../place.tsx'
import { texts } from '../texts.ts'
import { useSignOut } from './sign-out.ts'
import styles from './top-bar.module.css'

/** Who one is, and what belongs to oneself: account, language, colours, shortcuts, the way out. */
export function PersonMenu() {
  const t = useTexts(texts)
  const { account } = useMe()
  const store = useCommandStore()
  const signOut = useSignOut()
  return (
    <Menu position="bottom-end" shadow="md" width={260}>
      <Menu.Target>
        <button
          type="button"
          className={styles.person}
          aria-label={t.person(account.name)}
          data-initials={initials(account.name)}
        />
      </Menu.Target>
      <Menu.Dropdown>
        <div className={styles.who}>
          <strong>{account.name}</strong>
          <span>{account.email}</span>
        </div>
        <Menu.Divider />
        <Menu.Item
          renderRoot={props => <Link to="/account" {...props} />}
          leftSection={<IconUser size={18} stroke={1.75} aria-hidden />}
        >
          {t.account}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconKeyboard size={18} stroke={1.75} aria-hidden />}
          onClick={() => store.open('shortcuts')}
        >
          {t.shortcuts}
        </Menu.Item>
        <Menu.Divider />
        <LanguageItems />
        <Menu.Divider />
        <SchemeItems />
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconLogout size={18} stroke={1.75} aria-hidden />}
          onClick={() => void signOut()}
        >
          {t.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

// The first letters of a first and a last name.
function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const [first = '', last = ''] = [words[0], words.length > 1 ? words.at(-1) : '']
  return `${[...first][0] ?? ''}${[...last][0] ?? ''}`.toUpperCase()
}

function LanguageItems() {
  const t = useTexts(texts)
  const [language, choose] = useLanguageOfAccount()
  return (
    <Menu.RadioGroup
      value={language}
      onChange={value => {
        if (isLanguage(value)) choose(value)
      }}
    >
      <Menu.Label>{t.language}</Menu.Label>
      {languages.map(one => (
        <Menu.RadioItem key={one} value={one} lang={one}>
          {ownNames[one]}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  )
}

/** The language of the account: a choice shows at once, and is kept for all devices. */
export function useLanguageOfAccount() {
  const [language, setLanguage] = useChosenLanguage()
  const change = useCall(platformIdentity.changeAccount, { changes: ['me'] })
  const choose = (next: typeof language) => {
    setLanguage(next)
    void change.call({ body: { language: next } })
  }
  return [language, choose] as const
}

const schemes: Scheme[] = ['auto', 'light', 'dark']

function SchemeItems() {
  const t = useTexts(texts)
  const [scheme, setScheme] = useScheme()
  const names = { auto: t.asComputer, light: t.light, dark: t.dark }
  return (
    <Menu.RadioGroup
      value={scheme}
      onChange={value => setScheme(schemes.find(one => one === value) ?? 'auto')}
    >
      <Menu.Label>{t.colours}</Menu.Label>
      {schemes.map(one => (
        <Menu.RadioItem key={one} value={one}>
          {names[one]}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  )
}
