import { type BlockKind, type Field, type FieldOf, isObject, plainText, said } from '@helder/fields'
import { ActionIcon, Button } from '@mantine/core'
import '@mantine/core/styles/ActionIcon.layer.css'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { GroupFrame } from '../../ui/form/fields.tsx'
import { useLanguage, useTexts } from '../../ui/language.tsx'
import { Reorder } from '../../ui/reorder/reorder.tsx'
import { useStable } from '../../ui/stable.ts'
import { useToasts } from '../../ui/toasts/toaster.tsx'
import { type InputProps, useFrame } from './editing.tsx'
import { FieldInput, FieldInputs } from './field-input.tsx'
import styles from './fields.module.css'
import { refocus } from './refocus.ts'
import { texts } from './texts.ts'
import { withKey } from './typed.ts'
import { type Items, useItems } from './use-items.ts'

const mostItems = 200

// What takes more than a line has a line of its own above it.
const roomy: Field['type'][] = ['group', 'blocks', 'list', 'richText', 'file', 'image', 'choice', 'boolean']

/** The input of a list: items that are added, moved by hand or by keys, and taken out with a way back. */
export function ListInput(props: InputProps<FieldOf<'list'>>) {
  const { field, name, path, value, change } = props
  const t = useTexts(texts)
  const language = useLanguage()
  const list = Array.isArray(value) ? value : []
  const items = useItems(list, change)
  // Of a list of plain values the mark stands above all of them.
  const frame = useFrame({ ...props, field: { ...field, privacy: field.privacy ?? field.of.privacy } })
  const own = said(field.of.label, language)
  const nameOf = (at: number) => t.itemName(own, at + 1)
  return (
    <GroupFrame {...frame}>
      {() => (
        <ItemList
          label={frame.label}
          list={list}
          items={items}
          nameOf={nameOf}
          isPlain={!roomy.includes(field.of.type)}
          most={field.most ?? mostItems}
          adding={isFull => (
            <AddButton
              label={t.add(own)}
              isFull={isFull}
              add={() => items.put(emptyOf(field.of), list.length)}
            />
          )}
        >
          {at => (
            <ListItem
              field={itemField(field, at)}
              name={`${name}.${at}`}
              path={`${path}.*`}
              value={list[at]}
              change={item => items.change(at, item ?? '')}
            />
          )}
        </ItemList>
      )}
    </GroupFrame>
  )
}

// What an item of a group is called stands above it already.
function ListItem(props: InputProps) {
  const { field, name, path, value, change } = props
  if (field.type !== 'group') return <FieldInput {...props} />
  const values = isObject(value) ? value : {}
  return (
    <div className={styles.inner}>
      <FieldInputs
        fields={field.fields}
        name={`${name}.`}
        path={`${path}.`}
        values={values}
        change={(key, next) => change(withKey(values, key, next))}
      />
    </div>
  )
}

// An item says about people what its list says, where it says nothing itself, and is called by its place.
function itemField({ of, privacy }: FieldOf<'list'>, at: number): Field {
  const numbered = (words: string | undefined) => (words === undefined ? undefined : `${words} ${at + 1}`)
  return {
    ...of,
    required: true,
    label: { nl: numbered(of.label.nl), en: numbered(of.label.en) },
    privacy: of.privacy ?? privacy,
  }
}

function emptyOf({ type }: Field): unknown {
  if (type === 'group') return {}
  return type === 'list' || type === 'blocks' ? [] : ''
}

/** The input of blocks: a list in which each item is of one of some kinds. */
export function BlocksInput(props: InputProps<FieldOf<'blocks'>>) {
  const { field, name, path, value, change } = props
  const t = useTexts(texts)
  const language = useLanguage()
  const list = Array.isArray(value) ? value.filter(isObject) : []
  const items = useItems(list, change)
  const frame = useFrame(props)
  const kindOf = (at: number) => field.blocks.find(({ key }) => key === list[at]?.type)
  const nameOf = (at: number) => {
    const kind = kindOf(at)
    return t.itemName(kind ? said(kind.label, language) : '', at + 1)
  }
  return (
    <GroupFrame {...frame}>
      {() => (
        <ItemList
          label={frame.label}
          list={list}
          items={items}
          nameOf={nameOf}
          titleOf={at => blockTitle(kindOf(at), list[at], language)}
          most={field.most ?? mostItems}
          adding={isFull =>
            field.blocks.map(kind => (
              <AddButton
                key={kind.key}
                label={t.add(said(kind.label, language))}
                isFull={isFull}
                add={() => items.put({ type: kind.key }, list.length)}
              />
            ))
          }
        >
          {at => (
            <div className={styles.inner}>
              <FieldInputs
                fields={kindOf(at)?.fields ?? []}
                name={`${name}.${at}.`}
                path={`${path}.*.`}
                values={list[at] ?? {}}
                change={(key, next) => items.change(at, withKey(list[at] ?? {}, key, next))}
              />
            </div>
          )}
        </ItemList>
      )}
    </GroupFrame>
  )
}

function blockTitle(
  kind: BlockKind | undefined,
  block: Record<string, unknown> | undefined,
  language: 'nl' | 'en',
): string {
  if (kind === undefined || block === undefined) return ''
  const first = kind.fields.find(({ type, localized }) => type === 'text' && !localized)
  const words = first ? plainText(first, block[first.key], language) : ''
  return [said(kind.label, language), words].filter(Boolean).join(': ')
}

function AddButton({ label, isFull, add }: { label: string; isFull: boolean; add: () => void }) {
  return (
    <Button
      variant="default"
      size="compact-md"
      disabled={isFull}
      leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
      onClick={add}
    >
      {label}
    </Button>
  )
}

function ItemList(props: {
  label: string
  list: readonly unknown[]
  items: Items
  nameOf: (at: number) => string
  /** What stands above an item; absent where its input says enough. */
  titleOf?: (at: number) => string
  /** Each item is one line. */
  isPlain?: boolean
  most: number
  adding: (isFull: boolean) => ReactNode
  children: (at: number) => ReactNode
}) {
  const { label, list, items, nameOf, titleOf, isPlain = false, most, adding, children } = props
  const t = useTexts(texts)
  const remove = useRemoveItem(items, list)
  const frame = useFocusOnNew(list.length)
  return (
    <div ref={frame} className={styles.items}>
      <Reorder
        label={label}
        items={list}
        keyOf={(_, at) => items.keys[at] ?? ''}
        nameOf={(_, at) => nameOf(at)}
        move={items.move}
      >
        {(_, at, handle) => (
          <div className={styles.item} data-item data-plain={isPlain || undefined}>
            <span className={styles.handle}>{handle}</span>
            {isPlain ? null : <span className={styles.itemTitle}>{titleOf?.(at) ?? nameOf(at)}</span>}
            <ActionIcon
              variant="transparent"
              color="gray"
              className={styles.removeItem ?? ''}
              aria-label={t.removeOf(nameOf(at))}
              data-remove
              onClick={() => {
                remove(at, nameOf(at))
                refocus(frame.current, at, '[data-remove]')
              }}
            >
              <IconTrash size={18} stroke={1.75} aria-hidden />
            </ActionIcon>
            <div className={styles.itemBody}>{children(at)}</div>
          </div>
        )}
      </Reorder>
      <div className={styles.adding}>{adding(list.length >= most)}</div>
      {list.length >= most ? <p className={styles.aside}>{t.full(most)}</p> : null}
    </div>
  )
}

function useRemoveItem(items: Items, list: readonly unknown[]) {
  const t = useTexts(texts)
  const toasts = useToasts()
  const putBack = useStable((item: unknown, at: number) => items.put(item, Math.min(at, list.length)))
  return (at: number, name: string) => {
    const item = list[at]
    items.remove(at)
    toasts.done(t.removed(name), async () => {
      putBack(item, at)
      return true
    })
  }
}

// What was just added is what somebody goes on with.
function useFocusOnNew(count: number) {
  const frame = useRef<HTMLDivElement>(null)
  const before = useRef(count)
  useEffect(() => {
    const isAdded = count === before.current + 1 && frame.current?.contains(document.activeElement)
    before.current = count
    if (!isAdded) return
    const all = frame.current?.querySelectorAll('[data-item]')
    all
      ?.item(all.length - 1)
      .querySelector<HTMLElement>('[data-field] :is(input, textarea, select, [contenteditable="true"])')
      ?.focus()
  }, [count])
  return frame
}
