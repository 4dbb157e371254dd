import { type FieldOf, said } from '@helder/fields'
import { listRecords } from '@helder/server/records/rows/schema'
import { ActionIcon } from '@mantine/core'
import '@mantine/core/styles/ActionIcon.layer.css'
import { IconX } from '@tabler/icons-react'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { useReply } from '../../core/api.tsx'
import { FieldFrame, type Wiring } from '../../ui/form/fields.tsx'
import inputs from '../../ui/form/input.module.css'
import { useLanguage, useTexts } from '../../ui/language.tsx'
import type { ListedCollection } from '../site.ts'
import { type InputProps, useEditing, useFrame } from './editing.tsx'
import styles from './fields.module.css'
import { refocus } from './refocus.ts'
import { texts } from './texts.ts'

interface Found {
  recordId: string
  title: string
}

/** The input of a reference: what was chosen, and a search by title for what is not yet. */
export function ReferenceInput(props: InputProps<FieldOf<'reference'>>) {
  const { field, value, change } = props
  const t = useTexts(texts)
  const frame = useFrame(props)
  const { collections, references } = useEditing()
  const [chosenHere, setChosenHere] = useState<Record<string, string>>({})
  const target = collections.find(({ key, kind }) => key === field.collection && kind === 'content')
  const ids = [value ?? []].flat().filter(id => typeof id === 'string' && id !== '') as string[]
  const titleOf = (id: string) => chosenHere[id] ?? references[id] ?? t.gone
  const choose = ({ recordId, title }: Found) => {
    setChosenHere({ ...chosenHere, [recordId]: title })
    change(field.many ? [...ids, recordId] : recordId)
  }
  const canChoose = field.many || ids.length === 0
  const frameElement = useRef<HTMLDivElement>(null)
  return (
    <FieldFrame {...frame}>
      {wiring => (
        <div ref={frameElement} className={styles.references}>
          <Chosen
            ids={ids}
            titleOf={titleOf}
            remove={id => {
              change(field.many ? ids.filter(other => other !== id) : undefined)
              refocus(frameElement.current, 0, 'input')
            }}
          />
          {target === undefined ? <p className={styles.aside}>{t.noCollection}</p> : null}
          {canChoose && target ? (
            <Search wiring={wiring} target={target} taken={ids} choose={choose} />
          ) : null}
        </div>
      )}
    </FieldFrame>
  )
}

function Chosen(props: { ids: string[]; titleOf: (id: string) => string; remove: (id: string) => void }) {
  const { ids, titleOf, remove } = props
  const t = useTexts(texts)
  if (ids.length === 0) return null
  return (
    <ul className={styles.chosen}>
      {ids.map(id => (
        <li key={id}>
          <span>{titleOf(id)}</span>
          <ActionIcon
            variant="transparent"
            color="gray"
            size="sm"
            aria-label={t.unchoose(titleOf(id))}
            onClick={() => remove(id)}
          >
            <IconX size={16} stroke={1.75} aria-hidden />
          </ActionIcon>
        </li>
      ))}
    </ul>
  )
}

const shownMost = 20

// Where titles are not indexed the newest are looked through here.
function useFound(target: ListedCollection, query: string, taken: string[], when: boolean) {
  const { collectionId, searchBy } = target
  const bySearch = searchBy !== null && query !== ''
  const { data } = useReply(
    listRecords,
    {
      params: { collectionId },
      query: {
        limit: searchBy === null ? 200 : shownMost + taken.length,
        ...(bySearch ? { filter: `${searchBy}:${query}`, sort: searchBy } : {}),
      },
    },
    { topics: ['records.record'], when, keepLast: true },
  )
  const plain = query.toLowerCase()
  return data?.records
    .filter(({ recordId }) => !taken.includes(recordId))
    .filter(({ title }) => bySearch || title.toLowerCase().includes(plain))
    .slice(0, shownMost)
}

function Search(props: {
  wiring: Wiring
  target: ListedCollection
  taken: string[]
  choose: (found: Found) => void
}) {
  const { wiring, target, taken, choose } = props
  const t = useTexts(texts)
  const language = useLanguage()
  const listId = useId()
  const [query, setQuery] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  const found = useFound(target, query.trim(), taken, isOpen)
  const current = Math.min(at, (found?.length ?? 1) - 1)
  const take = (one: Found | undefined) => {
    if (one === undefined) return
    choose(one)
    setQuery('')
    setOpen(false)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const count = found?.length ?? 0
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setOpen(true)
      const step = event.key === 'ArrowDown' ? 1 : -1
      if (isOpen && count > 0) setAt((current + step + count) % count)
    }
    if (event.key === 'Enter' && isOpen) {
      event.preventDefault()
      take(found?.[current])
    }
    if (event.key === 'Escape' && isOpen) {
      // Only the list closes, not the panel around it.
      event.preventDefault()
      event.nativeEvent.stopImmediatePropagation()
      setOpen(false)
    }
  }
  return (
    <div className={styles.search}>
      <input
        {...wiring}
        type="text"
        role="combobox"
        className={inputs.input}
        autoComplete="off"
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && found?.[current] ? `${listId}-${current}` : undefined}
        placeholder={t.find(said(target.name, language))}
        value={query}
        onChange={event => {
          setQuery(event.target.value)
          setAt(0)
          setOpen(true)
        }}
        onClick={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      <Options
        id={listId}
        label={said(target.name, language)}
        isOpen={isOpen}
        found={found}
        current={current}
        take={take}
      />
    </div>
  )
}

function Options(props: {
  id: string
  label: string
  isOpen: boolean
  found: readonly Found[] | undefined
  current: number
  take: (found: Found) => void
}) {
  const { id, label, isOpen, found, current, take } = props
  const t = useTexts(texts)
  const said =
    found === undefined ? t.looking : found.length === 0 ? t.nothingToRefer : t.options(found.length)
  return (
    <>
      <div
        id={id}
        role="listbox"
        aria-label={label}
        className={styles.options}
        hidden={!isOpen || !found?.length}
      >
        {isOpen
          ? found?.map((one, at) => (
              // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the input, which names the current one
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the input
              <div
                key={one.recordId}
                id={`${id}-${at}`}
                role="option"
                aria-selected={at === current}
                className={styles.option}
                // The focus stays where it is, so that the list does not close first.
                onPointerDown={event => event.preventDefault()}
                onClick={() => take(one)}
              >
                {one.title}
              </div>
            ))
          : null}
      </div>
      <p role="status" className={isOpen && !found?.length ? styles.aside : 'visually-hidden'}>
        {isOpen ? said : ''}
      </p>
    </>
  )
}
