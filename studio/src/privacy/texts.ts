import { counted } from '@helder/words'

/** The words that all screens about privacy share. */
export const texts = {
  privacy: { nl: 'Privacy', en: 'Privacy' },
  overview: { nl: 'Overzicht', en: 'Overview' },
  requests: { nl: 'Verzoeken', en: 'Requests' },
  erasures: { nl: 'Wissingen', en: 'Erasures' },
  register: { nl: 'Register', en: 'Register' },
  number: { nl: (number: number) => `Verzoek ${number}`, en: (number: number) => `Request ${number}` },
  access: { nl: 'Gegevens inzien', en: 'See data' },
  erasure: { nl: 'Gegevens wissen', en: 'Erase data' },
  unverified: { nl: 'Nog niet bevestigd', en: 'Not confirmed yet' },
  waiting: { nl: 'Wacht op antwoord', en: 'Waits for an answer' },
  approved: { nl: 'Goedgekeurd', en: 'Approved' },
  working: { nl: 'Wordt uitgevoerd', en: 'Being carried out' },
  refused: { nl: 'Afgewezen', en: 'Refused' },
  failed: { nl: 'Niet klaar', en: 'Not done' },
  lapsed: { nl: 'Vervallen', en: 'Lapsed' },
  doneAccess: { nl: 'Gegeven', en: 'Given' },
  doneErasure: { nl: 'Gewist', en: 'Erased' },
  daysLeft: {
    nl: (days: number) => (days === 0 ? 'Vandaag nog' : `Nog ${counted(days, 'dag', 'dagen', 'nl')}`),
    en: (days: number) => (days === 0 ? 'Today' : `${counted(days, 'day', 'days', 'en')} left`),
  },
  daysLate: {
    nl: (days: number) => `${counted(days, 'dag', 'dagen', 'nl')} te laat`,
    en: (days: number) => `${counted(days, 'day', 'days', 'en')} late`,
  },
  dueBy: { nl: (day: string) => `uiterlijk ${day}`, en: (day: string) => `by ${day}` },
  wantsAccess: {
    nl: 'Iemand wil zien wat je over diegene bewaart',
    en: 'Somebody wants to see what you hold about them',
  },
  wantsErasure: { nl: 'Iemand wil gewist worden', en: 'Somebody wants to be erased' },
  failedRequest: {
    nl: (number: number) => `Privacyverzoek ${number} is niet klaar`,
    en: (number: number) => `Privacy request ${number} is not done`,
  },
  write: { nl: 'Verzoek opschrijven', en: 'Write down a request' },
  asker: { nl: 'wie het verzoek deed', en: 'whoever made the request' },
} as const
