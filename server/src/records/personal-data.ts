import { text } from '@helder/words'
import type { PersonalData } from '../core/personal-data.ts'
import { recordsSource } from './subjects/source.ts'

/**
 * What is held in collections and forms. What a record says is declared by the fields that the workspace defined,
 * and found and erased through `recordsSource`; here stands that the columns are theirs.
 */
export const personalData: PersonalData = {
  tables: {
    'records.collections': {
      about: text('De verzamelingen en formulieren van een site', 'The collections and forms of a site'),
      columns: {
        collection_id: 'id',
        site_id: 'id',
        kind: 'plain',
        key: 'plain',
        draft_version: 'plain',
        live_version: 'plain',
        slots: { json: { '*': 'plain' } },
        created_at: 'plain',
      },
    },
    'records.definitions': {
      about: text('Welke velden een verzameling heeft', 'Which fields a collection has'),
      columns: {
        collection_id: 'id',
        version: 'plain',
        name: { json: { '*': 'plain' } },
        fields: { json: { '**': 'plain' } },
        privacy: { json: { '**': 'plain' } },
        settings: { json: { '**': 'plain' } },
        created_by: 'actor',
        created_at: 'plain',
      },
    },
    'records.records': {
      about: text(
        'Items en inzendingen, met de velden die de organisatie koos',
        'Items and submissions, with the fields that the organisation chose',
      ),
      columns: {
        record_id: 'id',
        collection_id: 'id',
        draft_number: 'plain',
        wanted_number: 'plain',
        published_number: 'plain',
        created_by: 'actor',
        created_at: 'defined',
        updated_at: 'defined',
        ...Object.fromEntries(
          [
            't1',
            't2',
            't3',
            't4',
            't5',
            't6',
            't7',
            't8',
            'n1',
            'n2',
            'n3',
            'n4',
            'd1',
            'd2',
            'd3',
            'd4',
            'b1',
            'b2',
            'b3',
            'b4',
            'u1',
            'u2',
            'u3',
            'u4',
          ].map(slot => [slot, 'defined' as const]),
        ),
      },
    },
    'records.revisions': {
      about: text(
        'Wat een item of inzending zegt, en vroeger zei',
        'What an item or submission says, and said before',
      ),
      columns: {
        record_id: 'id',
        number: 'plain',
        definition_version: 'plain',
        doc: 'defined',
        created_by: 'actor',
        created_at: 'defined',
      },
    },
    'records.edges': {
      about: text('Welk item naar welk verwijst', 'Which item refers to which'),
      columns: { from_record: 'id', path: 'plain', to_record: 'id' },
    },
    'records.bin': {
      about: text('Wat is weggegooid en nog terug kan', 'What was thrown away and can still come back'),
      columns: { record_id: 'id', removed_by: 'actor', removed_at: 'plain' },
    },
    'records.unseen': {
      about: text('Welke inzendingen niemand nog las', 'Which submissions nobody has read yet'),
      columns: { record_id: 'id' },
    },
  },
  jobs: { 'records.reindex': { collectionId: 'id' } },
  objects: {
    'records.record': {
      store: 'records.records',
      about: text(
        'Bestanden en foto’s bij een item of inzending',
        'Files and photos with an item or submission',
      ),
    },
  },
  sources: [recordsSource],
}
