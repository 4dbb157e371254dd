import type { Language } from '@helder/words'
import type { Letter } from '../mail/letter.ts'

/** The letter that invites someone to work in a workspace. */
export function invitationLetter(
  workspace: string,
  role: string,
  address: string,
  language: Language,
): Letter {
  return language === 'nl'
    ? {
        subject: `Uitnodiging van ${workspace}`,
        paragraphs: [
          `Je bent uitgenodigd om mee te werken aan ${workspace}, als ${role.toLowerCase()}. De uitnodiging geldt twee weken.`,
        ],
        button: { label: 'Uitnodiging bekijken', address },
        footer: 'Verwacht je dit niet? Dan hoef je niets te doen.',
      }
    : {
        subject: `Invitation from ${workspace}`,
        paragraphs: [
          `You are invited to work on ${workspace}, as ${role.toLowerCase()}. The invitation holds for two weeks.`,
        ],
        button: { label: 'See the invitation', address },
        footer: 'Did you not expect this? Then there is nothing you need to do.',
      }
}
