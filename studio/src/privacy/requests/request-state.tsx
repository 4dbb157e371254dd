import { useTexts } from '../../ui/language.tsx'
import { State } from '../../ui/state.tsx'
import { texts } from '../texts.ts'
import type { Asked } from './list.tsx'

const tones = {
  unverified: 'plain',
  waiting: 'warning',
  approved: 'plain',
  working: 'plain',
  done: 'good',
  refused: 'plain',
  failed: 'bad',
  lapsed: 'plain',
} as const

/** How it stands with a request. */
export function RequestState({ request }: { request: Pick<Asked, 'state' | 'kind'> }) {
  const t = useTexts(texts)
  const { state, kind } = request
  const done = kind === 'access' ? t.doneAccess : t.doneErasure
  return <State tone={tones[state]}>{state === 'done' ? done : t[state]}</State>
}
