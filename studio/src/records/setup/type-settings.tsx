import { type Field, said } from '@helder/fields'
import { useLanguage, useTexts } from '../../ui/language.tsx'
import { Blocks } from './blocks.tsx'
import { useBuilder } from './builder-context.ts'
import { FieldList } from './field-list.tsx'
import { NumberField } from './number-field.tsx'
import { Options } from './options.tsx'
import styles from './setup.module.css'
import { texts } from './texts.ts'

/** What the settings of a field by its type are given. */
export interface TypeSettingsProps {
  field: Field
  path: string
  depth: number
  edit: (change: (field: Field) => Field) => void
}

/** The settings that only this type of field has. */
export function TypeSettings(props: TypeSettingsProps) {
  const { field, path, depth, edit } = props
  switch (field.type) {
    case 'text':
      return <Limits {...props} limits={['maxLength']} />
    case 'number':
      return <Limits {...props} limits={['min', 'max', 'decimals']} />
    case 'money':
      return <AmountLimits {...props} />
    case 'file':
    case 'image':
      return <SizeLimit {...props} />
    case 'choice':
      return (
        <Options
          name={path}
          options={field.options}
          edit={change =>
            edit(now => (now.type === 'choice' ? { ...now, options: change(now.options) } : now))
          }
        />
      )
    case 'reference':
      return <Target collection={field.collection} />
    case 'group':
      return (
        <FieldList
          fields={field.fields}
          above={path}
          depth={depth + 1}
          edit={change => edit(now => (now.type === 'group' ? { ...now, fields: change(now.fields) } : now))}
          owner={field}
        />
      )
    case 'list':
      return <ListSettings {...props} />
    case 'blocks':
      return <Blocks {...props} />
    default:
      return null
  }
}

type Limit = 'maxLength' | 'min' | 'max' | 'decimals' | 'most'

const bounds: Record<Limit, { least?: number; most?: number }> = {
  maxLength: { least: 1, most: 100_000 },
  min: {},
  max: {},
  decimals: { least: 0, most: 6 },
  most: { least: 1, most: 1000 },
}

function Limits({ field, path, edit, limits }: TypeSettingsProps & { limits: Limit[] }) {
  const t = useTexts(texts)
  const values: Record<string, unknown> = { ...field }
  const limitOf = (limit: Limit) => (typeof values[limit] === 'number' ? values[limit] : undefined)
  return (
    <div className={styles.limits}>
      {limits.map(limit => (
        <NumberField
          key={limit}
          name={`${path}.${limit}`}
          label={t[limit]}
          isOptional
          {...bounds[limit]}
          value={limitOf(limit)}
          change={value => edit(now => ({ ...now, [limit]: value }))}
        />
      ))}
    </div>
  )
}

function AmountLimits({ field, path, edit }: TypeSettingsProps) {
  const t = useTexts(texts)
  if (field.type !== 'money') return null
  const limit = (key: 'minCents' | 'maxCents', label: string) => (
    <NumberField
      name={`${path}.${key}`}
      label={label}
      isOptional
      value={field[key] === undefined ? undefined : field[key] / 100}
      change={euros => edit(now => ({ ...now, [key]: euros === undefined ? undefined : euros * 100 }))}
    />
  )
  return (
    <div className={styles.limits}>
      {limit('minCents', t.min)}
      {limit('maxCents', t.max)}
    </div>
  )
}

const megabyte = 1_000_000

function SizeLimit({ field, path, edit }: TypeSettingsProps) {
  const t = useTexts(texts)
  if (field.type !== 'file' && field.type !== 'image') return null
  return (
    <NumberField
      name={`${path}.maxBytes`}
      label={t.maxBytes}
      isOptional
      least={1}
      most={100}
      value={field.maxBytes === undefined ? undefined : Math.ceil(field.maxBytes / megabyte)}
      change={mega => edit(now => ({ ...now, maxBytes: mega === undefined ? undefined : mega * megabyte }))}
    />
  )
}

function Target({ collection }: { collection: string }) {
  const t = useTexts(texts)
  const language = useLanguage()
  const { collections } = useBuilder()
  const found = collections.find(({ key }) => key === collection)
  return <p className={styles.aside}>{t.leadsTo(found ? said(found.name, language) : collection)}</p>
}

function ListSettings(props: TypeSettingsProps) {
  const { field, path, depth, edit } = props
  if (field.type !== 'list') return null
  const { of } = field
  const editOf = (change: (field: Field) => Field) =>
    edit(now => (now.type === 'list' ? { ...now, of: change(now.of) } : now))
  return (
    <>
      <Limits {...props} limits={['most']} />
      <TypeSettings field={of} path={path} depth={depth} edit={editOf} />
    </>
  )
}
