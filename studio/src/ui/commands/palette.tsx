import { Modal } from '@mantine/core'
import '@mantine/core/styles/Modal.layer.css'
import '@mantine/core/styles/ModalBase.layer.css'
import '@mantine/core/styles/Overlay.layer.css'
import { IconArrowRight, IconBolt, IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { keep, readKept } from '../kept.ts'
import { KeyHint } from '../key-hint.tsx'
import { useTexts } from '../language.tsx'
import { texts } from '../texts.ts'
import { useCommandStore } from './commands.tsx'
import styles from './palette.module.css'
import { type Command, rankCommands } from './rank.ts'

const icons = { go: IconArrowRight, do: IconBolt, found: IconSearch }
const shownMost = 50

/** Everything that can be gone to or done, found by typing. */
export function Palette({ close }: { close: () => void }) {
  const t = useTexts(texts)
  return (
    <Modal
      opened
      onClose={close}
      withCloseButton={false}
      size="40rem"
      padding={0}
      yOffset="12vh"
      aria-label={t.palette}
      overlayProps={{ color: 'var(--veil)', backgroundOpacity: 1 }}
      transitionProps={{ duration: 100, transition: 'fade' }}
      classNames={{ content: styles.content ?? '' }}
    >
      <Search close={close} />
    </Modal>
  )
}

// Whoever types on after Ctrl K types here: the dialog itself moves the focus a moment later.
function focusAtOnce(input: HTMLInputElement | null): void {
  input?.focus()
}

// What had the focus gets it back, unless something was chosen: then that decides where one is.
function useReturn(): () => void {
  const wasChosen = useRef(false)
  useEffect(() => {
    const before = document.activeElement
    return () => {
      if (!wasChosen.current && before instanceof HTMLElement) before.focus()
    }
  }, [])
  return () => {
    wasChosen.current = true
  }
}

function Search({ close }: { close: () => void }) {
  const t = useTexts(texts)
  const id = useId()
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const found = useFound(query)
  const chosen = found[Math.min(at, found.length - 1)]
  const leave = useReturn()
  const run = (command: Command) => {
    leave()
    remember(command)
    close()
    command.run()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const to = stepped(event.key, at, found.length)
    if (event.key === 'Enter' && chosen) run(chosen)
    else if (to !== null) setAt(to)
    else return
    event.preventDefault()
  }
  return (
    <>
      <div className={styles.top}>
        <IconSearch size={20} stroke={1.75} aria-hidden />
        <input
          ref={focusAtOnce}
          className={styles.input}
          role="combobox"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={chosen ? `${id}-${chosen.id}` : undefined}
          aria-label={t.palette}
          placeholder={t.paletteHint}
          data-autofocus
          autoComplete="off"
          spellCheck={false}
          value={query}
          onChange={event => {
            setQuery(event.target.value)
            setAt(0)
          }}
          onKeyDown={onKeyDown}
        />
        <KeyHint keys="Escape" />
      </div>
      <div role="listbox" id={`${id}-list`} aria-label={t.palette} className={styles.list}>
        {found.map((command, index) => (
          <Line
            key={command.id}
            id={`${id}-${command.id}`}
            command={command}
            isChosen={command === chosen}
            point={() => setAt(index)}
            run={() => run(command)}
          />
        ))}
      </div>
      {found.length === 0 ? <p className={styles.none}>{t.nothingFound(query)}</p> : null}
      <p role="status" className="visually-hidden">
        {query ? t.results(found.length) : ''}
      </p>
    </>
  )
}

interface LineProps {
  id: string
  command: Command
  isChosen: boolean
  point: () => void
  run: () => void
}

function Line({ id, command, isChosen, point, run }: LineProps) {
  const t = useTexts(texts)
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isChosen) ref.current?.scrollIntoView({ block: 'nearest' })
  }, [isChosen])
  const Icon = icons[command.group]
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys, by aria-activedescendant
    <div
      ref={ref}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      className={styles.line}
      onPointerMove={point}
      onClick={run}
    >
      <Icon size={18} stroke={1.75} aria-hidden className={styles.icon} />
      <span className={styles.label}>
        {command.label}
        {command.hint ? <span className={styles.hint}>{command.hint}</span> : null}
      </span>
      <span className={styles.group}>{t[command.group]}</span>
      {command.keys ? <KeyHint keys={command.keys} /> : null}
    </div>
  )
}

function stepped(key: string, at: number, count: number): number | null {
  if (count === 0) return null
  const last = count - 1
  if (key === 'ArrowDown') return at >= last ? 0 : at + 1
  if (key === 'ArrowUp') return at <= 0 ? last : at - 1
  if (key === 'PageDown') return Math.min(last, at + 8)
  if (key === 'PageUp') return Math.max(0, at - 8)
  return null
}

// What is here comes at once; what searches find comes below it as it arrives.
function useFound(query: string): Command[] {
  const store = useCommandStore()
  const commands = useSyncExternalStore(store.subscribe, store.commands)
  const [recent] = useState(readRecent)
  const searched = useSearched(query)
  return useMemo(
    () => [...rankCommands([...commands], query, recent), ...searched].slice(0, shownMost),
    [commands, query, recent, searched],
  )
}

const nothing: Command[] = []

function useSearched(query: string): Command[] {
  const store = useCommandStore()
  const [searched, setSearched] = useState<{ query: string; commands: Command[] }>({
    query: '',
    commands: [],
  })
  useEffect(() => {
    const sources = store.sources()
    if (query.trim().length < 2 || sources.length === 0) return
    const stop = new AbortController()
    const timer = setTimeout(async () => {
      const answers = await Promise.allSettled(sources.map(source => source(query, stop.signal)))
      if (stop.signal.aborted) return
      const commands = answers.flatMap(answer => (answer.status === 'fulfilled' ? answer.value : []))
      setSearched({ query, commands })
    }, 150)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [store, query])
  return searched.query === query ? searched.commands : nothing
}

const remembered = 8

function readRecent(): string[] {
  return (readKept('recent-commands') ?? '').split(' ').filter(Boolean)
}

// Found things are left out: their ids are of somebody's records.
function remember(command: Command): void {
  if (command.group === 'found') return
  const recent = [command.id, ...readRecent().filter(id => id !== command.id)]
  keep('recent-commands', recent.slice(0, remembered).join(' '))
}
