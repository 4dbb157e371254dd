import { text } from '@helder/words'
import type { PersonalData } from '../core/personal-data.ts'
import { withdrawShowing } from './releases/actions.ts'

/** What is held about people in websites: who opened a preview, and what content shows, which records says. */
export const personalData: PersonalData = {
  tables: {
    'sites.sites': {
      about: text('De websites van een organisatie', 'The websites of an organisation'),
      columns: {
        site_id: 'id',
        slug: 'plain',
        name: 'plain',
        languages: 'plain',
        live_release_id: 'id',
        created_at: 'plain',
      },
    },
    'sites.files': {
      about: text('De bestanden van een website', 'The files of a website'),
      columns: {
        site_id: 'id',
        path: 'plain',
        version: 'plain',
        sha256: 'id',
        size_bytes: 'plain',
        changed_by: 'actor',
        changed_at: 'plain',
      },
    },
    'sites.file_versions': {
      about: text('Wat die bestanden eerder waren', 'What those files were before'),
      columns: {
        site_id: 'id',
        path: 'plain',
        version: 'plain',
        version_id: 'id',
        sha256: 'id',
        size_bytes: 'plain',
        changed_by: 'actor',
        changed_at: 'plain',
      },
    },
    'sites.releases': {
      about: text('Wat er van een website is gepubliceerd', 'What was published of a website'),
      columns: {
        release_id: 'id',
        site_id: 'id',
        number: 'plain',
        note: 'plain',
        created_by: 'actor',
        created_at: 'plain',
        finished_at: 'plain',
        inputs: {
          json: {
            name: 'plain',
            origin: 'plain',
            'languages.*': 'plain',
            'files.*.sha256': 'id',
            'files.*.sizeBytes': 'plain',
            'definitions.*.collectionId': 'id',
            'definitions.*.version': 'plain',
            'readers.*.nl': 'plain',
            'readers.*.en': 'plain',
          },
        },
        manifest_sha256: 'id',
        pages: 'plain',
        problems: {
          json: {
            '*.severity': 'plain',
            '*.place': 'plain',
            '*.line': 'plain',
            '*.message.nl': 'plain',
            '*.message.en': 'plain',
          },
        },
        failed: 'plain',
        withdrawn_at: 'plain',
      },
    },
    'sites.release_records': {
      about: text('Welke items een publicatie toont', 'Which items a publication shows'),
      columns: { release_id: 'id', record_id: 'id', revision: 'plain' },
    },
    'sites.previews': {
      about: text(
        'De voorbeelden van een website die je opende',
        'The previews of a website that you opened',
      ),
      columns: {
        preview_id: 'id',
        site_id: 'id',
        host_hash: {
          personal: 'credential',
          label: text('sleutel in het adres, onleesbaar gemaakt', 'key in the address, made unreadable'),
          secret: true,
        },
        account_id: 'id',
        created_at: { personal: 'activity', label: text('geopend op', 'opened on') },
        expires_at: 'plain',
      },
      people: {
        links: [{ account: 'account_id', realm: 'platform' }],
        purpose: text(
          'om je een dag lang te laten zien wat er nog niet gepubliceerd is',
          'to show you for a day what is not published yet',
        ),
        keep: { days: 1, after: 'expires_at' },
        erase: 'delete',
        seenWith: [],
      },
    },
    'sites.dropped_submissions': {
      about: text(
        'Hoeveel inzendingen als spam zijn weggegooid, zonder wat erin stond',
        'How many submissions were dropped as spam, without what they said',
      ),
      columns: { site_id: 'id', key: 'plain', on_day: 'plain', count: 'plain' },
    },
  },
  jobs: { 'sites.build': { releaseId: 'id' }, 'sites.prune': {} },
  objects: {
    'sites.file-version': {
      store: 'sites.file_versions',
      about: text('De bestanden waar bouwers aan werken', 'The files that builders work on'),
    },
    'sites.release': {
      store: 'sites.releases',
      about: text('De gepubliceerde pagina’s', 'The published pages'),
    },
  },
  derived: [
    {
      name: 'sites.releases',
      async forget(ctx, items) {
        const recordIds = items.filter(({ store }) => store.startsWith('records.')).map(({ id }) => id)
        await withdrawShowing(ctx, recordIds)
      },
    },
  ],
}
