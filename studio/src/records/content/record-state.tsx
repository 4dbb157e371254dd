import { useTexts } from '../../ui/language.tsx'
import { State } from '../../ui/state.tsx'
import { texts } from './texts.ts'

const tones = { draft: 'plain', changed: 'warning', published: 'good' } as const

/** How an item stands towards the site. */
export function RecordState({ state }: { state: keyof typeof tones }) {
  const t = useTexts(texts)
  return <State tone={tones[state]}>{t[state]}</State>
}
