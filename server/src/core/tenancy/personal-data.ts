import { text } from '@helder/words'
import type { PersonalData } from '../personal-data.ts'
import { memberSource } from './subjects.ts'

/** What is held about people who work in a workspace. */
export const personalData: PersonalData = {
  tables: {
    'tenancy.workspaces': {
      about: text('De organisaties die Helder gebruiken', 'The organisations that use Helder'),
      columns: {
        kind: 'plain',
        slug: 'plain',
        name: 'plain',
        language: 'plain',
        open_for_sign_up: 'plain',
        created_at: 'plain',
      },
    },
    'tenancy.roles': {
      about: text('De rollen van een organisatie', 'The roles of an organisation'),
      columns: { role_id: 'id', key: 'plain', name: 'plain', permissions: 'plain' },
    },
    'tenancy.members': {
      about: text('Je lidmaatschap van deze organisatie', 'Your membership of this organisation'),
      columns: {
        account_id: 'id',
        account_realm: 'id',
        role_id: { personal: 'person.other', label: text('rol', 'role') },
        joined_at: { personal: 'activity', label: text('lid sinds', 'member since') },
      },
      people: {
        links: [{ account: 'account_id', realm: 'platform' }],
        purpose: text(
          'om je te laten meewerken, met de rechten die daarbij horen',
          'to let you take part, with the permissions that go with it',
        ),
        keep: { aslong: text('zolang je lid bent', 'as long as you are a member') },
        erase: {
          stays: text(
            'Je bent lid van deze organisatie. Laat eerst je lidmaatschap beëindigen.',
            'You are a member of this organisation. Have your membership ended first.',
          ),
        },
        seenWith: ['tenancy.members.read'],
      },
    },
    'tenancy.invitations': {
      about: text(
        'De uitnodiging om mee te werken die je kreeg',
        'The invitation to take part that you received',
      ),
      columns: {
        invitation_id: 'id',
        email: { personal: 'contact.email' },
        role_id: { personal: 'person.other', label: text('rol', 'role') },
        outsider: {
          personal: 'person.other',
          label: text('van buiten de organisatie', 'from outside the organisation'),
        },
        invited_by: 'actor',
        token_hash: {
          personal: 'credential',
          label: text(
            'sleutel van de uitnodiging, onleesbaar gemaakt',
            'key of the invitation, made unreadable',
          ),
          secret: true,
        },
        created_at: { personal: 'activity', label: text('uitgenodigd op', 'invited on') },
        expires_at: 'plain',
      },
      people: {
        links: [{ email: 'email' }],
        purpose: text('om je te kunnen uitnodigen', 'to be able to invite you'),
        keep: { days: 30, after: 'expires_at' },
        erase: 'delete',
        seenWith: ['tenancy.members.read'],
      },
    },
    'tenancy.support_sessions': {
      about: text(
        'Wanneer iemand van de beheerder meekeek, en waarom',
        'When somebody of the operator looked in, and why',
      ),
      columns: {
        support_session_id: 'id',
        account_id: 'actor',
        reason: 'plain',
        started_at: 'plain',
        ends_at: 'plain',
      },
    },
  },
  jobs: {},
  objects: {},
  sources: [memberSource],
}
