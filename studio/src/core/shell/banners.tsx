import { leaveSupport } from '@helder/server/core/tenancy/schema'
import { moment } from '@helder/words'
import { Button } from '@mantine/core'
import { IconEye, IconPlugOff, IconSparkles } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react'
import { useLanguage, useTexts } from '../../ui/language.tsx'
import { useCall } from '../api.tsx'
import { useMe, useWorkspace } from '../place.tsx'
import type { Icon } from '../slice.ts'
import { texts } from '../texts.ts'
import styles from './banners.module.css'

/** What must be known on every screen: no connection, a new version, a support session. */
export function Banners() {
  return (
    <>
      <Offline />
      <NewVersion />
      <Looking />
    </>
  )
}

function Banner(props: { icon: Icon; tone: 'plain' | 'watched'; children: ReactNode; action?: ReactNode }) {
  const { icon: Picture, tone, children, action } = props
  return (
    <div className={styles.banner} data-tone={tone} role="status">
      <Picture size={20} stroke={1.75} aria-hidden />
      <div className={styles.words}>{children}</div>
      {action}
    </div>
  )
}

function Offline() {
  const t = useTexts(texts)
  const isOnline = useSyncExternalStore(
    heard => {
      window.addEventListener('online', heard)
      window.addEventListener('offline', heard)
      return () => {
        window.removeEventListener('online', heard)
        window.removeEventListener('offline', heard)
      }
    },
    () => navigator.onLine,
  )
  return isOnline ? null : (
    <Banner icon={IconPlugOff} tone="plain">
      {t.offline}
    </Banner>
  )
}

// The server is newer when it says so, or when a part of this program is no longer there.
function NewVersion() {
  const t = useTexts(texts)
  const { version } = useMe()
  const [isGone, setGone] = useState(false)
  useEffect(() => {
    const missing = () => setGone(true)
    window.addEventListener('vite:preloadError', missing)
    return () => window.removeEventListener('vite:preloadError', missing)
  }, [])
  if (!isGone && version === __HELDER_VERSION__) return null
  return (
    <Banner
      icon={IconSparkles}
      tone="plain"
      action={
        <Button variant="default" size="compact-md" onClick={() => location.reload()}>
          {t.reload}
        </Button>
      }
    >
      {t.newVersion}
    </Banner>
  )
}

function Looking() {
  const t = useTexts(texts)
  const language = useLanguage()
  const { name, supportEndsAt } = useWorkspace()
  const { isBusy, leave } = useLeave()
  if (supportEndsAt === null) return null
  return (
    <Banner
      icon={IconEye}
      tone="watched"
      action={
        <Button variant="default" size="compact-md" loading={isBusy} onClick={() => void leave()}>
          {t.stopLooking}
        </Button>
      }
    >
      <strong>{t.looking(name)}</strong>
      <span>{t.lookingUntil(moment(supportEndsAt, language))}</span>
    </Banner>
  )
}

function useLeave() {
  const navigate = useNavigate()
  const platform = useMe().workspaces.find(({ kind }) => kind === 'platform')
  const { call, isBusy } = useCall(leaveSupport, {
    changes: ['me'],
    leave: () =>
      platform
        ? navigate({ to: '/w/$slug', params: { slug: platform.slug } })
        : navigate({ to: '/workspaces' }),
  })
  return { isBusy, leave: () => call({}) }
}
