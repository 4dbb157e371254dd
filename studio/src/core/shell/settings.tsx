import { Navigate, Outlet } from '@tanstack/react-router'
import { useLanguage, useTexts } from '../../ui/language.tsx'
import { Screen } from '../../ui/screen.tsx'
import { useWorkspace } from '../place.tsx'
import { useSettingsTabs } from '../places.ts'
import { texts } from '../texts.ts'
import { NotFound } from './dead-ends.tsx'

/** The settings of a workspace, tab by tab. */
export function Settings() {
  const t = useTexts(texts)
  const language = useLanguage()
  const { slug } = useWorkspace()
  const tabs = useSettingsTabs()
  return (
    <Screen
      title={t.settings}
      tabs={tabs.map(({ to, label }) => ({ label: label[language], target: { to, params: { slug } } }))}
    >
      <Outlet />
    </Screen>
  )
}

/** The settings without a tab: the first that this member can open. */
export function FirstSettings() {
  const { slug } = useWorkspace()
  const [first] = useSettingsTabs()
  if (first === undefined) return <NotFound />
  return <Navigate to={first.to} params={{ slug }} replace />
}
