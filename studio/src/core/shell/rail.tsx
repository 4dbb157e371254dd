import { Menu } from '@mantine/core'
import '@mantine/core/styles/Menu.layer.css'
import '@mantine/core/styles/Popover.layer.css'
import { IconDots } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { Suspense } from 'react'
import { useLanguage, useTexts } from '../../ui/language.tsx'
import { useMediaQuery } from '../../ui/media.ts'
import { useWorkspace } from '../place.tsx'
import type { Place } from '../slice.ts'
import { texts } from '../texts.ts'
import styles from './rail.module.css'

/** How many areas fit next to each other on a phone. */
const fitting = 5

/** The areas of the workspace: a rail at the left, or a bar at the bottom of a phone. */
export function Rail({ places }: { places: Place[] }) {
  const t = useTexts(texts)
  const isPhone = useMediaQuery('(max-width: 48em)')
  const areas = places
    .filter(place => place.rail !== undefined)
    .sort((a, b) => (a.rail?.order ?? 0) - (b.rail?.order ?? 0))
  const isTooMany = isPhone && areas.length > fitting
  const shown = isTooMany ? areas.slice(0, fitting - 1) : areas
  return (
    <nav aria-label={t.areas} className={styles.rail}>
      <ul>
        {shown.map(place => (
          <li key={place.to}>
            <Area place={place} />
          </li>
        ))}
        {isTooMany ? (
          <li>
            <MoreAreas places={areas.slice(fitting - 1)} />
          </li>
        ) : null}
      </ul>
    </nav>
  )
}

function Area({ place }: { place: Place }) {
  const language = useLanguage()
  const { slug } = useWorkspace()
  const Icon = place.rail?.icon
  const New = place.rail?.New
  return (
    <Link
      to={place.to}
      params={{ slug }}
      className={styles.area}
      activeOptions={{ exact: place.to === '/w/$slug', includeSearch: false }}
    >
      {Icon ? <Icon size={22} stroke={1.6} aria-hidden /> : null}
      <span>{place.label[language]}</span>
      {New ? (
        <Suspense>
          <New />
        </Suspense>
      ) : null}
    </Link>
  )
}

function MoreAreas({ places }: { places: Place[] }) {
  const t = useTexts(texts)
  const language = useLanguage()
  const { slug } = useWorkspace()
  return (
    <Menu position="top-end" shadow="md">
      <Menu.Target>
        <button type="button" className={styles.area}>
          <IconDots size={22} stroke={1.6} aria-hidden />
          <span>{t.more}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {places.map(({ to, label, rail }) => {
          const Icon = rail?.icon
          return (
            <Menu.Item
              key={to}
              renderRoot={props => <Link to={to} params={{ slug }} {...props} />}
              leftSection={Icon ? <Icon size={20} stroke={1.6} aria-hidden /> : null}
            >
              {label[language]}
            </Menu.Item>
          )
        })}
      </Menu.Dropdown>
    </Menu>
  )
}

/** How much is new in an area, beside its picture; nothing when nothing is. */
export function RailCount({ count, words }: { count: number; words: string }) {
  if (count === 0) return null
  return (
    <span className={styles.count}>
      <span aria-hidden>{count > 99 ? '99+' : count}</span>
      <span className="visually-hidden">{words}</span>
    </span>
  )
}
