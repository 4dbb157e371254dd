import { text } from '@helder/words'
import type { PersonalData } from '../personal-data.ts'

const signingIn = text(
  'om je te laten aanmelden en je account te beveiligen',
  'to let you sign in and to keep your account safe',
)
const withAccount = { aslong: text('zolang je account bestaat', 'as long as your account exists') }

/** What is held about people who can sign in. */
export const personalData: PersonalData = {
  tables: {
    'identity.accounts': {
      about: text('Je account', 'Your account'),
      columns: {
        account_id: 'id',
        email: { personal: 'contact.email' },
        name: { personal: 'contact.name' },
        language: { personal: 'person.preference' },
        password_hash: { personal: 'credential', secret: true },
        verified_at: { personal: 'activity' },
        created_at: { personal: 'activity' },
      },
      people: {
        links: [{ email: 'email' }, { account: 'account_id' }],
        purpose: signingIn,
        keep: withAccount,
        erase: 'delete',
        seenWith: ['tenancy.members.read'],
      },
    },
    'identity.sessions': {
      about: text('De apparaten waarop je bent aangemeld', 'The devices on which you are signed in'),
      columns: {
        session_id: 'id',
        account_id: 'id',
        token_hash: { personal: 'credential', secret: true },
        device: { personal: 'device' },
        created_at: { personal: 'activity' },
        seen_at: { personal: 'activity' },
        expires_at: 'plain',
      },
      people: {
        links: [{ account: 'account_id' }],
        purpose: signingIn,
        keep: {
          aslong: text(
            'tot je je afmeldt, hoogstens dertig dagen na het laatste bezoek',
            'until you sign out, at most thirty days after the last visit',
          ),
        },
        erase: { cascade: 'identity.accounts' },
        seenWith: [],
      },
    },
    'identity.links': {
      about: text(
        'De links om aan te melden die je per mail kreeg',
        'The links to sign in that were mailed to you',
      ),
      columns: {
        link_id: 'id',
        account_id: 'id',
        purpose: 'plain',
        new_email: { personal: 'contact.email' },
        token_hash: { personal: 'credential', secret: true },
        created_at: { personal: 'activity' },
        expires_at: 'plain',
        used_at: { personal: 'activity' },
      },
      people: {
        links: [{ account: 'account_id' }, { email: 'new_email' }],
        purpose: signingIn,
        keep: { days: 8, after: 'expires_at' },
        erase: 'delete',
        seenWith: [],
      },
    },
    'identity.attempts': {
      about: text(
        'Tellingen van pogingen, zonder te weten van wie',
        'Counts of tries, without knowing whose',
      ),
      // A keyed hash of an address, gone within the hour; the key never leaves this installation.
      columns: { key_hash: 'plain', count: 'plain', resets_at: 'plain' },
    },
    'identity.tokens': {
      about: text('Je sleutels voor programma’s', 'Your keys for programs'),
      columns: {
        token_id: 'id',
        account_id: 'id',
        account_realm: 'id',
        name: { personal: 'content' },
        token_hash: { personal: 'credential', secret: true },
        permissions: 'plain',
        created_at: { personal: 'activity' },
        used_at: { personal: 'activity' },
        expires_at: 'plain',
      },
      people: {
        links: [{ account: 'account_id', realm: 'platform' }],
        purpose: text('om je programma’s te laten werken', 'to let your programs work'),
        keep: {
          aslong: text('tot je de sleutel intrekt of hij verloopt', 'until you end the key or it runs out'),
        },
        erase: { cascade: 'identity.accounts' },
        seenWith: [],
      },
    },
  },
  jobs: { 'identity.expire': {} },
  objects: {},
}
