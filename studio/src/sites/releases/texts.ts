import { counted } from '@helder/words'

/** The words of releases. */
export const texts = {
  releases: { nl: 'Uitgaven', en: 'Releases' },
  about: {
    nl: 'Elke keer dat je publiceert ontstaat een uitgave: de hele website, zoals hij toen was. Een eerdere zet je met één druk weer neer.',
    en: 'Each time you publish, a release is made: the whole website as it was then. An earlier one is put back with one press.',
  },
  none: { nl: 'Nog geen uitgave', en: 'No release yet' },
  noneAbout: {
    nl: 'Zodra je publiceert staat hier wat bezoekers zien, en kun je altijd terug.',
    en: 'As soon as you publish, what visitors see stands here, and you can always go back.',
  },
  release: { nl: 'Uitgave', en: 'Release' },
  numbered: { nl: (number: number) => `Uitgave ${number}`, en: (number: number) => `Release ${number}` },
  state: { nl: 'Stand', en: 'State' },
  note: { nl: 'Notitie', en: 'Note' },
  by: { nl: 'Door', en: 'By' },
  helder: { nl: 'Helder', en: 'Helder' },
  made: { nl: 'Wanneer', en: 'When' },
  asked: { nl: 'Gevraagd', en: 'Asked' },
  finished: { nl: 'Klaar', en: 'Finished' },
  pages: { nl: 'Pagina’s', en: 'Pages' },
  pageCount: {
    nl: (count: number) => counted(count, 'pagina', 'pagina’s', 'nl'),
    en: (count: number) => counted(count, 'page', 'pages', 'en'),
  },
  live: { nl: 'Live', en: 'Live' },
  ready: { nl: 'Bewaard', en: 'Kept' },
  building: { nl: 'Wordt gebouwd', en: 'Being built' },
  failed: { nl: 'Niet gelukt', en: 'Did not work' },
  withdrawn: { nl: 'Weggehaald', en: 'Taken away' },
  withdrawnAbout: {
    nl: 'Deze uitgave is er niet meer: ze was te oud, of toonde iemand die gewist is.',
    en: 'This release is gone: it was too old, or showed someone who was erased.',
  },
  failedAbout: {
    nl: 'Dit stond in de weg. Wat bezoekers zien is niet veranderd.',
    en: 'This stood in the way. What visitors see has not changed.',
  },
  worthLook: { nl: 'Kijk hier nog eens naar', en: 'Have another look at this' },
  makeLive: { nl: 'Weer live zetten', en: 'Put live again' },
  makeLiveOf: {
    nl: (number: number) => `Weer live zetten: uitgave ${number}`,
    en: (number: number) => `Put live again: release ${number}`,
  },
  isLive: {
    nl: (number: number) => `Uitgave ${number} is weer live`,
    en: (number: number) => `Release ${number} is live again`,
  },
  makeLiveAbout: {
    nl: 'Bezoekers zien deze uitgave dan meteen. Waar je nu aan werkt verandert niet.',
    en: 'Visitors then see this release at once. What you are working on does not change.',
  },
  follow: { nl: 'Volgen', en: 'Follow' },
} as const
