import { counted } from '@helder/words'

/** The words of the register. */
export const texts = {
  register: { nl: 'Register', en: 'Register' },
  registerAbout: {
    nl: (name: string) =>
      `Alles wat ${name} over mensen bewaart: wat, waarvoor, hoe lang en wie het ziet. Het komt uit de inrichting zelf, dus het loopt niet achter. Je kunt dit zo aan iemand geven; met je kantooradres erbij is het een deel van je verwerkingsregister (art. 30 AVG).`,
    en: (name: string) =>
      `All that ${name} holds about people: what, why, how long and who sees it. It comes from the set-up itself, so it does not lag behind. You can hand it to someone as it is; with your office address it is a part of your record of processing (art. 30 GDPR).`,
  },
  find: { nl: 'Zoeken', en: 'Search' },
  category: { nl: 'Soort', en: 'Kind' },
  allKinds: { nl: 'Alle soorten', en: 'All kinds' },
  held: {
    nl: (kinds: number, places: number) =>
      `${counted(kinds, 'soort gegevens', 'soorten gegevens', 'nl')} op ${counted(places, 'plek', 'plekken', 'nl')}`,
    en: (kinds: number, places: number) =>
      `${counted(kinds, 'kind of data', 'kinds of data', 'en')} in ${counted(places, 'place', 'places', 'en')}`,
  },
  nothingFound: { nl: 'Niets gevonden', en: 'Nothing found' },
  nothingFoundAbout: {
    nl: 'Geen gegeven past bij wat je zoekt. Probeer een ander woord, of kijk bij alle soorten.',
    en: 'No data fits what you look for. Try another word, or look at all kinds.',
  },
  all: { nl: 'Alles tonen', en: 'Show everything' },
  csv: { nl: 'Als CSV downloaden', en: 'Download as CSV' },
  print: { nl: 'Afdrukken', en: 'Print' },

  forms: { nl: 'Formulieren', en: 'Forms' },
  content: { nl: 'Inhoud', en: 'Content' },
  records: { nl: 'Formulieren en inhoud', en: 'Forms and content' },
  accounts: { nl: 'Accounts', en: 'Accounts' },
  members: { nl: 'Leden en uitnodigingen', en: 'Members and invitations' },
  mail: { nl: 'Mail', en: 'Mail' },
  requests: { nl: 'Privacyverzoeken', en: 'Privacy requests' },
  sites: { nl: 'Websites', en: 'Websites' },
  other: { nl: 'Verder', en: 'Other' },
  openForm: { nl: 'Formulier openen', en: 'Open the form' },
  openContent: { nl: 'Verzameling openen', en: 'Open the collection' },

  where: { nl: 'Waar', en: 'Where' },
  what: { nl: 'Gegeven', en: 'Data' },
  why: { nl: 'Waarvoor', en: 'What for' },
  howLong: { nl: 'Hoe lang', en: 'How long' },
  whoSees: { nl: 'Wie ziet het', en: 'Who sees it' },
  nobodyElse: { nl: 'niemand anders', en: 'nobody else' },
  source: { nl: 'Bron', en: 'Source' },
} as const
