import { text } from '@helder/words'
import type { Slice } from '../slice.ts'
import { deliver } from './actions.ts'
import { routes } from './routes.ts'

export { deliver, sendMail } from './actions.ts'

/** The outbox: mail that went out or waits to go. */
export const mail: Slice = {
  name: 'mail',
  routes,
  jobs: [deliver],
  permissions: [
    { key: 'mail.read', name: text('Uitgaande mail lezen', 'Read outgoing mail'), roles: ['manager'] },
  ],
  personalData: {
    tables: {
      'mail.messages': {
        about: text(
          'Mail die Helder namens deze organisatie stuurde',
          'Mail that Helder sent for this organisation',
        ),
        columns: {
          message_id: 'id',
          template: 'plain',
          to_address: { personal: 'contact.email' },
          subject: { personal: 'content', label: text('onderwerp', 'subject') },
          text_body: { personal: 'content', label: text('tekst', 'text') },
          html_body: { personal: 'content', label: text('opgemaakte tekst', 'text with layout') },
          language: { personal: 'person.preference', label: text('taal', 'language') },
          created_at: { personal: 'activity', label: text('geschreven op', 'written on') },
          sent_at: { personal: 'activity', label: text('verstuurd op', 'sent on') },
          failure: 'plain',
        },
        people: {
          links: [{ email: 'to_address' }],
          purpose: text(
            'om je bericht te sturen en te kunnen nagaan wat er is verstuurd',
            'to send you a message and to be able to see what was sent',
          ),
          keep: { days: 30, after: 'created_at' },
          erase: 'delete',
          seenWith: ['mail.read'],
        },
      },
    },
    jobs: { 'mail.deliver': { messageId: 'id' } },
    objects: {},
  },
}
