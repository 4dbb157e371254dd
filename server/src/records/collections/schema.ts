import { contract } from '@helder/client'
import { collectionPrivacy, field, fieldKey, fields, label } from '@helder/fields'
import { z } from 'zod'

const instant = z.iso.datetime()

/** What a form does besides keeping what comes in. */
export const formSettings = z.object({
  /** The members who get a mail, without what was filled in, when something comes in. */
  notify: z.array(z.uuid()).max(20).default([]),
  /** What the visitor reads after sending. */
  thanks: label.optional(),
  /** The words on the button. */
  button: label.optional(),
})

/** What a form does besides keeping what comes in. */
export type FormSettings = z.output<typeof formSettings>

/** How a content collection appears on the site and in lists. */
export const contentSettings = z.object({
  /** The field that names a record; the first text field where absent. */
  titleField: z.string().optional(),
  /** One record per collection, such as the texts of a home page. */
  single: z.boolean().optional(),
})

/** What a definition holds besides its fields. */
export const collectionSettings = z.object({
  form: formSettings.optional(),
  content: contentSettings.optional(),
})

/** A definition as it is sent. */
export const definitionBody = z.object({
  name: label,
  fields,
  privacy: collectionPrivacy.nullable(),
  settings: collectionSettings.default({}),
})

/** A definition as it is sent, read. */
export type DefinitionBody = z.output<typeof definitionBody>

/** What keeps a collection from being published, by the path of a field. */
export const definitionProblem = z.object({
  path: z.string(),
  message: z.object({ nl: z.string(), en: z.string() }),
})

const definition = z.object({
  version: z.number().int(),
  name: label,
  fields: z.array(field),
  privacy: collectionPrivacy.nullable(),
  settings: collectionSettings,
  createdAt: instant,
})

const collection = z.object({
  collectionId: z.uuid(),
  siteId: z.uuid(),
  kind: z.enum(['content', 'form']),
  key: z.string(),
  name: label,
  draftVersion: z.number().int(),
  liveVersion: z.number().int().nullable(),
})

const collectionParams = z.object({ collectionId: z.uuid() })

export const listCollections = contract({
  area: 'workspace',
  method: 'GET',
  path: '/records/collections',
  about: 'The collections and forms of the workspace, or of one site.',
  query: z.object({ siteId: z.uuid().optional(), kind: z.enum(['content', 'form']).optional() }),
  reply: z.array(
    collection.extend({
      records: z.number().int(),
      /** How many records are not on the site as they are now. */
      waiting: z.number().int(),
      /** One record per collection, such as the texts of a home page. */
      single: z.boolean(),
      /** The field that names a record, where records can be found by it. */
      searchBy: z.string().nullable(),
    }),
  ),
})

export const makeCollection = contract({
  area: 'workspace',
  method: 'POST',
  path: '/records/collections',
  about: 'Makes a collection or a form of a site.',
  body: definitionBody.extend({ siteId: z.uuid(), kind: z.enum(['content', 'form']), key: fieldKey }),
  reply: z.object({ collectionId: z.uuid() }),
})

export const getCollection = contract({
  area: 'workspace',
  method: 'GET',
  path: '/records/collections/:collectionId',
  about: 'A collection with the definition that is worked on, and the one that visitors meet.',
  params: collectionParams,
  reply: collection.extend({
    draft: definition,
    live: definition.nullable(),
    problems: z.array(definitionProblem),
    /** The names of the roles that see its records, for the daylight mark of a field. */
    seenBy: z.array(z.object({ nl: z.string(), en: z.string() })),
  }),
})

export const changeCollection = contract({
  area: 'workspace',
  method: 'PUT',
  path: '/records/collections/:collectionId',
  about:
    'Gives a collection a next definition. `base` is the version that was changed; a newer one is a conflict.',
  params: collectionParams,
  body: definitionBody.extend({ base: z.number().int() }),
  reply: z.object({ version: z.number().int(), problems: z.array(definitionProblem) }),
})

export const removeCollection = contract({
  area: 'workspace',
  method: 'DELETE',
  path: '/records/collections/:collectionId',
  about:
    'Removes a collection with all its records, for good. `key` must be the collection’s own, typed over.',
  params: collectionParams,
  query: z.object({ key: z.string() }),
})
