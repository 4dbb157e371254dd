import { counted } from '@helder/words'

/** The words of the overview of privacy. */
export const texts = {
  overview: { nl: 'Overzicht', en: 'Overview' },
  waits: { nl: 'Wat wacht', en: 'What waits' },
  nothingWaits: { nl: 'Er wacht geen verzoek.', en: 'No request waits.' },
  firstDue: {
    nl: (count: number, day: string) =>
      `${counted(count, 'verzoek wacht', 'verzoeken wachten', 'nl')} op antwoord. ${count === 1 ? 'Dat' : 'Het eerste'} moet er uiterlijk ${day} zijn.`,
    en: (count: number, day: string) =>
      `${counted(count, 'request waits', 'requests wait', 'en')} for an answer. ${count === 1 ? 'It' : 'The first'} is due by ${day}.`,
  },
  toRequests: { nl: 'Alle verzoeken', en: 'All requests' },
  held: { nl: 'Wat er bewaard wordt', en: 'What is held' },
  heldAbout: {
    nl: (kinds: number, places: number, forms: number) =>
      `${counted(kinds, 'soort gegevens', 'soorten gegevens', 'nl')} over mensen, op ${counted(places, 'plek', 'plekken', 'nl')}.${forms > 0 ? ` Daarvan ${forms === 1 ? 'vraagt of toont' : 'vragen of tonen'} je eigen formulieren en verzamelingen er ${forms}.` : ''}`,
    en: (kinds: number, places: number, forms: number) =>
      `${counted(kinds, 'kind of data', 'kinds of data', 'en')} about people, in ${counted(places, 'place', 'places', 'en')}.${forms > 0 ? ` Of these your own forms and collections ask or show ${forms}.` : ''}`,
  },
  toRegister: { nl: 'Naar het register', en: 'To the register' },
  erased: { nl: 'Gewist', en: 'Erased' },
  lastErased: {
    nl: (day: string, count: number, total: number) =>
      `Het laatst op ${day}: ${counted(count, 'ding', 'dingen', 'nl')}. In totaal ${counted(total, 'wissing', 'wissingen', 'nl')}.`,
    en: (day: string, count: number, total: number) =>
      `Last on ${day}: ${counted(count, 'thing', 'things', 'en')}. ${counted(total, 'erasure', 'erasures', 'en')} in all.`,
  },
  neverErased: { nl: 'Er is nog niemand gewist.', en: 'Nobody has been erased yet.' },
  lastRepeated: {
    nl: (day: string, left: number) =>
      `Op ${day} is een reservekopie teruggezet, en zijn de wissingen herhaald. ${left === 0 ? 'Er bleef niets over.' : `Er bleef ${left} over.`}`,
    en: (day: string, left: number) =>
      `On ${day} a backup was restored, and the erasures were repeated. ${left === 0 ? 'Nothing was left.' : `${left} was left.`}`,
  },
  neverRepeated: {
    nl: 'Sindsdien is er geen reservekopie teruggezet.',
    en: 'No backup was restored since.',
  },
  toProof: { nl: 'Het laatste bewijs', en: 'The last proof' },
  pages: { nl: 'Waar bezoekers hun verzoek doen', en: 'Where visitors make their request' },
  pagesAbout: {
    nl: 'Elke website heeft deze pagina al. Zet er een link naartoe, bijvoorbeeld onderaan elke pagina.',
    en: 'Each website has this page already. Put a link to it, for instance at the foot of each page.',
  },
  noSites: {
    nl: 'Zodra er een website is, staat het adres van de privacypagina hier.',
    en: 'As soon as there is a website, the address of its privacy page stands here.',
  },
  notLive: { nl: 'nog niet gepubliceerd', en: 'not published yet' },
} as const
