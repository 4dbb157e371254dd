import type { ChoiceOption } from '@helder/fields'
import { said } from '@helder/fields'
import { ActionIcon, Button } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { TextField } from '../../ui/form/fields.tsx'
import { useLanguage, useTexts } from '../../ui/language.tsx'
import { moved } from '../../ui/reorder/order.ts'
import { Reorder } from '../../ui/reorder/reorder.tsx'
import { useToasts } from '../../ui/toasts/toaster.tsx'
import { useBuilder } from './builder-context.ts'
import { focusSoon } from './focus.ts'
import { keyFrom } from './keys.ts'
import { LabelField } from './label-field.tsx'
import styles from './setup.module.css'
import { texts } from './texts.ts'
import { inserted } from './tree.ts'

/** The choices of a field: their words can change, what is kept of an answer stays. */
export function Options(props: {
  name: string
  options: ChoiceOption[]
  edit: (change: (options: ChoiceOption[]) => ChoiceOption[]) => void
}) {
  const { name, options, edit } = props
  const t = useTexts(texts)
  const language = useLanguage()
  const toasts = useToasts()
  const { languages } = useBuilder()
  const remove = (option: ChoiceOption, at: number) => {
    edit(now => now.filter(({ value }) => value !== option.value))
    focusSoon([`${name}.newOption`])
    toasts.done(t.removed(said(option.label, language)), async () => {
      edit(now => inserted(now, at, option))
      return true
    })
  }
  return (
    <fieldset className={styles.options}>
      <legend>{t.options}</legend>
      <Reorder
        label={t.options}
        items={options}
        keyOf={({ value }) => value}
        nameOf={({ label }) => said(label, language)}
        move={(from, to) => edit(now => moved(now, from, to))}
      >
        {(option, at, handle) => (
          <div className={styles.option}>
            {handle}
            <LabelField
              name={`${name}.options.${option.value}`}
              label={t.option(at + 1)}
              languages={languages}
              value={option.label}
              change={label =>
                edit(now => now.map(one => (one.value === option.value ? { ...one, label } : one)))
              }
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={t.removeOption(said(option.label, language))}
              onClick={() => remove(option, at)}
            >
              <IconX size={18} stroke={1.75} aria-hidden />
            </ActionIcon>
          </div>
        )}
      </Reorder>
      <NewOption name={name} options={options} add={option => edit(now => [...now, option])} />
    </fieldset>
  )
}

function NewOption(props: { name: string; options: ChoiceOption[]; add: (option: ChoiceOption) => void }) {
  const { name, options, add } = props
  const t = useTexts(texts)
  const { languages } = useBuilder()
  const [words, setWords] = useState('')
  const enter = () => {
    if (words.trim() === '') return
    add(optionFrom(words, languages[0] ?? 'nl', options))
    setWords('')
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter in the input does what the button beside it does
    <div
      className={styles.newOption}
      onKeyDown={event => {
        if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
        event.preventDefault()
        enter()
      }}
    >
      <TextField
        name={`${name}.newOption`}
        label={t.newOption}
        autoComplete="off"
        maxLength={300}
        value={words}
        change={setWords}
      />
      <Button
        variant="default"
        leftSection={<IconPlus size={18} stroke={1.75} aria-hidden />}
        onClick={enter}
      >
        {t.addOption}
      </Button>
    </div>
  )
}

/** A choice from what somebody typed, with a value that none of the others has. */
export function optionFrom(
  words: string,
  language: 'nl' | 'en',
  others: readonly ChoiceOption[],
): ChoiceOption {
  const taken = new Set(others.map(({ value }) => value))
  return { value: keyFrom(words, taken), label: { [language]: words.trim() } }
}
