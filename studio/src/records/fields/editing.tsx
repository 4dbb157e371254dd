import type { Field } from '@helder/fields'
import { said } from '@helder/fields'
import { createContext, type ReactNode, useContext } from 'react'
import type { FrameProps } from '../../ui/form/fields.tsx'
import { useLanguage, useTexts } from '../../ui/language.tsx'
import type { ListedCollection } from '../site.ts'
import { texts } from './texts.ts'

/** What the inputs of an item know of what they belong to. */
export interface Editing {
  siteId: string
  /** The language in which localised fields are shown. */
  language: string
  /** The other collections of the site, to refer to. */
  collections: readonly ListedCollection[]
  /** The titles of the items that are referred to, by id. */
  references: Readonly<Record<string, string>>
  /** Where the bytes of a file are; null for one that can not be had yet. */
  fileAddress: (object: string) => string | null
  /** Keeps a file that was just sent, so that it is shown before the item is saved. */
  keepFile: (object: string, file: Blob) => void
  /** The daylight mark of a field, by its path with `*` for any item. */
  mark: (path: string, field: Field) => ReactNode
  /** The names of the inputs that need something before the item can be published. */
  missing: Readonly<Record<string, unknown>>
}

const EditingContext = createContext<Editing | null>(null)

/** Tells the inputs inside what they belong to. */
export const EditingProvider = EditingContext.Provider

/** What the inputs around belong to. */
export function useEditing(): Editing {
  const editing = useContext(EditingContext)
  if (editing === null) throw new Error('an input of an item stands in the form of an item')
  return editing
}

/** What an input of one field takes. */
export interface InputProps<F extends Field = Field> {
  field: F
  /** By which problems find it: `title.nl`, `photos.0.alt`. */
  name: string
  /** By which the daylight mark finds it: `photos.*.alt`. */
  path: string
  value: unknown
  change: (value: unknown) => void
}

/** What stands around the input of a field. */
export function useFrame({ field, name, path }: Omit<InputProps, 'value' | 'change'>): Required<FrameProps> {
  const t = useTexts(texts)
  const language = useLanguage()
  const { mark, missing } = useEditing()
  return {
    name,
    label: said(field.label, language),
    help: field.help ? said(field.help, language) : null,
    mark: mark(path, field),
    note: missing[name] === undefined ? null : t.toPublish,
    isOptional: !field.required,
  }
}
