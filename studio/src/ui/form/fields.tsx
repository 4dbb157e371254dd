import { IconAlertCircle, IconCircleDashed, IconEye, IconEyeOff } from '@tabler/icons-react'
import { type InputHTMLAttributes, type ReactNode, useId, useState } from 'react'
import { useTexts } from '../language.tsx'
import { texts } from '../texts.ts'
import styles from './form.module.css'
import { useFieldError } from './form.tsx'
import inputs from './input.module.css'

/** What every field says around its input. */
export interface FrameProps {
  /** The path by which the server names it: `email`, `fields.0.key`. */
  name: string
  label: string
  help?: ReactNode
  /** Stands beside the label: the daylight mark. */
  mark?: ReactNode
  /** Something to know that is no fault: what is still needed, or could be better. */
  note?: ReactNode
  isOptional?: boolean
}

/** What ties an input to its frame. */
export interface Wiring {
  id: string
  name: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

/** Label, help, note and fault of one field, tied to its input for those who do not see them together. */
export function FieldFrame(
  props: FrameProps & {
    /** Takes the width there is: for what is written at length. */
    isWide?: boolean
    children: (wiring: Wiring) => ReactNode
  },
) {
  const { name, label, help, mark, note, isOptional, isWide } = props
  const t = useTexts(texts)
  const id = useId()
  const error = useFieldError(name)
  return (
    <div className={styles.frame} data-field={name} data-wide={isWide || undefined}>
      <div className={styles.label}>
        <label htmlFor={id} id={`${id}-label`}>
          {label}
        </label>
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
        'aria-describedby': describedBy(id, { help, note, error }),
        'aria-invalid': error ? true : undefined,
      })}
      <FieldNote id={`${id}-note`} note={note} />
      <FieldError id={`${id}-error`} error={error} />
    </div>
  )
}

/** The same around a field that is made of several inputs. */
export function GroupFrame(props: FrameProps & { children: (wiring: Wiring) => ReactNode }) {
  const { name, label, help, mark, note, isOptional } = props
  const t = useTexts(texts)
  const id = useId()
  const error = useFieldError(name)
  const described = describedBy(id, { help, note, error })
  return (
    <fieldset className={styles.group} data-field={name} aria-describedby={described}>
      <div className={styles.label}>
        <legend className={styles.legend}>{label}</legend>
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
        name: `${id}-${name}`,
        'aria-describedby': error ? `${id}-error` : undefined,
        'aria-invalid': error ? true : undefined,
      })}
      <FieldNote id={`${id}-note`} note={note} />
      <FieldError id={`${id}-error`} error={error} />
    </fieldset>
  )
}

function describedBy(
  id: string,
  said: { help: ReactNode; note: ReactNode; error: string | undefined },
): string | undefined {
  const ids = Object.entries(said).flatMap(([part, content]) => (content ? [`${id}-${part}`] : []))
  return ids.length > 0 ? ids.join(' ') : undefined
}

function FieldNote({ id, note }: { id: string; note: ReactNode }) {
  if (!note) return null
  return (
    <div id={id} className={styles.note}>
      <IconCircleDashed size={16} stroke={1.75} aria-hidden />
      <span>{note}</span>
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
  | 'lang'
>

/** What a field for text takes. */
export interface TextFieldProps extends FrameProps, Passed {
  value: string
  change: (value: string) => void
  type?: 'text' | 'email' | 'url' | 'tel' | 'search' | 'number' | 'date' | 'datetime-local'
  /** Focus goes here when a dialog opens. */
  'data-autofocus'?: boolean
}

/** A field for a line of text. */
export function TextField(props: TextFieldProps) {
  const { name, label, help, mark, note, isOptional, value, change, type = 'text', ...rest } = props
  return (
    <FieldFrame {...frameOf({ name, label, help, mark, note, isOptional })}>
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
    </FieldFrame>
  )
}

/** A field for some lines of text. */
export function TextArea(props: TextFieldProps & { rows?: number }) {
  const {
    name,
    label,
    help,
    mark,
    note,
    isOptional,
    value,
    change,
    rows = 4,
    maxLength,
    lang,
    onBlur: _blur,
    ...rest
  } = props
  return (
    <FieldFrame {...frameOf({ name, label, help, mark, note, isOptional })}>
      {wiring => (
        <textarea
          {...wiring}
          {...(maxLength === undefined ? {} : { maxLength })}
          {...(lang === undefined ? {} : { lang })}
          {...(rest['data-autofocus'] ? { 'data-autofocus': true } : {})}
          rows={rows}
          className={inputs.input}
          value={value}
          onChange={event => change(event.target.value)}
        />
      )}
    </FieldFrame>
  )
}

/** A field for a password, which can be shown to whoever types it. */
export function PasswordField(props: Omit<TextFieldProps, 'type'>) {
  const { name, label, help, mark, note, isOptional, value, change, ...rest } = props
  const t = useTexts(texts)
  const [isShown, setShown] = useState(false)
  const Icon = isShown ? IconEyeOff : IconEye
  return (
    <FieldFrame {...frameOf({ name, label, help, mark, note, isOptional })}>
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
    </FieldFrame>
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
  /** How options stand: below each other, beside each other where they are a word each, or in columns. */
  shape?: 'rows' | 'beside' | 'columns'
}

/** A choice of one, all options in sight: for up to about seven. */
export function ChoiceField<V extends string>(props: ChoiceProps<V>) {
  const { name, label, help, mark, note, isOptional, value, change, options, disabled } = props
  return (
    <GroupFrame {...frameOf({ name, label, help, mark, note, isOptional })}>
      {({ name: group, ...wiring }) => (
        <div className={styles.options} data-dense={props.isDense || undefined} data-shape={props.shape}>
          {options.map(option => (
            <OptionLine
              key={option.value}
              option={option}
              input={{
                type: 'radio',
                name: group,
                checked: option.value === value,
                disabled: disabled || option.disabled,
                'aria-invalid': wiring['aria-invalid'],
                'aria-describedby': wiring['aria-describedby'],
                onChange: () => change(option.value),
              }}
            />
          ))}
        </div>
      )}
    </GroupFrame>
  )
}

/** A choice of any number, all options in sight. */
export function ChecksField<V extends string>(
  props: Omit<ChoiceProps<V>, 'value' | 'change'> & {
    value: readonly V[]
    change: (value: V[]) => void
  },
) {
  const { name, label, help, mark, note, isOptional, value, change, options, disabled } = props
  return (
    <GroupFrame {...frameOf({ name, label, help, mark, note, isOptional })}>
      {wiring => (
        <div className={styles.options} data-dense={props.isDense || undefined} data-shape={props.shape}>
          {options.map(option => (
            <OptionLine
              key={option.value}
              option={option}
              input={{
                type: 'checkbox',
                checked: value.includes(option.value),
                disabled: disabled || option.disabled,
                'aria-invalid': wiring['aria-invalid'],
                'aria-describedby': wiring['aria-describedby'],
                // In the order of the options, whichever was ticked first.
                onChange: event =>
                  change(
                    options
                      .map(other => other.value)
                      .filter(other =>
                        other === option.value ? event.target.checked : value.includes(other),
                      ),
                  ),
              }}
            />
          ))}
        </div>
      )}
    </GroupFrame>
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
  const { name, label, help, mark, note, isOptional, value, change, options, disabled } = props
  return (
    <FieldFrame {...frameOf({ name, label, help, mark, note, isOptional })}>
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
    </FieldFrame>
  )
}

/** Something to agree with, or to switch on. */
export function CheckField(
  props: FrameProps & { value: boolean; change: (value: boolean) => void; disabled?: boolean },
) {
  const { name, label, help, mark, note, value, change, disabled } = props
  const id = useId()
  const error = useFieldError(name)
  return (
    <div className={styles.group} data-field={name}>
      <div className={mark ? styles.marked : undefined}>
        <OptionLine
          option={{ label, help }}
          input={{
            type: 'checkbox',
            name,
            checked: value,
            disabled,
            'aria-invalid': error ? true : undefined,
            'aria-describedby': describedBy(id, { help: null, note, error }),
            onChange: event => change(event.target.checked),
          }}
        />
        {mark}
      </div>
      <FieldNote id={`${id}-note`} note={note} />
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
  note?: ReactNode | undefined
  isOptional?: boolean | undefined
}): FrameProps {
  const { isOptional, ...rest } = props
  return isOptional === undefined ? rest : { ...rest, isOptional }
}
