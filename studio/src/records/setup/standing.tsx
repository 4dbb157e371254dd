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

/** Whether publishing would make visitors meet another version, even one that says the same. */
export function isUnpublished({ live, draft }: WholeCollection, body: Body): boolean {
  return live === null || live.version !== draft.version || differs(live, body)
}

function differs(live: Body, body: Body): boolean {
  return isDifferent(compare(bodyOf(live), toSend(body)))
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
  if (!differs(collection.live, body)) {
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
