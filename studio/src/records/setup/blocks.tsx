import { type BlockKind, type Field, said } from '@helder/fields'
import { text } from '@helder/words'
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useLanguage, useTexts } from '../../ui/language.tsx'
import { useToasts } from '../../ui/toasts/toaster.tsx'
import { useBuilder } from './builder-context.ts'
import { FieldList } from './field-list.tsx'
import { keyFrom } from './keys.ts'
import { LabelField } from './label-field.tsx'
import styles from './setup.module.css'
import { texts } from './texts.ts'
import { inserted, pathOf } from './tree.ts'
import type { TypeSettingsProps } from './type-settings.tsx'

const newName = text('Nieuw blok', 'New block')

/** The kinds of blocks that a field offers, each with fields of its own. */
export function Blocks({ field, path, depth, edit }: TypeSettingsProps) {
  const t = useTexts(texts)
  if (field.type !== 'blocks') return null
  const editKinds = (change: (kinds: BlockKind[]) => BlockKind[]) =>
    edit(now => (now.type === 'blocks' ? { ...now, blocks: change(now.blocks) } : now))
  const add = () => {
    const taken = new Set(field.blocks.map(({ key }) => key))
    editKinds(now => [...now, { key: keyFrom(t.newBlock, taken), label: newName, fields: [] }])
  }
  return (
    <div className={styles.blocks}>
      <h3>{t.blockKinds}</h3>
      {field.blocks.map((kind, at) => (
        <Kind
          key={kind.key}
          kind={kind}
          at={at}
          path={pathOf(path, kind.key)}
          depth={depth}
          isOnly={field.blocks.length === 1}
          editKinds={editKinds}
        />
      ))}
      <div>
        <Button
          variant="default"
          leftSection={<IconPlus size={18} stroke={1.75} aria-hidden />}
          onClick={add}
        >
          {t.addBlock}
        </Button>
      </div>
    </div>
  )
}

function Kind(props: {
  kind: BlockKind
  at: number
  path: string
  depth: number
  isOnly: boolean
  editKinds: (change: (kinds: BlockKind[]) => BlockKind[]) => void
}) {
  const { kind, at, path, depth, isOnly, editKinds } = props
  const t = useTexts(texts)
  const language = useLanguage()
  const toasts = useToasts()
  const { languages } = useBuilder()
  const editKind = (change: (kind: BlockKind) => BlockKind) =>
    editKinds(now => now.map(one => (one.key === kind.key ? change(one) : one)))
  const remove = () => {
    editKinds(now => now.filter(({ key }) => key !== kind.key))
    toasts.done(t.removed(said(kind.label, language)), async () => {
      editKinds(now => inserted(now, at, kind))
      return true
    })
  }
  return (
    <div className={styles.block}>
      <LabelField
        name={`${path}.label`}
        label={t.blockName}
        languages={languages}
        value={kind.label}
        change={label => editKind(now => ({ ...now, label }))}
      />
      <FieldList
        fields={kind.fields}
        above={path}
        depth={depth + 1}
        edit={(change: (fields: Field[]) => Field[]) =>
          editKind(now => ({ ...now, fields: change(now.fields) }))
        }
        owner={kind}
      />
      {isOnly ? null : (
        <div>
          <Button variant="subtle" color="gray" onClick={remove}>
            {t.removeBlock}
          </Button>
        </div>
      )}
    </div>
  )
}
