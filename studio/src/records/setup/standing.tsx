import { said } from '@helder/fields'
import { listChanges } from '@helder/server/sites/releases/schema'
import { useReply } from '../../core/api.tsx'
import { useWorkspace } from '../../core/place.tsx'
import { useLanguage, useTexts } from '../../ui/language.tsx'
import { State } from '../../ui/state.tsx'
import type { WholeCollection } from '../site.ts'
import { type Body, bodyOf, toSend } from './body.ts'
import { compare, isDifferent } from './compare.ts'
import styles from './setup.module.css'
import { texts } from './texts.ts'

/** What publishing would do: show visitors something else, only put a newer number on the same, or nothing. */
export type Step = 'something' | 'number' | 'nothing'

/** What publishing would do to a set-up as it is here. */
export function stepOf({ live, draft }: WholeCollection, body: Body): Step {
  if (live === null || isDifferent(compare(bodyOf(live), toSend(body)))) return 'something'
  return live.version === draft.version ? 'nothing' : 'number'
}

/** How a set-up stands towards what visitors meet: what is live, and what publishing would change. */
export function Standing({ collection, body }: { collection: WholeCollection; body: Body }) {
  const t = useTexts(texts)
  const isForm = collection.kind === 'form'
  const others = useOthers(collection)
  if (collection.live === null) {
    return (
      <div className={styles.standing}>
        <State>{t.neverLive}</State>
        <p>{isForm ? t.neverLiveForm : t.neverLiveContent}</p>
      </div>
    )
  }
  if (stepOf(collection, body) !== 'something') {
    return (
      <div className={styles.standing}>
        <State tone="good">{t.isLive}</State>
      </div>
    )
  }
  return (
    <div className={styles.standing}>
      <State tone="warning">{t.isChanged}</State>
      <p>{isForm ? t.isChangedForm : t.isChangedContent}</p>
      <ul>
        <Changes live={collection.live} body={body} />
        {others.length > 0 ? <li>{t.alsoGoes(others)}</li> : null}
      </ul>
    </div>
  )
}

function Changes({ live, body }: { live: NonNullable<WholeCollection['live']>; body: Body }) {
  const t = useTexts(texts)
  const language = useLanguage()
  const { added, removed, changed, isReordered, isElsewhere } = compare(bodyOf(live), toSend(body))
  const names = (labels: typeof added) => labels.map(label => said(label, language))
  return (
    <>
      {added.length > 0 ? <li>{t.comes(names(added))}</li> : null}
      {removed.length > 0 ? <li>{t.goes(names(removed))}</li> : null}
      {changed.length > 0 ? <li>{t.changes(names(changed))}</li> : null}
      {isReordered ? <li>{t.reordered}</li> : null}
      {isElsewhere ? <li>{t.elsewhere}</li> : null}
    </>
  )
}

// A site is published with all its set-ups, so whoever publishes this one takes the others along.
function useOthers({ siteId, collectionId }: WholeCollection): string[] {
  const language = useLanguage()
  const { can } = useWorkspace()
  const when = can('sites.sites.read') && can('sites.releases.publish')
  const topics = ['sites.site', 'records.collection']
  const { data } = useReply(listChanges, { params: { siteId } }, { topics, when })
  return (data?.collections ?? [])
    .filter(other => other.collectionId !== collectionId)
    .map(({ name }) => said(name, language))
}
