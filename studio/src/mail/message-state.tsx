import { useTexts } from '../ui/language.tsx'
import { State } from '../ui/state.tsx'
import { texts } from './texts.ts'

/** Whether a mail has left, waits, failed, or stays because nothing leaves. */
export function MessageState(props: {
  message: { sentAt: string | null; failure: string | null }
  delivers: boolean
}) {
  const t = useTexts(texts)
  const { message, delivers } = props
  if (message.sentAt) return <State tone="good">{t.sent}</State>
  if (message.failure) return <State tone="bad">{t.failed}</State>
  return <State>{delivers ? t.waiting : t.kept}</State>
}
