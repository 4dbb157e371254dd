import { type Field, said } from '@helder/fields'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import inputs from '../../ui/form/input.module.css'
import { useLanguage, useTexts } from '../../ui/language.tsx'
import { Switch } from '../../ui/switch.tsx'
import { type ListSearch, listSearch } from '../search.ts'
import styles from './content.module.css'
import { choosable, filterOf, withFilter } from './filters.ts'
import { texts } from './texts.ts'

// What is undefined goes out of the address.
type Change = { [K in keyof ListSearch]: ListSearch[K] | undefined }

/** What a list is asked for, and the way to change it; what stands open beside it stays open. */
export function useListSearch(): [ListSearch, (change: Change) => void] {
  const search: ListSearch = useSearch({ strict: false })
  const navigate = useNavigate()
  const change = (next: Change) =>
    void navigate({ to: '.', search: listSearch({ ...search, ...next }), replace: true, resetScroll: false })
  return [search, change]
}

/** Narrows the list of a collection: by the title, by choices, or to what was thrown away. */
export function FilterBar({ fields, searchBy }: { fields: readonly Field[]; searchBy: string | null }) {
  const t = useTexts(texts)
  const [search, change] = useListSearch()
  const named = fields.find(({ key }) => key === searchBy)
  return (
    <search className={styles.filters} aria-label={t.filters}>
      {named ? <FindBox field={named} /> : null}
      {choosable(fields).map(field => (
        <FilterSelect key={field.key} field={field} />
      ))}
      <Switch
        label={t.show}
        value={search.bin ? 'bin' : 'items'}
        change={value => change({ bin: value === 'bin' ? true : undefined })}
        options={[
          { value: 'items', label: t.items },
          { value: 'bin', label: t.bin },
        ]}
      />
    </search>
  )
}

const pauseMs = 300

function FindBox({ field }: { field: Field }) {
  const t = useTexts(texts)
  const language = useLanguage()
  const [{ filter }, change] = useListSearch()
  const asked = filterOf(filter, field.key)
  const [typed, setTyped] = useState(asked)
  const [known, setKnown] = useState(asked)
  // The address changed by itself: back, forward, or everything shown again.
  if (asked !== known) {
    setKnown(asked)
    if (asked !== typed.trim()) setTyped(asked)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is typed asks anew
  useEffect(() => {
    if (typed.trim() === asked) return
    const timer = setTimeout(() => change({ filter: filtersOf(filter, field.key, typed.trim()) }), pauseMs)
    return () => clearTimeout(timer)
  }, [typed])
  const label = t.findBy(said(field.label, language))
  return (
    <input
      type="search"
      aria-label={label}
      placeholder={label}
      className={`${inputs.input} ${styles.find}`}
      value={typed}
      onChange={event => setTyped(event.target.value)}
    />
  )
}

// An address without filters does not mention them.
function filtersOf(filters: readonly string[] | undefined, key: string, value: string): string[] | undefined {
  const next = withFilter(filters, key, value)
  return next.length > 0 ? next : undefined
}

function FilterSelect({ field }: { field: Field }) {
  const t = useTexts(texts)
  const language = useLanguage()
  const [{ filter }, change] = useListSearch()
  const name = said(field.label, language)
  const options =
    field.type === 'choice'
      ? field.options.map(({ value, label }) => ({ value, label: t.option(name, said(label, language)) }))
      : [
          { value: 'true', label: t.yes(name) },
          { value: 'false', label: t.no(name) },
        ]
  return (
    <select
      aria-label={name}
      className={`${inputs.input} ${styles.choose}`}
      value={filterOf(filter, field.key)}
      onChange={event => change({ filter: filtersOf(filter, field.key, event.target.value) })}
    >
      <option value="">{t.any(name)}</option>
      {options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  )
}
