import type { Changes } from '../reads.ts'

/** What somebody chose to take along. */
export interface Choice {
  code: boolean
  definitions: boolean
  /** The drafts that were ticked. */
  drafts: ReadonlySet<string>
}

/** What is ticked before anybody chooses: what one works on oneself; on a first publication everything. */
export function firstChoice(isFirst: boolean, writesCode: boolean, writesDefinitions: boolean): Choice {
  return {
    code: isFirst || writesCode,
    definitions: isFirst || writesDefinitions || writesCode,
    drafts: new Set(),
  }
}

/** Whether a choice takes anything along; what is on the site already always goes. */
export function takesSomething(changes: Changes, choice: Choice): boolean {
  const items = changes.records.some(({ draft, recordId }) => !draft || choice.drafts.has(recordId))
  return (
    items ||
    (choice.code && changes.files.length > 0) ||
    (choice.definitions && changes.collections.length > 0)
  )
}

const uuid = /^[0-9a-f]{8}-/

/** The problems that stand in the way of a choice: those of a set-up stay away with it. */
export function problemsFor(changes: Changes, choice: Pick<Choice, 'definitions'>): Changes['problems'] {
  return changes.problems.filter(({ place }) => choice.definitions || uuid.test(place))
}
