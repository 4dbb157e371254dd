import { IconAlertCircle, IconEye, IconEyeOff } from '@tabler/icons-react'
import { type InputHTMLAttributes, type ReactNode, useId, useState } from 'react'
import { useTexts } from '../language.tsx'
import { texts } from '../texts.ts'
import styles from './form.module.css'
import { useFieldError } from './form.tsx'
import inputs from './input.module.css'

/** What every field says around its input. */
interface FrameProps {
  /** The path by which the server names it: `email`, `fields.0.key`. */
  name: string
  label: string
  help?: ReactNode
  /** Stands beside the label: the daylight mark. */
  mark?: ReactNode
  isOptional?: boolean
}

interface Wiring {
  id: string
  name: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

// Label, help and fault of one field, tied to its input for those who do not see them together.
function Frame(props: FrameProps & { children: (wiring: Wiring) => ReactNode }) {
  const { name, label, help, mark, isOptional } = props
  const t = useTexts(texts)
  const id = useId()
  const error = useFieldError(name)
  const described = [help ? `${id}-help` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <div className={styles.frame}>
      <div className={styles.label}>
        <label htmlFor={id}>{label}</label>
        {mark}
        {isOptional ? <span className={styles.aside}>{t.optional}</span> : null}
      </div>
      {help ? (
        <div id={`${id}-help`} className={styles.help}>
          {help}
        </div>
      ) : null}
      {props.children({
        id,
        name,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined,
      })}
      <FieldError id={`${id}-error`} error={error} />
    </div>
  )
}

function FieldError({ id, error }: { id: string; error: string | undefined }) {
  if (!error) return null
  return (
    <div id={id} className={styles.error}>
      <IconAlertCircle size={18} stroke={1.75} aria-hidden />
      {error}
    </div>
  )
}

type Passed = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  | 'autoComplete'
  | 'inputMode'
  | 'placeholder'
  | 'disabled'
  | 'maxLength'
  | 'onBlur'
  | 'autoFocus'
  | 'spellCheck'
>

/** What a field for text takes. */
export interface TextFieldProps extends FrameProps, Passed {
  value: string
  change: (value: string) => void
  type?: 'text' | 'email' | 'url' | 'tel' | 'search' | 'number'
  /** Focus goes here when a dialog opens. */
  'data-autofocus'?: boolean
}

/** A field for a line of text. */
export function TextField(props: TextFieldProps) {
  const { name, label, help, mark, isOptional, value, change, type = 'text', ...rest } = props
  return (
    <Frame {...frameOf({ name, label, help, mark, isOptional })}>
      {wiring => (
        <input
          {...wiring}
          {...rest}
          type={type}
          className={inputs.input}
          value={value}
          onChange={event => change(event.target.value)}
        />
      )}
    </Frame>
  )
}

/** A field for some lines of text. */
export function TextArea(props: TextFieldProps & { rows?: number }) {
  const {
    name,
    label,
    help,
    mark,
    isOptional,
    value,
    change,
    rows = 4,
    maxLength,
    onBlur: _blur,
    ...rest
  } = props
  return (
    <Frame {...frameOf({ name, label, help, mark, isOptional })}>
      {wiring => (
        <textarea
          {...wiring}
          {...(maxLength === undefined ? {} : { maxLength })}
          {...(rest['data-autofocus'] ? { 'data-autofocus': true } : {})}
          rows={rows}
          className={inputs.input}
          value={value}
          onChange={event => change(event.target.value)}
        />
      )}
    </Frame>
  )
}

/** A field for a password, which can be shown to whoever types it. */
export function PasswordField(props: Omit<TextFieldProps, 'type'>) {
  const { name, label, help, mark, isOptional, value, change, ...rest } = props
  const t = useTexts(texts)
  const [isShown, setShown] = useState(false)
  const Icon = isShown ? IconEyeOff : IconEye
  return (
    <Frame {...frameOf({ name, label, help, mark, isOptional })}>
      {wiring => (
        <div className={inputs.withButton}>
          <input
            {...wiring}
            {...rest}
            type={isShown ? 'text' : 'password'}
            className={inputs.input}
            value={value}
            onChange={event => change(event.target.value)}
          />
          <button
            type="button"
            className={inputs.button}
            aria-pressed={isShown}
            aria-label={t.showPassword}
            onClick={() => setShown(!isShown)}
          >
            <Icon size={20} stroke={1.75} aria-hidden />
          </button>
        </div>
      )}
    </Frame>
  )
}

/** One of the things to choose from. */
export interface Option<V extends string> {
  value: V
  label: string
  help?: ReactNode
  disabled?: boolean | undefined
}

interface ChoiceProps<V extends string> extends FrameProps {
  value: V | null
  change: (value: V) => void
  options: Option<V>[]
  disabled?: boolean
  /** The help of each option behind it rather than below it: for many options with short names. */
  isDense?: boolean
}

/** A choice of one, all options in sight: for up to about seven. */
export function ChoiceField<V extends string>(props: ChoiceProps<V>) {
  const { name, label, help, mark, value, change, options, disabled } = props
  const id = useId()
  const error = useFieldError(name)
  return (
    <fieldset className={styles.group} aria-describedby={help ? `${id}-help` : undefined}>
      <div className={styles.label}>
        <legend className={styles.legend}>{label}</legend>
        {mark}
      </div>
      {help ? (
        <div id={`${id}-help`} className={styles.help}>
          {help}
        </div>
      ) : null}
      <div className={styles.options} data-dense={props.isDense || undefined}>
        {options.map(option => (
          <OptionLine
            key={option.value}
            option={option}
            input={{
              type: 'radio',
              name: `${id}-${name}`,
              checked: option.value === value,
              disabled: disabled || option.disabled,
              'aria-invalid': error ? true : undefined,
              'aria-describedby': error ? `${id}-error` : undefined,
              onChange: () => change(option.value),
            }}
          />
        ))}
      </div>
      <FieldError id={`${id}-error`} error={error} />
    </fieldset>
  )
}

function OptionLine({
  option,
  input,
}: {
  option: Omit<Option<string>, 'value'>
  input: InputHTMLAttributes<HTMLInputElement>
}) {
  return (
    <label className={styles.option}>
      <input {...input} />
      <span>{option.label}</span>
      {option.help ? <span className={styles.help}>{option.help}</span> : null}
    </label>
  )
}

/** A choice of one from a list that unfolds: for many options, or where there is little room. */
export function SelectField<V extends string>(props: ChoiceProps<V>) {
  const { name, label, help, mark, isOptional, value, change, options, disabled } = props
  return (
    <Frame {...frameOf({ name, label, help, mark, isOptional })}>
      {wiring => (
        <select
          {...wiring}
          disabled={disabled}
          className={`${inputs.input} ${styles.select}`}
          value={value ?? ''}
          onChange={event => {
            const chosen = options.find(option => option.value === event.target.value)
            if (chosen) change(chosen.value)
          }}
        >
          {value === null ? <option value="" hidden /> : null}
          {options.map(option => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Frame>
  )
}

/** Something to agree with, or to switch on. */
export function CheckField(
  props: FrameProps & { value: boolean; change: (value: boolean) => void; disabled?: boolean },
) {
  const { name, label, help, value, change, disabled } = props
  const id = useId()
  const error = useFieldError(name)
  return (
    <div className={styles.group}>
      <OptionLine
        option={{ label, help }}
        input={{
          type: 'checkbox',
          name,
          checked: value,
          disabled,
          'aria-invalid': error ? true : undefined,
          'aria-describedby': error ? `${id}-error` : undefined,
          onChange: event => change(event.target.checked),
        }}
      />
      <FieldError id={`${id}-error`} error={error} />
    </div>
  )
}

// Absent and undefined are two things to the compiler; frames take what is there.
function frameOf(props: {
  name: string
  label: string
  help?: ReactNode | undefined
  mark?: ReactNode | undefined
  isOptional?: boolean | undefined
}): FrameProps {
  const { isOptional, ...rest } = props
  return isOptional === undefined ? rest : { ...rest, isOptional }
}
