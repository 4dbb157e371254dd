import { IconAlertCircle, IconFileZip } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useTexts } from '../ui/language.tsx'
import { bytesText } from './bytes.ts'
import { texts } from './texts.ts'
import styles from './zip-field.module.css'

/** A place to drop a ZIP, or to choose one. */
export function ZipField(props: {
  zip: File | null
  choose: (zip: File) => void
  problem?: string | undefined
}) {
  const { zip, choose, problem } = props
  const t = useTexts(texts)
  const id = useId()
  const [refused, setRefused] = useState<string | null>(null)
  const [isOver, setOver] = useState(false)
  const take = (file: File | undefined) => {
    if (file === undefined) return
    const isZip = /\.zip$/i.test(file.name)
    setRefused(isZip ? null : t.notZip(file.name))
    if (isZip) choose(file)
  }
  const said = refused ?? problem
  return (
    <div className={styles.frame}>
      <label htmlFor={id} className={styles.label}>
        {t.zip}
      </label>
      <div className={styles.place} data-over={isOver || undefined}>
        <IconFileZip size={28} stroke={1.5} aria-hidden />
        <span>{zip ? `${zip.name}, ${bytesText(zip.size)}` : t.zipDrop}</span>
        <span className={styles.choose} aria-hidden>
          {zip ? t.zipOther : t.zipChoose}
        </span>
        {/* It lies over the whole place: a browser lets files be dropped on such a field by itself. */}
        <input
          id={id}
          type="file"
          accept=".zip,application/zip"
          className={styles.input}
          aria-describedby={said ? `${id}-said` : undefined}
          aria-invalid={said ? true : undefined}
          onDragEnter={() => setOver(true)}
          onDragLeave={() => setOver(false)}
          onDrop={() => setOver(false)}
          onChange={event => take(event.target.files?.[0])}
        />
      </div>
      <div id={`${id}-said`} role="status" className={styles.said}>
        {said ? (
          <>
            <IconAlertCircle size={18} stroke={1.75} aria-hidden />
            {said}
          </>
        ) : null}
      </div>
    </div>
  )
}
