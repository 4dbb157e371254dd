import { type Field, said, slotKind } from '@helder/fields'
import { Button } from '@mantine/core'
import { IconChevronRight, IconTrash } from '@tabler/icons-react'
import { type ReactNode, useId } from 'react'
import { CheckField } from '../../ui/form/fields.tsx'
import { useLanguage, useTexts } from '../../ui/language.tsx'
import { State } from '../../ui/state.tsx'
import { FieldMark } from '../daylight.tsx'
import { hasWords } from './body.ts'
import { useBuilder } from './builder-context.ts'
import { FieldPrivacySettings } from './field-privacy.tsx'
import { kindOf, kinds } from './kinds.ts'
import { LabelField } from './label-field.tsx'
import styles from './setup.module.css'
import { texts } from './texts.ts'
import { isOpenAt, isUndeclared } from './tree.ts'
import { TypeSettings } from './type-settings.tsx'

interface FieldProps {
  field: Field
  path: string
  depth: number
  edit: (change: (field: Field) => Field) => void
  remove: () => void
}

/** A field in its list; opened, its settings stand under it. */
export function FieldRow(props: FieldProps & { handle: ReactNode }) {
  const { field, path, handle } = props
  const t = useTexts(texts)
  const language = useLanguage()
  const id = useId()
  const { holding, open, setOpen } = useBuilder()
  const isOpen = isOpenAt(open, path)
  const name = said(field.label, language) || field.key
  const kind = kinds[kindOf(field)].label[language]
  const above = path.includes('.') ? path.slice(0, path.lastIndexOf('.')) : undefined
  return (
    <div className={styles.field} data-open={isOpen || undefined} data-path={path}>
      <div className={styles.row}>
        {handle}
        <button
          type="button"
          className={styles.opener}
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={() => setOpen(isOpen ? above : path)}
        >
          <IconChevronRight size={18} stroke={1.75} aria-hidden className={styles.chevron} />
          <span className={styles.words}>
            <span className={styles.label}>{name}</span>
            <span className={styles.aside}>
              {[...(kind === name ? [] : [kind]), ...(field.required ? [t.required] : [])].join(', ')}
            </span>
          </span>
        </button>
        {isUndeclared(field) ? <State tone="warning">{t.undeclared}</State> : null}
        <FieldMark holding={holding} field={field} />
      </div>
      {isOpen ? (
        <div id={id} className={styles.settings}>
          <FieldSettings {...props} />
        </div>
      ) : null}
    </div>
  )
}

const containers: ReadonlySet<Field['type']> = new Set(['group', 'blocks'])

// What is in a group or a block speaks for itself; a list of lines is one thing.
function speaksItself(field: Field): boolean {
  return !containers.has(field.type) && !(field.type === 'list' && containers.has(field.of.type))
}

function FieldSettings({ field, path, depth, edit, remove }: FieldProps) {
  const t = useTexts(texts)
  const { holding, languages } = useBuilder()
  const isForm = holding.kind === 'form'
  return (
    <>
      <LabelField
        name={`${path}.label`}
        label={isForm ? t.question : t.fieldName}
        languages={languages}
        value={field.label}
        change={label => edit(now => ({ ...now, label }))}
      />
      {speaksItself(field) ? (
        <FieldPrivacySettings
          field={field}
          name={path}
          change={privacy => edit(now => ({ ...now, privacy }))}
        />
      ) : null}
      <TypeSettings field={field} path={path} depth={depth} edit={edit} />
      {containers.has(field.type) ? null : (
        <CheckField
          name={`${path}.required`}
          label={t.isRequired}
          value={field.required ?? false}
          change={required => edit(now => ({ ...now, required }))}
        />
      )}
      {!isForm && depth === 0 && slotKind(field.type) !== null ? (
        <CheckField
          name={`${path}.indexed`}
          label={t.isIndexed}
          value={field.indexed ?? false}
          change={indexed => edit(now => ({ ...now, indexed }))}
        />
      ) : null}
      <LabelField
        name={`${path}.help`}
        label={t.help}
        help={t.helpAbout}
        isOptional
        languages={languages}
        value={field.help}
        change={help => edit(now => ({ ...now, help: hasWords(help) ? help : undefined }))}
      />
      <div className={styles.end}>
        <p className={styles.aside}>
          {t.keyIs(field.key)} {field.localized ? t.perLanguage : ''}
        </p>
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconTrash size={18} stroke={1.75} aria-hidden />}
          onClick={remove}
        >
          {t.removeField}
        </Button>
      </div>
    </>
  )
}
