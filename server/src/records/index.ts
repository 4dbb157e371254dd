import { text } from '@helder/words'
import type { Slice } from '../core/slice.ts'
import { reindex } from './collections/actions.ts'
import { routes as collectionRoutes } from './collections/routes.ts'
import { routes as fileRoutes } from './files/routes.ts'
import { personalData } from './personal-data.ts'
import { routes as rowRoutes } from './rows/routes.ts'
import { routes as submissionRoutes } from './submissions/routes.ts'

export { makeCollection } from './collections/actions.ts'
export { type Definition, titleOf } from './collections/rules.ts'
export { definitionBody } from './collections/schema.ts'
export { keepFile } from './files/actions.ts'
export {
  type ContentProblem,
  contentChanges,
  definitionsAt,
  draftProblems,
  liveForm,
  markPublished,
  type PinnedContent,
  pinContent,
  pinDrafts,
  recordsAt,
  removeSiteContent,
} from './publishing/actions.ts'
export type { ContentRecord } from './publishing/store.ts'
export { makeRecord } from './rows/actions.ts'
export { submit } from './submissions/actions.ts'

/** Collections that workspaces define themselves, what is in them, and what visitors send. */
export const records: Slice = {
  name: 'records',
  routes: [...collectionRoutes, ...rowRoutes, ...submissionRoutes, ...fileRoutes],
  jobs: [reindex],
  permissions: [
    {
      key: 'records.content.read',
      name: text('Inhoud lezen', 'Read content'),
      roles: ['manager', 'developer', 'editor', 'expert', 'teacher'],
    },
    {
      key: 'records.content.write',
      name: text('Inhoud maken en veranderen', 'Make and change content'),
      roles: ['manager', 'developer', 'editor', 'expert'],
    },
    {
      key: 'records.definitions.write',
      name: text('Verzamelingen en formulieren inrichten', 'Set up collections and forms'),
      roles: ['manager', 'developer', 'expert'],
    },
    {
      key: 'records.submissions.read',
      name: text('Inzendingen lezen', 'Read submissions'),
      roles: ['manager', 'developer', 'editor', 'expert'],
    },
    {
      key: 'records.submissions.write',
      name: text('Inzendingen afhandelen', 'Handle submissions'),
      roles: ['manager', 'editor'],
    },
  ],
  personalData,
}
