import { type Field, type Label, said } from '@helder/fields'
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useLanguage, useTexts } from '../../ui/language.tsx'
import { moved } from '../../ui/reorder/order.ts'
import { Reorder } from '../../ui/reorder/reorder.tsx'
import { useStable } from '../../ui/stable.ts'
import { useToasts } from '../../ui/toasts/toaster.tsx'
import { AddField } from './add-field.tsx'
import { useBuilder } from './builder-context.ts'
import { FieldRow } from './field-row.tsx'
import { focusFieldSoon, focusSoon } from './focus.ts'
import styles from './setup.module.css'
import { texts } from './texts.ts'
import { inserted, pathOf, withField } from './tree.ts'

// The dialog gives the focus back to its button a moment after it has closed.
const afterDialogMs = 80

/** Some fields in their order: opened one at a time, moved, removed with undo, and added to. */
export function FieldList(props: {
  fields: readonly Field[]
  /** The path of what they stand in; empty at the top. */
  above: string
  depth: number
  /** Changes the fields as they are by then. */
  edit: (change: (fields: Field[]) => Field[]) => void
  /** What they stand in; absent at the top. */
  owner?: { label: Label }
}) {
  const { fields, above, depth, owner } = props
  const t = useTexts(texts)
  const language = useLanguage()
  const toasts = useToasts()
  const { setOpen } = useBuilder()
  const list = useRef<HTMLDivElement>(null)
  const [isAdding, setAdding] = useState(false)
  const edit = useStable(props.edit)
  const name = (field: Field) => said(field.label, language)
  const remove = (field: Field, at: number) => {
    edit(now => now.filter(({ key }) => key !== field.key))
    setOpen(above === '' ? undefined : above)
    const neighbour = fields[at + 1] ?? fields[at - 1]
    focusFieldSoon(neighbour && pathOf(above, neighbour.key), list.current)
    toasts.done(t.removed(name(field)), async () => {
      edit(now => inserted(now, at, field))
      return true
    })
  }
  const label = owner ? t.fieldsOf(said(owner.label, language)) : t.fields
  return (
    <div ref={list} className={styles.fields}>
      <Reorder
        label={label}
        items={fields}
        keyOf={({ key }) => key}
        nameOf={name}
        move={(from, to) => edit(now => moved(now, from, to))}
      >
        {(field, at, handle) => (
          <FieldRow
            field={field}
            path={pathOf(above, field.key)}
            depth={depth}
            handle={handle}
            edit={change => edit(now => withField(now, field.key, change))}
            remove={() => remove(field, at)}
          />
        )}
      </Reorder>
      <div data-add>
        <Button
          variant="default"
          leftSection={<IconPlus size={18} stroke={1.75} aria-hidden />}
          onClick={() => setAdding(true)}
        >
          {t.addField}
        </Button>
      </div>
      <AddField
        isOpen={isAdding}
        close={() => setAdding(false)}
        depth={depth}
        taken={fields.map(({ key }) => key)}
        add={field => {
          edit(now => [...now, field])
          const path = pathOf(above, field.key)
          setOpen(path)
          focusSoon([`${path}.label`, `${path}.privacy`], afterDialogMs)
        }}
      />
    </div>
  )
}
