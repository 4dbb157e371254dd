import { counted } from '@helder/words'

/** The words of publishing. */
export const texts = {
  title: { nl: (site: string) => `${site} publiceren`, en: (site: string) => `Publish ${site}` },
  about: {
    nl: 'Dit zien bezoekers veranderen.',
    en: 'This is what visitors will see change.',
  },
  first: {
    nl: 'De website gaat voor het eerst open. Alles hieronder komt voor iedereen te staan.',
    en: 'The website opens for the first time. Everything below will be there for everybody.',
  },
  nothing: { nl: 'Er wacht niets op publiceren', en: 'Nothing waits to be published' },
  nothingAbout: {
    nl: 'Bezoekers zien alles al. Verander iets aan de code of de inhoud, dan staat het hier.',
    en: 'Visitors see everything already. Change something in the code or the content, and it stands here.',
  },
  files: {
    nl: (count: number) => counted(count, 'bestand', 'bestanden', 'nl'),
    en: (count: number) => counted(count, 'file', 'files', 'en'),
  },
  definitions: {
    nl: 'De inrichting van verzamelingen en formulieren',
    en: 'The set-up of collections and forms',
  },
  items: {
    nl: (count: number) => `${counted(count, 'item', 'items', 'nl')} op de website`,
    en: (count: number) => `${counted(count, 'item', 'items', 'en')} on the website`,
  },
  drafts: { nl: 'Concepten', en: 'Drafts' },
  draftsAbout: {
    nl: 'Concepten blijven thuis, tenzij je ze aankruist.',
    en: 'Drafts stay at home, unless you tick them.',
  },
  allDrafts: { nl: 'Alle concepten meenemen', en: 'Take all drafts along' },
  show: { nl: 'Welke', en: 'Which' },
  added: { nl: 'nieuw', en: 'new' },
  changed: { nl: 'veranderd', en: 'changed' },
  removed: { nl: 'weg', en: 'gone' },
  more: {
    nl: (count: number) => `en nog ${count}`,
    en: (count: number) => `and ${count} more`,
  },
  inWay: { nl: 'Dit moet eerst', en: 'This comes first' },
  inWayAbout: {
    nl: 'Zolang dit er staat kan de website niet gepubliceerd worden.',
    en: 'As long as this is here the website can not be published.',
  },
  worthLook: { nl: 'Kijk hier nog eens naar', en: 'Have another look at this' },
  note: { nl: 'Notitie bij deze uitgave', en: 'Note with this release' },
  noteHelp: {
    nl: 'Voor jezelf en je collega’s, bijvoorbeeld: nieuwe openingstijden.',
    en: 'For yourself and your colleagues, for instance: new opening hours.',
  },
  publish: { nl: 'Publiceren', en: 'Publish' },
  asking: { nl: 'De uitgave wordt klaargezet', en: 'The release is being prepared' },
  close: { nl: 'Sluiten', en: 'Close' },
  building: { nl: 'De pagina’s worden gemaakt', en: 'The pages are being made' },
  waits: { nl: 'De uitgave wacht op zijn beurt', en: 'The release waits for its turn' },
  mayLeave: {
    nl: 'Je kunt dit sluiten en verder werken. Als het klaar is hoor je het.',
    en: 'You can close this and go on working. You will hear when it is done.',
  },
  isLive: {
    nl: (number: number) => `Uitgave ${number} is live`,
    en: (number: number) => `Release ${number} is live`,
  },
  isLiveAbout: { nl: 'Bezoekers zien hem nu op', en: 'Visitors see it now at' },
  pages: {
    nl: (count: number) => `${counted(count, 'pagina', 'pagina’s', 'nl')} gemaakt.`,
    en: (count: number) => `${counted(count, 'page', 'pages', 'en')} made.`,
  },
  wasLive: {
    nl: (number: number) => `Uitgave ${number} is klaar`,
    en: (number: number) => `Release ${number} is ready`,
  },
  wasLiveAbout: {
    nl: 'Intussen is er een andere uitgave live gezet.',
    en: 'Meanwhile another release was put live.',
  },
  failed: { nl: 'Publiceren is niet gelukt', en: 'Publishing did not work' },
  failedAbout: {
    nl: 'Wat bezoekers zien is niet veranderd. Dit stond in de weg:',
    en: 'What visitors see has not changed. This stood in the way:',
  },
  withdrawn: { nl: 'Deze uitgave is er niet meer', en: 'This release is gone' },
  again: { nl: 'Terug naar de veranderingen', en: 'Back to the changes' },
  look: { nl: 'Website bekijken', en: 'Look at the website' },
  filesOfOthers: {
    nl: 'Aan de code wordt door anderen gewerkt. Kruis het alleen aan als je zeker weet dat ze klaar zijn.',
    en: 'Others work on the code. Tick it only when you are sure that they are done.',
  },
} as const
