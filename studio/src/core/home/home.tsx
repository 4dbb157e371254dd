import { day } from '@helder/words'
import { IconChevronRight } from '@tabler/icons-react'
import { Suspense, use, useMemo } from 'react'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useLanguage, useTexts } from '../../ui/language.tsx'
import { TargetLink } from '../../ui/links.tsx'
import { Skeleton } from '../../ui/loading.tsx'
import { Screen } from '../../ui/screen.tsx'
import { State } from '../../ui/state.tsx'
import { useMe } from '../place.tsx'
import type { HomePart, StudioSlice, Waiting } from '../slice.ts'
import { useSlices } from '../slices.tsx'
import styles from './home.module.css'
import { texts } from './texts.ts'

/** The overview of a workspace: what waits, and what every slice adds to it. */
export function Home() {
  const language = useLanguage()
  return (
    <Screen title={useGreeting()} about={day(new Date(), language)}>
      <Suspense fallback={<Skeleton />}>
        <Parts />
      </Suspense>
    </Screen>
  )
}

function useGreeting(): string {
  const t = useTexts(texts)
  const { account } = useMe()
  const [first = account.name] = account.name.split(' ')
  const hour = new Date().getHours()
  if (hour < 12) return t.morning(first)
  return hour < 18 ? t.afternoon(first) : t.evening(first)
}

const loaded = new Map<StudioSlice, Promise<HomePart>>()

// The parts are code that comes once; they are kept, since a promise made while rendering would never settle.
function partOf(slice: StudioSlice): Promise<HomePart> | undefined {
  if (!slice.home) return undefined
  const part = loaded.get(slice) ?? slice.home()
  loaded.set(slice, part)
  return part
}

function Parts() {
  const slices = useSlices()
  const promises = useMemo(() => slices.flatMap(slice => partOf(slice) ?? []), [slices])
  const parts = promises.map(promise => use(promise))
  return (
    <div className={styles.home}>
      <Waits parts={parts} />
      <div className={styles.cards}>
        {parts.map(({ Card }, at) => {
          // The list of slices never changes, so neither does the place of a part in it.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          return Card ? <Card key={at} /> : null
        })}
      </div>
    </div>
  )
}

function Waits({ parts }: { parts: HomePart[] }) {
  const t = useTexts(texts)
  // biome-ignore lint/correctness/useHookAtTopLevel: the list of parts never changes, so neither does their order
  const answers = parts.map(part => part.useWaiting?.() ?? (part.useWaiting ? undefined : []))
  const isReading = answers.includes(undefined)
  const all = answers.flatMap(answer => answer ?? [])
  const waiting = [...all.filter(one => one.isTrouble), ...all.filter(one => !one.isTrouble)]
  return (
    <section className={styles.waits}>
      <h2>{t.waiting}</h2>
      {isReading && waiting.length === 0 ? <Skeleton /> : null}
      {waiting.length > 0 ? (
        <ul>
          {waiting.map(one => (
            <li key={one.key}>
              <WaitingLine one={one} />
            </li>
          ))}
        </ul>
      ) : null}
      {!isReading && waiting.length === 0 ? (
        <EmptyState drawing="plant" title={t.nothing}>
          {t.nothingAbout}
        </EmptyState>
      ) : null}
    </section>
  )
}

function WaitingLine({ one }: { one: Waiting }) {
  const t = useTexts(texts)
  return (
    <TargetLink target={one.to} className={styles.line}>
      <span className={styles.words}>
        <span>{one.words}</span>
        {one.detail ? <small>{one.detail}</small> : null}
      </span>
      {one.isTrouble ? <State tone="warning">{t.trouble}</State> : null}
      <IconChevronRight size={20} stroke={1.75} aria-hidden />
    </TargetLink>
  )
}
