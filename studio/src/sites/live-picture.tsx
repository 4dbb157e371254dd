import { Drawing } from '../ui/drawings.tsx'
import styles from './live-picture.module.css'
import { useWidth } from './use-width.ts'

const page = { width: 1280, height: 800 }

/** A website as it looks now, small: the page itself, without its scripts. Closed shutters for one that is not live. */
export function LivePicture({ address }: { address: string | null }) {
  const [frame, width] = useWidth<HTMLDivElement>()
  return (
    <div ref={frame} className={styles.picture} inert>
      {address === null ? (
        <Drawing name="closed" />
      ) : (
        <iframe
          src={address}
          title={address}
          loading="lazy"
          // The letters of a site come only to its own origin; nothing of it runs.
          sandbox="allow-same-origin"
          width={page.width}
          height={page.height}
          style={{ transform: `scale(${width / page.width})` }}
        />
      )}
    </div>
  )
}
