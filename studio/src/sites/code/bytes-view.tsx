import { IconDownload } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTexts } from '../../ui/language.tsx'
import { bytesText } from '../bytes.ts'
import styles from './bytes-view.module.css'
import type { Content } from './content.ts'
import { texts } from './texts.ts'
import { useDownloadAddress } from './use-file-actions.ts'

/** A picture as it is. */
export function PictureView({ path, blob }: { path: string; blob: Blob }) {
  const t = useTexts(texts)
  const source = useObjectAddress(blob)
  const [size, setSize] = useState<{ width: number; height: number } | null>(null)
  return (
    <figure className={styles.view}>
      {source ? (
        <img
          src={source}
          alt={t.pictureOf(path)}
          onLoad={({ currentTarget }) =>
            setSize({ width: currentTarget.naturalWidth, height: currentTarget.naturalHeight })
          }
        />
      ) : null}
      <figcaption>
        {size ? `${t.pictureSize(size.width, size.height)}, ` : ''}
        {bytesText(blob.size)}
      </figcaption>
      <Download path={path} />
    </figure>
  )
}

/** Says what can't be edited here, and why. */
export function BytesView({ path, why }: { path: string; why: Extract<Content, { kind: 'bytes' }>['why'] }) {
  const t = useTexts(texts)
  return (
    <div className={styles.view}>
      <p>{t[why]}</p>
      <Download path={path} />
    </div>
  )
}

function Download({ path }: { path: string }) {
  const t = useTexts(texts)
  return (
    <a href={useDownloadAddress(path)} download={path.split('/').at(-1)} className={styles.download}>
      <IconDownload size={18} stroke={1.75} aria-hidden />
      {t.download}
    </a>
  )
}

function useObjectAddress(blob: Blob): string | undefined {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    const made = URL.createObjectURL(blob)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [blob])
  return address
}
