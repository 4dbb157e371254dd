import { text } from '@helder/words'
import type { PersonalData } from '../core/personal-data.ts'

/** What the duties of a processor themselves leave behind about people. */
export const personalData: PersonalData = {
  tables: {
    'privacy.requests': {
      about: text('Een verzoek dat je deed over je gegevens', 'A request that you made about your data'),
      columns: {
        request_id: 'id',
        number: 'plain',
        kind: { personal: 'activity', label: text('soort verzoek', 'kind of request') },
        site_id: 'id',
        origin: 'plain',
        email: { personal: 'contact.email' },
        language: { personal: 'person.preference', label: text('taal', 'language') },
        secret_hash: {
          personal: 'credential',
          label: text('sleutel van de link, onleesbaar gemaakt', 'key of the link, made unreadable'),
          secret: true,
        },
        received_at: { personal: 'activity', label: text('ontvangen op', 'received on') },
        verified_at: { personal: 'activity', label: text('bevestigd op', 'confirmed on') },
        due_on: 'plain',
        decided_at: 'plain',
        decided_by: 'actor',
        approved: { personal: 'activity', label: text('goedgekeurd', 'approved') },
        reason: { personal: 'content', label: text('reden', 'reason') },
        started_at: 'plain',
        notice_id: 'id',
        finished_at: 'plain',
        failure: {
          json: { kind: 'plain', 'places.*.*': 'plain', 'missing.*.*': 'plain', 'unread.*': 'plain' },
        },
        export_sha256: 'id',
        export_until: 'plain',
      },
      people: {
        links: [{ email: 'email' }],
        purpose: text(
          'om je verzoek te beantwoorden en te laten zien dat dat op tijd gebeurde',
          'to answer your request and to show that this was done in time',
        ),
        keep: { days: 3 * 365, after: 'finished_at' },
        erase: {
          blank: { email: null, reason: null, export_sha256: null },
          because: text(
            'Dat er een verzoek was en wat ermee gebeurde blijft staan als bewijs, zonder je e-mailadres.',
            'That there was a request and what became of it stays as proof, without your e-mail address.',
          ),
        },
        seenWith: ['privacy.requests.read'],
      },
    },
    'privacy.erasures': {
      about: text(
        'Welke wissingen er waren, zonder te zeggen van wie',
        'Which erasures there were, without saying whose',
      ),
      columns: {
        sequence: 'plain',
        request_id: 'id',
        kind: 'plain',
        at: 'plain',
        entry: {
          json: {
            workspaceId: 'id',
            requestId: 'id',
            'request.requestId': 'id',
            'request.*': 'plain',
            // Keyed hashes; the key lies outside the database and its backups.
            'keys.*': 'plain',
            'gone.*.*': 'id',
            'stores.*.about.*': 'plain',
            'stores.*.because.*.*': 'plain',
            'stores.*.*': 'plain',
            'scan.mentions.*.*': 'plain',
            'scan.*': 'plain',
            '*': 'plain',
          },
        },
      },
    },
    'privacy.repetitions': {
      about: text(
        'Wanneer een wissing na een reservekopie opnieuw is gedaan',
        'When an erasure was done again after a backup',
      ),
      columns: { sequence: 'plain', repeated_at: 'plain', erased_again: 'plain', remaining: 'plain' },
    },
    'privacy.ledger_position': {
      about: text(
        'Tot waar de database het grootboek van wissingen volgt',
        'How far the database follows the ledger of erasures',
      ),
      columns: { sequence: 'plain', hash: 'plain' },
    },
  },
  jobs: { 'privacy.carry-out': { requestId: 'id' }, 'privacy.expire': {} },
  objects: {
    'privacy.export': {
      store: 'privacy.requests',
      about: text('Het bestand met je gegevens dat je opvroeg', 'The file with your data that you asked for'),
    },
  },
}
