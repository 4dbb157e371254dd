import { listBackups } from '@helder/server/operations/backups/schema'
import { useReply } from '../core/api.tsx'
import { useWorkspace } from '../core/place.tsx'
import type { HomePart, Waiting } from '../core/slice.ts'
import { useTexts } from '../ui/language.tsx'
import type { BackupState } from './line.ts'
import { texts } from './texts.ts'

const dayMs = 86_400_000
// One is made every night; a night that was missed is not yet reason for alarm.
const worryingDays = 2

/** That no backup was made for too long, or that one failed. */
function useWaiting(): Waiting[] | undefined {
  const worry = useWorry()
  const { can, kind, slug } = useWorkspace()
  const mayRead = kind === 'platform' && can('operations.read')
  const { data, problem } = useReply(listBackups, {}, { topics: ['operations.backup'], when: mayRead })
  if (mayRead && data === undefined && problem === null) return undefined
  const found = data === undefined || data.elsewhere ? null : worry(data, Date.now())
  return found === null
    ? []
    : [{ key: 'backups', to: { to: '/w/$slug/operations', params: { slug } }, ...found }]
}

function useWorry() {
  const t = useTexts(texts)
  return ({ backups, failed }: BackupState, now: number): Pick<Waiting, 'words' | 'isTrouble'> | null => {
    if (failed !== null) return { words: t.failed, isTrouble: true }
    const last = backups.at(-1)
    if (last === undefined) return { words: t.waitsNone }
    const days = Math.floor((now - Date.parse(last.finishedAt)) / dayMs)
    return days < worryingDays ? null : { words: t.waitsOld(days), isTrouble: true }
  }
}

/** What operations have for the overview. */
export const homePart: HomePart = { useWaiting }
