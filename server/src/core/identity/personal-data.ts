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
        language: { personal: 'person.preference', label: text('taal', 'language') },
        password_hash: {
          personal: 'credential',
          label: text('wachtwoord, onleesbaar gemaakt', 'password, made unreadable'),
          secret: true,
        },
        verified_at: { personal: 'activity', label: text('adres bevestigd op', 'address confirmed on') },
        created_at: { personal: 'activity', label: text('account gemaakt op', 'account made on') },
      },
      people: {
        links: [{ email: 'email' }, { account: 'account_id' }],
        identifies: true,
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
        token_hash: {
          personal: 'credential',
          label: text('sleutel van de sessie, onleesbaar gemaakt', 'key of the session, made unreadable'),
          secret: true,
        },
        device: { personal: 'device' },
        created_at: { personal: 'activity', label: text('aangemeld op', 'signed in on') },
        seen_at: { personal: 'activity', label: text('laatst gezien op', 'last seen on') },
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
        new_email: { personal: 'contact.email', label: text('nieuw e-mailadres', 'new e-mail address') },
        token_hash: {
          personal: 'credential',
          label: text('sleutel van de link, onleesbaar gemaakt', 'key of the link, made unreadable'),
          secret: true,
        },
        created_at: { personal: 'activity', label: text('gestuurd op', 'sent on') },
        expires_at: 'plain',
        used_at: { personal: 'activity', label: text('gebruikt op', 'used on') },
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
        name: { personal: 'content', label: text('naam van de sleutel', 'name of the key') },
        token_hash: {
          personal: 'credential',
          label: text('de sleutel, onleesbaar gemaakt', 'the key, made unreadable'),
          secret: true,
        },
        permissions: 'plain',
        created_at: { personal: 'activity', label: text('gemaakt op', 'made on') },
        used_at: { personal: 'activity', label: text('laatst gebruikt op', 'last used on') },
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
