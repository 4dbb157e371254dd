import type { ScanOutcome } from '@helder/server/privacy/requests/schema'
import { useTexts } from '../../ui/language.tsx'
import { Notice } from '../../ui/notice.tsx'
import styles from './sight.module.css'
import { texts } from './texts.ts'

/** What the look afterwards covered: every place drawn twice, as it was before and as it is now. */
export function Sight({ scan, placesLeft }: { scan: ScanOutcome; placesLeft: number }) {
  const t = useTexts(texts)
  const { places, rows, objects, seenBefore, unexpected, unopened, mentions } = scan
  return (
    <div className={styles.sight}>
      <p>{t.searchedAbout(places, rows, objects)}</p>
      <Places
        words={t.before(seenBefore)}
        aside={t.beforeWhy}
        places={places}
        seen={seenBefore}
        tone="before"
      />
      {unexpected > 0 ? (
        <Notice tone="bad">{t.afterUnexpected(unexpected)}</Notice>
      ) : (
        <Places
          words={t.after(placesLeft)}
          aside={placesLeft > 0 ? t.afterStayed : null}
          places={places}
          seen={placesLeft}
          tone="after"
        />
      )}
      {mentions.length > 0 ? (
        <div>
          <p>{t.mentions}</p>
          <ul className={styles.mentions}>
            {mentions.map(({ place, count }) => (
              <li key={place}>
                {t.mention(nameOf(place, t), count)} <code>{place}</code>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {unopened > 0 ? <p>{t.unopened(unopened)}</p> : null}
    </div>
  )
}

// A place is called by its table, which says little to most people and all to whoever must look there.
function nameOf(place: string, t: ReturnType<typeof useTexts<typeof texts>>): string {
  const names: Record<string, string> = {
    records: t.inRecords,
    identity: t.inAccounts,
    tenancy: t.inMembers,
    mail: t.inMail,
    privacy: t.inRequests,
    sites: t.inSites,
    objects: t.inFiles,
  }
  return names[place.split(/[. ]/)[0] ?? ''] ?? t.inServer
}

// More places than this would be a grey plane; the words have the number.
const mostDrawn = 120

function Places(props: {
  words: string
  aside: string | null
  places: number
  seen: number
  tone: 'before' | 'after'
}) {
  const { words, aside, places, seen, tone } = props
  const drawn = Math.min(places, mostDrawn)
  return (
    <figure className={styles.places} data-tone={tone}>
      <figcaption>
        <strong>{words}</strong>
        {aside ? <span>{aside}</span> : null}
      </figcaption>
      <div className={styles.drawn} aria-hidden>
        {Array.from({ length: drawn }, (_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a place is drawn as one of many, and has no name here
          <span key={at} data-seen={at < seen || undefined} />
        ))}
      </div>
    </figure>
  )
}
