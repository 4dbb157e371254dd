/** The words of the outbox. */
export const texts = {
  outbox: { nl: 'Uitgaande mail', en: 'Outgoing mail' },
  outboxAbout: {
    nl: 'Elke mail die Helder namens deze werkruimte schreef, dertig dagen lang.',
    en: 'Every mail that Helder wrote for this workspace, for thirty days.',
  },
  staysTitle: { nl: 'Mail gaat hier de deur niet uit', en: 'Mail does not leave this place' },
  stays: {
    nl: 'Deze installatie heeft geen mailserver. Elke mail blijft hier staan, en de links erin werken.',
    en: 'This installation has no mail server. Every mail stays here, and the links in it work.',
  },
  subject: { nl: 'Onderwerp', en: 'Subject' },
  to: { nl: 'Aan', en: 'To' },
  receiver: { nl: 'wie de mail krijgt', en: 'whoever gets the mail' },
  kind: { nl: 'Soort', en: 'Kind' },
  written: { nl: 'Geschreven', en: 'Written' },
  state: { nl: 'Stand', en: 'State' },
  sent: { nl: 'Verstuurd', en: 'Sent' },
  kept: { nl: 'Blijft hier', en: 'Stays here' },
  waiting: { nl: 'Wacht', en: 'Waiting' },
  failed: { nl: 'Mislukt', en: 'Failed' },
  failedAbout: {
    nl: (failure: string) =>
      `De mailserver nam deze mail niet aan (${failure}). Helder probeert het vanzelf opnieuw.`,
    en: (failure: string) =>
      `The mail server did not take this mail (${failure}). Helder tries again by itself.`,
  },
  none: { nl: 'Nog geen mail', en: 'No mail yet' },
  noneAbout: {
    nl: 'Uitnodigingen, links om aan te melden en berichten van formulieren komen hier te staan.',
    en: 'Invitations, links to sign in and messages of forms come to stand here.',
  },
  look: { nl: 'Weergave van de mail', en: 'View of the mail' },
  asLetter: { nl: 'Opgemaakt', en: 'Formatted' },
  asText: { nl: 'Als tekst', en: 'As text' },
  letterOf: {
    nl: (subject: string) => `De mail ‘${subject}’`,
    en: (subject: string) => `The mail ‘${subject}’`,
  },
  secretsGone: {
    nl: 'Links zijn na het versturen weggehaald, zodat niemand anders ze kan gebruiken.',
    en: 'Links were taken out after sending, so that nobody else can use them.',
  },
  waitingMail: {
    nl: (count: number) =>
      count === 1 ? 'Een mail is niet aangekomen' : `${count} mails zijn niet aangekomen`,
    en: (count: number) => (count === 1 ? 'One mail did not arrive' : `${count} mails did not arrive`),
  },
} as const
