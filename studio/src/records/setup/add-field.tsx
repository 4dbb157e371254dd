import { type ChoiceOption, type Field, said } from '@helder/fields'
import type { Language } from '@helder/words'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { CheckField, ChoiceField, SelectField, TextArea, TextField } from '../../ui/form/fields.tsx'
import { FieldErrors, Form } from '../../ui/form/form.tsx'
import { useLanguage, useTexts } from '../../ui/language.tsx'
import { useBuilder } from './builder-context.ts'
import { keyFrom } from './keys.ts'
import { canBeLocalized, type Kind, kinds, kindsFor, makeField } from './kinds.ts'
import { optionFrom } from './options.tsx'
import { suggestedKind } from './suggestion.ts'
import { texts } from './texts.ts'

interface AddProps {
  close: () => void
  depth: number
  /** The keys that are there already. */
  taken: string[]
  add: (field: Field) => void
}

/** Adding a field: what it is called and what type it is; the rest is said when it is there. */
export function AddField({ isOpen, ...props }: AddProps & { isOpen: boolean }) {
  const t = useTexts(texts)
  return (
    <Dialog title={t.addField} isOpen={isOpen} close={props.close}>
      <AddForm {...props} />
    </Dialog>
  )
}

function AddForm({ close, depth, taken, add }: AddProps) {
  const t = useTexts(texts)
  const language = useLanguage()
  const { holding, languages, isMultilingual, collections } = useBuilder()
  const [name, setName] = useState('')
  const [chosen, setChosen] = useState<Kind | null>(null)
  const [lines, setLines] = useState('')
  const [localized, setLocalized] = useState(false)
  const [collection, setCollection] = useState(collections[0]?.key ?? '')
  const [errors, setErrors] = useState<Record<string, string>>({})
  const offered = kindsFor({ kind: holding.kind, depth, hasCollections: collections.length > 0 })
  const kind = chosen ?? suggestedKind(name, offered)
  const isChoice = kind === 'oneOf' || kind === 'anyOf'
  const mayLocalize = holding.kind === 'content' && isMultilingual && canBeLocalized(kind)
  const submit = () => {
    const options = optionsFrom(lines, languages[0] ?? 'nl')
    const faults = {
      ...(name.trim() === '' ? { newField: t.fillIn } : {}),
      ...(isChoice && options.length === 0 ? { options: t.fillIn } : {}),
    }
    setErrors(faults)
    if (Object.keys(faults).length > 0) return
    const label = { [languages[0] ?? 'nl']: name.trim() }
    const key = keyFrom(name, new Set(taken))
    add(makeField({ key, label, kind, options, collection, localized: localized && mayLocalize }))
    close()
  }
  return (
    <Form problem={null} submit={submit}>
      <FieldErrors errors={errors}>
        <TextField
          name="newField"
          label={holding.kind === 'form' ? t.newName : t.newNameContent}
          data-autofocus
          autoComplete="off"
          maxLength={300}
          value={name}
          change={setName}
        />
        <ChoiceField
          name="kind"
          label={t.kind}
          help={t.kindStays}
          shape="columns"
          value={kind}
          change={setChosen}
          options={offered.map(value => ({
            value,
            label: kinds[value].label[language],
            help: kinds[value].about[language],
          }))}
        />
        {isChoice ? (
          <TextArea name="options" label={t.optionLines} value={lines} change={setLines} rows={4} />
        ) : null}
        {kind === 'reference' || kind === 'references' ? (
          <SelectField
            name="collection"
            label={t.collection}
            value={collection}
            change={setCollection}
            options={collections.map(one => ({ value: one.key, label: said(one.name, language) }))}
          />
        ) : null}
        {mayLocalize ? (
          <CheckField name="localized" label={t.localized} value={localized} change={setLocalized} />
        ) : null}
        <DialogActions>
          <Button variant="default" onClick={close}>
            {t.cancel}
          </Button>
          <Button type="submit">{t.addThis}</Button>
        </DialogActions>
      </FieldErrors>
    </Form>
  )
}

function optionsFrom(lines: string, language: Language): ChoiceOption[] {
  const options: ChoiceOption[] = []
  for (const line of lines.split('\n')) {
    if (line.trim() !== '') options.push(optionFrom(line, language, options))
  }
  return options
}
