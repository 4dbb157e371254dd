import { text } from '@helder/words'
import type { StudioSlice } from '../core/slice.ts'

/** What workspaces define themselves, and what is in it. */
export const records: StudioSlice = {
  name: 'records',
  label: text('Inhoud en formulieren', 'Content and forms'),
  places: [],
  acts: {
    'records.collection-made': text('maakte een verzameling', 'made a collection'),
    'records.collection-changed': text(
      'veranderde de inrichting van een verzameling',
      'changed the set-up of a collection',
    ),
    'records.collection-removed': text('verwijderde een verzameling', 'removed a collection'),
    'records.record-made': text('maakte een item', 'made an item'),
    'records.record-changed': text('veranderde een item', 'changed an item'),
    'records.record-binned': text('gooide een item in de prullenbak', 'moved an item to the bin'),
    'records.record-restored': text('haalde een item uit de prullenbak', 'took an item out of the bin'),
    'records.record-unpublished': text('haalde een item van de website', 'took an item off the website'),
    'records.submitted': text('vulde een formulier in', 'filled in a form'),
  },
  letters: { 'records.submission': text('Nieuwe inzending', 'New submission') },
}
