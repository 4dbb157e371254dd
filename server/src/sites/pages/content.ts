import { type Daylight, keepText, leavesOf } from '@helder/fields'
import type { CollectionFacts, RecordFacts } from '@helder/liquid'
import type { FormFacts } from '@helder/liquid/forms'
import { type Text, text } from '@helder/words'
import type { TxCtx } from '../../core/ctx.ts'
import { platformWorkspaceId } from '../../core/ids.ts'
import { roleName } from '../../core/tenancy/actions.ts'
import { permissionsOf } from '../../core/tenancy/rules.ts'
import { listRoles } from '../../core/tenancy/store.ts'
import { type ContentRecord, type Definition, titleOf } from '../../records/index.ts'
import type { PlannedCollection } from './rules.ts'

/** A collection as templates know it. */
export function collectionFacts(definition: Definition): CollectionFacts {
  return {
    key: definition.key,
    name: definition.name,
    fields: definition.fields,
    single: definition.settings.content?.single === true,
  }
}

/** A form as templates know it; `readers` are the roles that see what comes in. */
export function formFacts(definition: Definition, readers: Text[]): FormFacts {
  const { form } = definition.settings
  return {
    key: definition.key,
    name: definition.name,
    fields: definition.fields,
    thanks: form?.thanks,
    button: form?.button,
    daylight: Object.fromEntries(
      leavesOf(definition.fields).flatMap(({ path, field }) => {
        const daylight = daylightOf(definition, field.privacy, readers)
        return daylight === undefined ? [] : [[path, daylight]]
      }),
    ),
  }
}

function daylightOf(
  { privacy }: Definition,
  field: Definition['fields'][number]['privacy'],
  readers: Text[],
): Daylight | undefined {
  if (!field?.personal) return undefined
  return {
    category: field.category,
    whose: text('wie het formulier invult', 'who fills in the form'),
    purpose: field.purpose ?? privacy?.purpose ?? { nl: 'om je te antwoorden', en: 'to answer you' },
    keep: keepText(privacy?.keepDays ?? null),
    seenBy: readers,
  }
}

/** The permission that lets a member see what visitors sent. */
const readersPermission = 'records.submissions.read'

/** The names of the roles that see what visitors send. */
export async function listReaders(tx: TxCtx): Promise<Text[]> {
  const isPlatform = tx.workspaceId === platformWorkspaceId
  const roles = await listRoles(tx)
  return roles
    .filter(role => permissionsOf(role, tx.services.permissions, isPlatform).has(readersPermission))
    .map(role => roleName({ roleKey: role.key, roleName: role.name }))
    .sort((a, b) => (a.en < b.en ? -1 : 1))
}

/** A record as the plan of pages knows it. */
export function plannedRecord(
  definition: Definition,
  { recordId, values }: ContentRecord,
  languages: string[],
): PlannedCollection['records'][number] {
  return { recordId, title: titlesOf(definition, values, languages), values }
}

/** A record as templates know it. */
export function recordFacts(
  definition: Definition,
  record: ContentRecord,
  languages: string[],
  addresses: Record<string, string> | undefined,
): RecordFacts {
  return {
    recordId: record.recordId,
    title: titlesOf(definition, record.values, languages),
    values: record.values,
    createdAt: record.createdAt.toISOString(),
    updatedAt: record.updatedAt.toISOString(),
    addresses: addresses ?? {},
  }
}

function titlesOf(
  definition: Definition,
  values: ContentRecord['values'],
  languages: string[],
): Record<string, string> {
  return Object.fromEntries(
    languages.map(language => [language, titleOf(definition, values, language, languages)]),
  )
}
