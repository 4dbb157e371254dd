import { useSyncExternalStore } from 'react'
import { Dialog } from '../dialog.tsx'
import { CheckField } from '../form/fields.tsx'
import { KeyHint } from '../key-hint.tsx'
import { useTexts } from '../language.tsx'
import { texts } from '../texts.ts'
import { useCommandStore, usePlainKeys } from './commands.tsx'
import styles from './shortcuts.module.css'

/** The list of shortcuts: those that always work, those of tables, and those of what is shown now. */
export function Shortcuts({ close }: { close: () => void }) {
  const t = useTexts(texts)
  const store = useCommandStore()
  const commands = useSyncExternalStore(store.subscribe, store.commands)
  const [arePlainOn, setPlain] = usePlainKeys()
  const here = commands.flatMap(({ keys, label }): Line[] => (keys ? [[[keys], label]] : []))
  return (
    <Dialog title={t.shortcuts} isOpen close={close}>
      <List
        title={t.shortcutsEverywhere}
        lines={[
          [['mod+k'], t.keyPalette],
          [['mod+z'], t.keyUndo],
          [['?'], t.keyList],
          [['Escape'], t.keyClose],
        ]}
      />
      <List
        title={t.shortcutsTable}
        lines={[
          [['ArrowDown', 'ArrowUp'], t.keyMove],
          [['Home', 'End'], t.keyEnds],
          [['Enter'], t.keyOpen],
          [[' '], t.keySelect],
          [['shift+ '], t.keyRange],
        ]}
      />
      {here.length > 0 ? <List title={t.shortcutsHere} lines={here} /> : null}
      <CheckField
        name="plain-keys"
        label={t.plainKeys}
        help={t.plainKeysHelp}
        value={arePlainOn}
        change={setPlain}
      />
    </Dialog>
  )
}

type Line = [keys: string[], does: string]

function List({ title, lines }: { title: string; lines: Line[] }) {
  return (
    <section className={styles.part}>
      <h3>{title}</h3>
      <dl className={styles.list}>
        {lines.map(([keys, does]) => (
          <div key={does}>
            <dt>{does}</dt>
            <dd className={styles.keys}>
              {keys.map(one => (
                <KeyHint key={one} keys={one} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
