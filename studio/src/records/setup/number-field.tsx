import { useState } from 'react'
import { TextField } from '../../ui/form/fields.tsx'

/** A whole number, or none. What is not a number yet is kept as it was typed. */
export function NumberField(props: {
  name: string
  label: string
  value: number | undefined
  change: (value: number | undefined) => void
  least?: number
  most?: number
  isOptional?: boolean
}) {
  const {
    name,
    label,
    value,
    change,
    least = Number.MIN_SAFE_INTEGER,
    most = Number.MAX_SAFE_INTEGER,
  } = props
  const [typed, setTyped] = useState(value === undefined ? '' : String(value))
  const read = (words: string) => {
    setTyped(words)
    const number = Number(words.trim())
    if (words.trim() === '') change(undefined)
    else if (Number.isInteger(number) && number >= least && number <= most) change(number)
  }
  return (
    <TextField
      name={name}
      label={label}
      {...(props.isOptional ? { isOptional: true } : {})}
      inputMode="numeric"
      autoComplete="off"
      value={typed}
      change={read}
      // What could not be read goes: what stands there is what counts.
      onBlur={() => setTyped(value === undefined ? '' : String(value))}
    />
  )
}
