import { text } from '@helder/words'

/** The words around the content of a site. */
export const texts = {
  content: text('Inhoud', 'Content'),
  contentOf: { nl: (site: string) => `Inhoud van ${site}`, en: (site: string) => `Content of ${site}` },
  none: text('Deze website heeft nog geen verzamelingen', 'This website has no collections yet'),
  noneAbout: text(
    'Een verzameling is inhoud van één soort, zoals nieuws of producten. Wie de website bouwt, richt ze in; daarna schrijf je hier de items.',
    'A collection is content of one kind, such as news or products. Whoever builds the website sets them up; after that you write the items here.',
  ),
  gone: text('Deze verzameling is er niet', 'This collection is not here'),
  goneAbout: text(
    'Misschien is ze verwijderd. Kies een andere verzameling.',
    'Perhaps it was removed. Choose another collection.',
  ),
  title: text('Titel', 'Title'),
  state: text('Stand', 'State'),
  changedAt: text('Veranderd', 'Changed'),
  untitled: text('Zonder titel', 'Untitled'),
  newItem: text('Nieuw item', 'New item'),
  newItemIn: {
    nl: (collection: string) => `Nieuw item in ${collection}`,
    en: (collection: string) => `New item in ${collection}`,
  },
  draft: text('Concept', 'Draft'),
  changed: text('Veranderd', 'Changed'),
  published: text('Gepubliceerd', 'Published'),
  empty: {
    nl: (collection: string) => `Nog niets in ${collection}`,
    en: (collection: string) => `Nothing in ${collection} yet`,
  },
  emptyAbout: text(
    'Maak het eerste item. Het blijft een concept tot je het publiceert.',
    'Make the first item. It stays a draft until you publish it.',
  ),
  emptyToReader: text(
    'Wie hier schrijft, heeft nog geen item gemaakt.',
    'Whoever writes here has not made an item yet.',
  ),
  emptyBin: text('De prullenbak is leeg', 'The bin is empty'),
  emptyBinAbout: text(
    'Wat je weggooit, blijft hier een week staan. Zo lang kun je het terugzetten.',
    'What you throw away stays here for a week. That long you can put it back.',
  ),
  nothingFits: text('Geen item past hierbij', 'No item fits this'),
  nothingFitsAbout: text(
    'Zoek op een ander woord, of laat alles zien.',
    'Try another word, or show everything.',
  ),
  showAll: text('Alles laten zien', 'Show everything'),
  filters: text('Zoeken en kiezen', 'Search and choose'),
  findBy: {
    nl: (field: string) => `Zoek op ${field.toLowerCase()}`,
    en: (field: string) => `Search by ${field.toLowerCase()}`,
  },
  any: { nl: (field: string) => `${field}: alles`, en: (field: string) => `${field}: all` },
  yes: { nl: (field: string) => `${field}: ja`, en: (field: string) => `${field}: yes` },
  no: { nl: (field: string) => `${field}: nee`, en: (field: string) => `${field}: no` },
  option: {
    nl: (field: string, option: string) => `${field}: ${option}`,
    en: (field: string, option: string) => `${field}: ${option}`,
  },
  show: text('Welke items', 'Which items'),
  items: text('Alle items', 'All items'),
  bin: text('Prullenbak', 'Bin'),
} as const
