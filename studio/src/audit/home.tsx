import { listAudit } from '@helder/server/core/audit/schema'
import { useReply } from '../core/api.tsx'
import { useActName } from '../core/names.ts'
import { useWorkspace } from '../core/place.tsx'
import type { HomePart } from '../core/slice.ts'
import { useTexts } from '../ui/language.tsx'
import { TargetLink } from '../ui/links.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { RelativeTime } from '../ui/moment.tsx'
import { Actor } from './actor.tsx'
import styles from './home.module.css'
import { texts } from './texts.ts'

function Lately() {
  const t = useTexts(texts)
  const { can, slug } = useWorkspace()
  const mayRead = can('audit.read')
  const log = useReply(listAudit, { query: { limit: 6 } }, { when: mayRead, topics: ['audit', 'tenancy'] })
  const nameOf = useActName()
  if (!mayRead) return null
  return (
    <section className={styles.lately}>
      <h2>{t.lately}</h2>
      <Loaded from={log}>
        {({ entries }) => (
          <ol>
            {entries.map(entry => (
              <li key={entry.entryId}>
                <span>
                  <strong>
                    <Actor entry={entry} />
                  </strong>{' '}
                  {nameOf(entry.action)}
                </span>
                <span className={styles.when}>
                  <RelativeTime at={entry.at} />
                </span>
              </li>
            ))}
          </ol>
        )}
      </Loaded>
      <TargetLink target={{ to: '/w/$slug/settings/audit', params: { slug } }}>{t.toAudit}</TargetLink>
    </section>
  )
}

/** What the audit trail has for the overview. */
export const homePart: HomePart = { Card: Lately }
