import { Button } from '@mantine/core'
import { useWorkspace } from '../../core/place.tsx'
import { useTexts } from '../../ui/language.tsx'
import { waitingOf } from '../changes.ts'
import { useChanges } from '../reads.ts'
import { useSite } from '../site-context.tsx'
import { texts } from '../texts.ts'
import styles from './publish.module.css'
import { usePublishing } from './publishing.ts'

/** Opens the publication, with the number of changes that wait. */
export function PublishButton({ size = 'sm' }: { size?: 'sm' | 'compact-md' }) {
  const t = useTexts(texts)
  const { siteId, live } = useSite()
  const { can } = useWorkspace()
  const { show } = usePublishing()
  const { data } = useChanges(siteId)
  if (!can('sites.releases.publish')) return null
  const count = data === undefined ? 0 : waitingOf(data).count
  const isQuiet = live !== null && count === 0
  return (
    <Button
      variant={isQuiet ? 'default' : 'filled'}
      size={size}
      onClick={() => show('changes')}
      rightSection={
        count > 0 && live !== null ? (
          <span className={styles.count} aria-hidden>
            {count}
          </span>
        ) : null
      }
    >
      {t.publish}
      {count > 0 ? <span className="visually-hidden">: {t.changes(count)}</span> : null}
    </Button>
  )
}
