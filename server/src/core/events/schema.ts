import { contract } from '@helder/client'

export const streamEvents = contract({
  area: 'workspace',
  method: 'GET',
  path: '/events',
  about:
    'What changes in the workspace, as it happens (server-sent events): topics and ids, to be read anew.',
  download: 'text/event-stream',
})
