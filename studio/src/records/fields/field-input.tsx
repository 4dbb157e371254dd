import { type Field, type FieldOf, isEmpty, isObject, said } from '@helder/fields'
import { lazy, Suspense, useId, useState } from 'react'
import {
  CheckField,
  ChecksField,
  ChoiceField,
  FieldFrame,
  GroupFrame,
  SelectField,
  TextArea,
  TextField,
} from '../../ui/form/fields.tsx'
import inputs from '../../ui/form/input.module.css'
import { useLanguage, useTexts } from '../../ui/language.tsx'
import { Skeleton } from '../../ui/loading.tsx'
import { type InputProps, useEditing, useFrame } from './editing.tsx'
import styles from './fields.module.css'
import { FileInput, ImageInput } from './file-input.tsx'
import { BlocksInput, ListInput } from './list-input.tsx'
import { ListedPages } from './listed-pages.tsx'
import { ReferenceInput } from './reference-input.tsx'
import { texts } from './texts.ts'
import { centsText, inputMoment, momentFrom, numberText, withKey, withLanguage } from './typed.ts'

// The editor for formatted text is larger than all other inputs together.
const RichTextInput = lazy(() =>
  import('./rich-text/rich-text-input.tsx').then(module => ({ default: module.RichTextInput })),
)

/** The input of a field, in the language that is being written where the field is localised. */
export function FieldInput(props: InputProps) {
  const { language } = useEditing()
  const { field, name, value, change } = props
  if (!field.localized) return <OneInput {...props} />
  return (
    <OneInput
      // An input for another language is another input, with an undoing of its own.
      key={language}
      {...props}
      name={`${name}.${language}`}
      value={isObject(value) ? value[language] : undefined}
      change={next => change(withLanguage(value, language, next))}
    />
  )
}

/** The inputs of fields that belong together. */
export function FieldInputs(props: {
  fields: readonly Field[]
  /** What stands before the names of the inputs: `address.`. */
  name: string
  path: string
  values: Record<string, unknown>
  change: (key: string, value: unknown) => void
}) {
  return props.fields.map(field => (
    <FieldInput
      key={field.key}
      field={field}
      name={`${props.name}${field.key}`}
      path={`${props.path}${field.key}`}
      value={props.values[field.key]}
      change={value => props.change(field.key, value)}
    />
  ))
}

function OneInput({ field, ...at }: InputProps) {
  switch (field.type) {
    case 'text':
      return <TextInput field={field} {...at} />
    case 'richText':
      return (
        <Suspense fallback={<Skeleton />}>
          <RichTextInput field={field} {...at} />
        </Suspense>
      )
    case 'number':
    case 'money':
      return <NumberInput field={field} {...at} />
    case 'boolean':
      return <BooleanInput field={field} {...at} />
    case 'date':
    case 'instant':
      return <TimeInput field={field} {...at} />
    case 'choice':
      return <ChoiceInput field={field} {...at} />
    case 'email':
    case 'phone':
      return <ContactInput field={field} {...at} />
    case 'link':
      return <LinkInput field={field} {...at} />
    case 'file':
      return <FileInput field={field} {...at} />
    case 'image':
      return <ImageInput field={field} {...at} />
    case 'reference':
      return <ReferenceInput field={field} {...at} />
    case 'list':
      return <ListInput field={field} {...at} />
    case 'group':
      return <GroupInput field={field} {...at} />
    case 'blocks':
      return <BlocksInput field={field} {...at} />
  }
}

const asText = (value: unknown) => (typeof value === 'string' ? value : '')

function TextInput(props: InputProps<FieldOf<'text'>>) {
  const { field, value, change } = props
  const frame = useFrame(props)
  const { language } = useEditing()
  const Input = field.multiline ? TextArea : TextField
  return (
    <Input
      {...frame}
      {...(field.localized ? { lang: language } : {})}
      value={asText(value)}
      change={change}
    />
  )
}

function NumberInput(props: InputProps<FieldOf<'number'> | FieldOf<'money'>>) {
  const { field, value, change } = props
  const frame = useFrame(props)
  const language = useLanguage()
  const shown = field.type === 'money' ? centsText(value, language) : numberText(value, language)
  return (
    <FieldFrame {...frame}>
      {wiring => (
        <span className={styles.number}>
          {field.type === 'money' ? <span aria-hidden>€</span> : null}
          <input
            {...wiring}
            className={inputs.input}
            inputMode="decimal"
            autoComplete="off"
            value={shown}
            onChange={event => change(event.target.value)}
          />
        </span>
      )}
    </FieldFrame>
  )
}

function BooleanInput(props: InputProps<FieldOf<'boolean'>>) {
  const { field, value, change } = props
  const frame = useFrame(props)
  return (
    <CheckField
      {...frame}
      value={value === true}
      // What must be ticked has no other answer than yes.
      change={isOn => change(isOn || (field.required ? undefined : false))}
    />
  )
}

function TimeInput(props: InputProps<FieldOf<'date'> | FieldOf<'instant'>>) {
  const { field, value, change } = props
  const frame = useFrame(props)
  const isDay = field.type === 'date'
  return (
    <div className={styles.short}>
      <TextField
        {...frame}
        type={isDay ? 'date' : 'datetime-local'}
        value={isDay ? asText(value) : inputMoment(asText(value))}
        change={typed => change(isDay ? typed : momentFrom(typed))}
      />
    </div>
  )
}

const mostInSight = 7

function ChoiceInput(props: InputProps<FieldOf<'choice'>>) {
  const { field, value, change } = props
  const t = useTexts(texts)
  const language = useLanguage()
  const frame = useFrame(props)
  const options = field.options.map(option => ({
    value: option.value,
    label: said(option.label, language),
  }))
  if (field.many) {
    const chosen = [value ?? []].flat().map(String)
    return <ChecksField {...frame} value={chosen} change={change} options={options} />
  }
  const all = field.required && !isEmpty(value) ? options : [{ value: '', label: t.none }, ...options]
  const Input = options.length > mostInSight ? SelectField : ChoiceField
  return <Input {...frame} value={asText(value)} change={change} options={all} />
}

function ContactInput(props: InputProps<FieldOf<'email'> | FieldOf<'phone'>>) {
  const { field, value, change } = props
  const frame = useFrame(props)
  return (
    <TextField
      {...frame}
      type={field.type === 'email' ? 'email' : 'tel'}
      autoComplete="off"
      value={asText(value)}
      change={change}
    />
  )
}

function LinkInput(props: InputProps<FieldOf<'link'>>) {
  const { value, change } = props
  const t = useTexts(texts)
  const frame = useFrame(props)
  const listId = useId()
  const [wasEntered, setEntered] = useState(false)
  return (
    <FieldFrame {...frame} help={frame.help ?? t.linkHelp}>
      {wiring => (
        <>
          <input
            {...wiring}
            className={inputs.input}
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            list={listId}
            value={asText(value)}
            onFocus={() => setEntered(true)}
            onChange={event => change(event.target.value)}
          />
          {wasEntered ? <ListedPages id={listId} /> : null}
        </>
      )}
    </FieldFrame>
  )
}

function GroupInput(props: InputProps<FieldOf<'group'>>) {
  const { field, name, path, value, change } = props
  const frame = useFrame(props)
  const values = isObject(value) ? value : {}
  return (
    // Each of its fields says itself whether it can be left out.
    <GroupFrame {...frame} isOptional={false}>
      {() => (
        <div className={styles.inner}>
          <FieldInputs
            fields={field.fields}
            name={`${name}.`}
            path={`${path}.`}
            values={values}
            change={(key, next) => change(withKey(values, key, next))}
          />
        </div>
      )}
    </GroupFrame>
  )
}
