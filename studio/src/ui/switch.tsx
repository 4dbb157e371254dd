import { useId } from 'react'
import styles from './switch.module.css'

/** A choice between two or three views of the same thing. */
export function Switch<V extends string>(props: {
  label: string
  value: V
  change: (value: V) => void
  options: { value: V; label: string }[]
}) {
  const name = useId()
  return (
    <fieldset className={styles.switch}>
      <legend className="visually-hidden">{props.label}</legend>
      {props.options.map(({ value, label }) => (
        <label key={value} className={styles.option}>
          <input
            type="radio"
            className="visually-hidden"
            name={name}
            checked={value === props.value}
            onChange={() => props.change(value)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  )
}
