import { text } from '@helder/words'
import { IconHome, IconSettings } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useWorkspace } from './place.tsx'
import type { Place } from './slice.ts'
import { useSlices } from './slices.tsx'

const home: Place = {
  to: '/w/$slug',
  label: text('Overzicht', 'Overview'),
  keywords: text('begin, thuis', 'start, home'),
  keys: 'g o',
  rail: { icon: IconHome, order: 0 },
}

const settings: Place = {
  to: '/w/$slug/settings',
  label: text('Instellingen', 'Settings'),
  rail: { icon: IconSettings, order: 90 },
}

/** The places of this workspace that its member can go to. */
export function usePlaces(): Place[] {
  const slices = useSlices()
  const { kind, permissions } = useWorkspace()
  return useMemo(() => {
    const all = [home, ...slices.flatMap(slice => slice.places)]
    const open = all
      .filter(place => place.kind === undefined || place.kind === kind)
      .filter(place => place.permission === undefined || permissions.includes(place.permission))
    return open.some(place => place.settings) ? [...open, settings] : open
  }, [slices, kind, permissions])
}

/** The tabs of the settings that this member can open, from left to right. */
export function useSettingsTabs(): Place[] {
  const places = usePlaces()
  return useMemo(
    () =>
      places
        .filter(place => place.settings !== undefined)
        .sort((a, b) => (a.settings?.order ?? 0) - (b.settings?.order ?? 0)),
    [places],
  )
}
