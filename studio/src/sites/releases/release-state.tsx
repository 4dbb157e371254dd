import type { Reply } from '@helder/client'
import type { getRelease } from '@helder/server/sites/releases/schema'
import { useTexts } from '../../ui/language.tsx'
import { State } from '../../ui/state.tsx'
import { texts } from './texts.ts'

/** A release, as its screens know it. */
export type ReleaseRow = Reply<typeof getRelease>

const tones = { building: 'plain', ready: 'plain', failed: 'bad', withdrawn: 'plain' } as const

/** How it stands with a release. */
export function ReleaseState({ release }: { release: Pick<ReleaseRow, 'state' | 'live'> }) {
  const t = useTexts(texts)
  const { state, live } = release
  return live ? <State tone="good">{t.live}</State> : <State tone={tones[state]}>{t[state]}</State>
}
