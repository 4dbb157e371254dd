import { type FieldOf, type FileValue, type ImageValue, isObject } from '@helder/fields'
import { size } from '@helder/words'
import { Button } from '@mantine/core'
import { IconDownload, IconFile, IconPhoto, IconUpload } from '@tabler/icons-react'
import { FieldFrame, TextField, type Wiring } from '../../ui/form/fields.tsx'
import { useLanguage, useTexts } from '../../ui/language.tsx'
import { useStable } from '../../ui/stable.ts'
import { useToasts } from '../../ui/toasts/toaster.tsx'
import { type InputProps, useEditing, useFrame } from './editing.tsx'
import styles from './fields.module.css'
import { refocus } from './refocus.ts'
import { fileValue, type SendFile, useSendFile } from './send-file.ts'
import { SendingLine } from './sending-line.tsx'
import { texts } from './texts.ts'

/** The input of a field for a file. */
export function FileInput(props: InputProps<FieldOf<'file'>>) {
  const { field, value, change } = props
  const frame = useFrame(props)
  const files = useSendFile({
    maxBytes: field.maxBytes,
    isPicture: false,
    kept: file => change(fileValue(file)),
  })
  const file = isFile(value) ? value : null
  const remove = useRemove(value, change)
  return (
    <FieldFrame {...frame}>
      {wiring => (
        <div className={styles.file}>
          {file ? (
            <Kept>
              <IconFile size={20} stroke={1.75} aria-hidden />
              <FileName file={file} />
              <KeptActions wiring={wiring} files={files} remove={from => remove(file.name, from)} />
            </Kept>
          ) : (
            <DropZone wiring={wiring} files={files} />
          )}
          <SendingLine files={files} />
        </div>
      )}
    </FieldFrame>
  )
}

/** The input of a field for a picture: the picture itself, and what it shows in words. */
export function ImageInput(props: InputProps<FieldOf<'image'>>) {
  const { field, name, value, change } = props
  const t = useTexts(texts)
  const frame = useFrame(props)
  const image = isFile(value) ? (value as ImageValue) : null
  const kept = useStable((file: ImageValue) => change({ ...file, alt: image?.alt ?? '' }))
  const files = useSendFile({
    maxBytes: field.maxBytes,
    isPicture: true,
    kept: file => kept({ ...fileValue(file), width: file.width ?? 0, height: file.height ?? 0, alt: '' }),
  })
  const remove = useRemove(value, change)
  return (
    <div className={styles.image}>
      <FieldFrame {...frame}>
        {wiring => (
          <div className={styles.file}>
            {image ? (
              <>
                <Shown image={image} />
                <Kept>
                  <FileName file={image} />
                  <KeptActions
                    wiring={wiring}
                    files={files}
                    remove={from => remove(image.name, from)}
                    isPicture
                  />
                </Kept>
              </>
            ) : (
              <DropZone wiring={wiring} files={files} isPicture />
            )}
            <SendingLine files={files} />
          </div>
        )}
      </FieldFrame>
      {image ? (
        <TextField
          name={`${name}.alt`}
          label={t.alt}
          help={t.altHelp}
          value={image.alt}
          change={alt => change({ ...image, alt })}
        />
      ) : null}
    </div>
  )
}

function isFile(value: unknown): value is FileValue {
  return isObject(value) && typeof value.object === 'string'
}

function useRemove(value: unknown, change: (value: unknown) => void) {
  const t = useTexts(texts)
  const toasts = useToasts()
  const put = useStable(change)
  return (name: string, field: HTMLElement | null) => {
    put(undefined)
    refocus(field, 0, 'input')
    toasts.done(t.removed(name), async () => {
      put(value)
      return true
    })
  }
}

function Shown({ image }: { image: ImageValue }) {
  const { fileAddress } = useEditing()
  const address = fileAddress(image.object)
  if (address === null) return null
  // What it shows is said in the input below it.
  return <img className={styles.picture} src={address} alt="" width={image.width} height={image.height} />
}

function Kept({ children }: { children: React.ReactNode }) {
  return <div className={styles.kept}>{children}</div>
}

function FileName({ file }: { file: FileValue }) {
  const language = useLanguage()
  const { fileAddress } = useEditing()
  const address = fileAddress(file.object)
  const bytes = <span className={styles.aside}>{size(file.sizeBytes, language)}</span>
  return (
    <span className={styles.fileName}>
      {address === null ? (
        file.name
      ) : (
        <a href={address} download={file.name}>
          {file.name}
          <IconDownload size={16} stroke={1.75} aria-hidden />
        </a>
      )}
      {bytes}
    </span>
  )
}

interface ChoosingProps {
  wiring: Wiring
  files: SendFile
  isPicture?: boolean
}

function KeptActions({
  remove,
  ...choosing
}: ChoosingProps & { remove: (field: HTMLElement | null) => void }) {
  const t = useTexts(texts)
  return (
    <span className={styles.keptActions}>
      <span className={styles.replace}>
        <FileChooser {...choosing} label={t.replace} />
        <span aria-hidden>{t.replace}</span>
      </span>
      <Button
        variant="subtle"
        color="gray"
        size="compact-md"
        onClick={event => remove(event.currentTarget.closest('[data-field]'))}
      >
        {t.remove}
      </Button>
    </span>
  )
}

function DropZone(choosing: ChoosingProps) {
  const t = useTexts(texts)
  const Icon = choosing.isPicture ? IconPhoto : IconUpload
  return (
    <div className={styles.drop}>
      <FileChooser {...choosing} />
      <Icon size={24} stroke={1.5} aria-hidden />
      <span aria-hidden>{choosing.isPicture ? t.choosePicture : t.chooseFile}</span>
      <span className={styles.aside}>{t.pasteToo}</span>
    </div>
  )
}

// The browser's own input lies over what is seen, so that dropping on it works as choosing does.
function FileChooser({ wiring, files, isPicture, label }: ChoosingProps & { label?: string }) {
  const take = (list: FileList | null) => {
    const [file] = list ?? []
    if (file !== undefined) files.send(file)
  }
  return (
    <input
      {...wiring}
      type="file"
      className={styles.chooser}
      {...(label ? { 'aria-label': label } : {})}
      {...(isPicture ? { accept: 'image/png,image/jpeg,image/gif,image/webp' } : {})}
      onChange={event => {
        take(event.target.files)
        // The same file can be chosen again after it was removed.
        event.target.value = ''
      }}
      onPaste={event => take(event.clipboardData.files)}
    />
  )
}
