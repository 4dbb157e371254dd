import { type CollectionPrivacy, type Daylight, type Field, keepText } from '@helder/fields'
import { type Text, text } from '@helder/words'
import { RegisterMark } from '../core/register-mark.tsx'
import { DaylightMark } from '../ui/daylight-mark.tsx'

/** What a collection says about the people in it, as far as a field's mark needs it. */
export interface Holding {
  kind: 'content' | 'form'
  privacy: CollectionPrivacy | null
  seenBy: Text[]
}

const whose = {
  content: text('wie in dit item staat', 'whoever this item is about'),
  form: text('wie het formulier invult', 'whoever fills in the form'),
}

const unstated = text('waarvoor is nog niet gezegd', 'what for has not been said yet')

/** What the mark of a field says; null for a field that holds nothing about anyone, or does not say. */
export function daylightOf({ kind, privacy, seenBy }: Holding, field: Field): Daylight | null {
  if (!field.privacy?.personal) return null
  return {
    category: field.privacy.category,
    whose: whose[kind],
    purpose: field.privacy.purpose ?? privacy?.purpose ?? unstated,
    keep: keepText(privacy?.keepDays ?? null),
    seenBy,
  }
}

/** The daylight mark of a field as its collection is being set up. */
export function FieldMark({ holding, field }: { holding: Holding; field: Field }) {
  const daylight = daylightOf(holding, field)
  return daylight === null ? null : <DaylightMark daylight={daylight} />
}

/** The daylight mark of a field of a submission, from the register of what is held now. */
export function SubmittedMark({ collectionId, path }: { collectionId: string; path: string }) {
  return <RegisterMark store={`records.records:${collectionId}`} field={path} whose={whose.form} />
}
