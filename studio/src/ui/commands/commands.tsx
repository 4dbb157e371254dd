import {
  createContext,
  lazy,
  type ReactNode,
  Suspense,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useSyncExternalStore,
} from 'react'
import { useKept } from '../kept.ts'
import { useTexts } from '../language.tsx'
import { texts } from '../texts.ts'
import { useToasts } from '../toasts/toaster.tsx'
import { isPlain, KeyReader } from './keys.ts'
import type { Command } from './rank.ts'
import { type CommandOrigin, type CommandSource, CommandStore } from './store.ts'

const StoreContext = createContext(new CommandStore())

/** The commands of this program. */
export function useCommandStore(): CommandStore {
  return useContext(StoreContext)
}

/** Adds commands to the palette for as long as a screen is shown; their keys work as long. */
export function useCommands(commands: Command[], origin: CommandOrigin = 'screen'): void {
  const store = useCommandStore()
  useEffect(() => store.add(commands, origin), [store, commands, origin])
}

/** Adds a search to the palette: what it finds on the server stands below the commands. */
export function useCommandSource(source: CommandSource): void {
  const store = useCommandStore()
  useEffect(() => store.addSource(source), [store, source])
}

// Not part of the first load: the palette comes when there is nothing else to do, the list when it is asked for.
const loadPalette = () => import('./palette.tsx').then(module => ({ default: module.Palette }))
const Palette = lazy(loadPalette)
const Shortcuts = lazy(() => import('./shortcuts.tsx').then(module => ({ default: module.Shortcuts })))

/** Everything inside can add commands; Ctrl K opens the palette and `?` the list of shortcuts. */
export function CommandsProvider({ children }: { children: ReactNode }) {
  const store = useMemo(() => new CommandStore(), [])
  const open = useSyncExternalStore(store.subscribe, store.opened)
  useEffect(() => {
    const timer = setTimeout(() => void loadPalette(), 1_500)
    return () => clearTimeout(timer)
  }, [])
  return (
    <StoreContext value={store}>
      <Keys />
      {children}
      <Suspense>
        {open === 'palette' ? <Palette close={() => store.open(null)} /> : null}
        {open === 'shortcuts' ? <Shortcuts close={() => store.open(null)} /> : null}
      </Suspense>
    </StoreContext>
  )
}

const editable = 'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable="true"]'

/** Whether letters of one key are on. */
export function usePlainKeys(): [boolean, (on: boolean) => void] {
  const [value, setValue] = useKept('plain-keys', ['on', 'off'])
  return [value === 'on', on => setValue(on ? 'on' : 'off')]
}

function Keys() {
  const store = useCommandStore()
  const toasts = useToasts()
  const t = useTexts(texts)
  const [arePlainOn] = usePlainKeys()
  const commands = useSyncExternalStore(store.subscribe, store.commands)
  const actions = useMemo(() => {
    const own: [string, () => void][] = [
      ['mod+k', () => store.open('palette')],
      ['?', () => store.open('shortcuts')],
      ['mod+z', () => void toasts.undo(t.undone)],
    ]
    const others = commands.flatMap(({ keys, run }): [string, () => void][] => (keys ? [[keys, run]] : []))
    return new Map([...others, ...own].filter(([keys]) => arePlainOn || !isPlain(keys)))
  }, [store, toasts, t, commands, arePlainOn])
  const reader = useRef(new KeyReader([]))
  useEffect(() => {
    reader.current = new KeyReader(actions.keys())
    const read = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof Element && event.target.closest(editable) !== null
      // In a field only the palette answers: the rest is the field's own.
      if (event.defaultPrevented || event.isComposing) return
      if (isTyping && !(event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey))) return
      const shortcut = reader.current.read(event, Date.now())
      const action = shortcut === null ? undefined : actions.get(shortcut)
      if (action === undefined || (shortcut !== 'mod+k' && document.querySelector('[aria-modal="true"]')))
        return
      event.preventDefault()
      action()
    }
    document.addEventListener('keydown', read)
    return () => document.removeEventListener('keydown', read)
  }, [actions])
  return null
}
