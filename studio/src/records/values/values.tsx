import {
  type Field,
  type FileValue,
  type ImageValue,
  isEmpty,
  isObject,
  plainText,
  type RichTextNode,
  richTextHtml,
  said,
  type Values,
} from '@helder/fields'
import { size } from '@helder/words'
import { IconDownload } from '@tabler/icons-react'
import { createContext, type ReactNode, useContext } from 'react'
import { useLanguage, useTexts } from '../../ui/language.tsx'
import { languageName } from '../languages.ts'
import { texts } from './texts.ts'
import styles from './values.module.css'

/** What values need to know of where they belong. */
export interface ValuesAbout {
  /** Where the bytes of a file are; null where they can not be had. */
  fileAddress: (object: string) => string | null
  /** The titles of the records that are referred to, by id. */
  references: Record<string, string>
  /** The languages of the site, its own first; absent where there is but one. */
  languages?: readonly string[]
  /** The daylight mark of a field, by its path with `*` for any item. */
  mark: (path: string, field: Field) => ReactNode
}

const AboutContext = createContext<ValuesAbout>({
  fileAddress: () => null,
  references: {},
  mark: () => null,
})

/** The values of an item or a submission, to be read. */
export function ValueList(props: { fields: readonly Field[]; values: Values; about: ValuesAbout }) {
  return (
    <AboutContext value={props.about}>
      <Group fields={props.fields} values={props.values} above="" />
    </AboutContext>
  )
}

/** One value by itself, to be read. */
export function OneValue(props: { field: Field; value: unknown; about: ValuesAbout }) {
  return (
    <AboutContext value={props.about}>
      <InLanguages field={props.field} value={props.value} path={props.field.key} />
    </AboutContext>
  )
}

function Group({ fields, values, above }: { fields: readonly Field[]; values: Values; above: string }) {
  const language = useLanguage()
  const { mark } = useContext(AboutContext)
  return (
    <dl className={styles.values}>
      {fields.map(field => {
        const path = above === '' ? field.key : `${above}.${field.key}`
        return (
          <div key={field.key} className={styles.pair}>
            <dt>
              {said(field.label, language)}
              {mark(path, field)}
            </dt>
            <dd>
              <InLanguages field={field} value={values[field.key]} path={path} />
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

function InLanguages({ field, value, path }: { field: Field; value: unknown; path: string }) {
  const language = useLanguage()
  const { languages = [] } = useContext(AboutContext)
  if (!field.localized || !isObject(value)) return <Value field={field} value={value} path={path} />
  // The database keeps languages in an order of its own.
  const place = (tag: string) => languages.indexOf(tag)
  const spoken = Object.entries(value)
    .filter(([, one]) => !isEmpty(one))
    .sort(([a], [b]) => place(a) - place(b))
  const [only, another] = spoken
  if (only === undefined || another === undefined)
    return <Value field={field} value={only?.[1]} path={path} />
  return spoken.map(([tag, one]) => (
    <div key={tag} lang={tag}>
      <span className={styles.language}>{languageName(tag, language)}</span>
      <Value field={field} value={one} path={path} />
    </div>
  ))
}

function Value({ field, value, path }: { field: Field; value: unknown; path: string }) {
  const t = useTexts(texts)
  const language = useLanguage()
  if (isEmpty(value)) return <span className={styles.empty}>{t.empty}</span>
  switch (field.type) {
    case 'richText':
      return <Formatted node={value as RichTextNode} />
    case 'email':
      return <a href={`mailto:${String(value)}`}>{String(value)}</a>
    case 'phone':
      return <a href={`tel:${String(value).replace(/[^+\d]/g, '')}`}>{String(value)}</a>
    case 'link':
      return <Address value={String(value)} />
    case 'file':
      return <File file={value as FileValue} />
    case 'image':
      return <Picture image={value as ImageValue} />
    case 'reference':
      return <References ids={[value].flat().map(String)} />
    case 'group':
      return <Group fields={field.fields} values={isObject(value) ? value : {}} above={path} />
    case 'list':
      return <Items field={field.of} items={Array.isArray(value) ? value : []} path={path} />
    case 'blocks':
      return <Blocks field={field} items={Array.isArray(value) ? value : []} path={path} />
    default:
      return <span className={styles.text}>{plainText(field, value, language)}</span>
  }
}

function Address({ value }: { value: string }) {
  return /^https?:/i.test(value) ? (
    <a href={value} target="_blank" rel="noreferrer noopener">
      {value}
    </a>
  ) : (
    value
  )
}

// The text is made of what its rules allow, so its HTML holds nothing that runs.
function Formatted({ node }: { node: RichTextNode }) {
  const { fileAddress } = useContext(AboutContext)
  const html = richTextHtml(node, { imageAddress: object => fileAddress(object) ?? '' })
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only keeps links of the site from leading away here
    <div
      className={styles.formatted}
      onClickCapture={event => {
        const link = event.target instanceof Element ? event.target.closest('a') : null
        if (link && !/^(https?|mailto|tel):/i.test(link.getAttribute('href') ?? '')) event.preventDefault()
      }}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: see above
      dangerouslySetInnerHTML={{ __html: html }}
    />
  )
}

function File({ file }: { file: FileValue }) {
  const t = useTexts(texts)
  const language = useLanguage()
  const { fileAddress } = useContext(AboutContext)
  const address = fileAddress(file.object)
  const bytes = size(file.sizeBytes, language)
  if (address === null) return `${file.name} (${bytes})`
  return (
    <a className={styles.file} href={address} download={file.name} aria-label={t.download(file.name, bytes)}>
      <IconDownload size={18} stroke={1.75} aria-hidden />
      {file.name}
      <span className={styles.size}>{bytes}</span>
    </a>
  )
}

function Picture({ image }: { image: ImageValue }) {
  const t = useTexts(texts)
  const { fileAddress } = useContext(AboutContext)
  const address = fileAddress(image.object)
  if (address === null) return <File file={image} />
  return (
    <figure className={styles.picture}>
      <img
        src={address}
        alt={image.alt || t.noAlt}
        width={image.width}
        height={image.height}
        loading="lazy"
      />
      <figcaption>
        <File file={image} />
      </figcaption>
    </figure>
  )
}

function References({ ids }: { ids: string[] }) {
  const t = useTexts(texts)
  const { references } = useContext(AboutContext)
  return ids.map(id => references[id] ?? t.gone).join(', ')
}

function Items({ field, items, path }: { field: Field; items: unknown[]; path: string }) {
  return (
    <ol className={styles.items}>
      {items.map((item, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what is only read keeps its place
        <li key={at}>
          <InLanguages field={field} value={item} path={`${path}.*`} />
        </li>
      ))}
    </ol>
  )
}

function Blocks({
  field,
  items,
  path,
}: {
  field: Field & { type: 'blocks' }
  items: unknown[]
  path: string
}) {
  const language = useLanguage()
  return (
    <ol className={styles.items}>
      {items.filter(isObject).map((item, at) => {
        const kind = field.blocks.find(({ key }) => key === item.type)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: what is only read keeps its place
          <li key={at}>
            <strong>{kind ? said(kind.label, language) : String(item.type)}</strong>
            {kind ? <Group fields={kind.fields} values={item} above={`${path}.*`} /> : null}
          </li>
        )
      })}
    </ol>
  )
}
