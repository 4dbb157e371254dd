import { size, text } from '@helder/words'

/** The words around the inputs of an item. */
export const texts = {
  toPublish: text('Nodig om te publiceren', 'Needed to publish'),
  none: text('Geen keuze', 'No choice'),
  linkHelp: text(
    'Begin met https://, of met / voor een eigen pagina.',
    'Begin with https://, or with / for a page of your own.',
  ),
  chooseFile: text('Kies een bestand of sleep het hierheen', 'Choose a file or drop it here'),
  choosePicture: text('Kies een plaatje of sleep het hierheen', 'Choose a picture or drop it here'),
  pasteToo: text('Plakken kan ook.', 'Pasting works as well.'),
  replace: text('Vervangen', 'Replace'),
  remove: text('Verwijderen', 'Remove'),
  removed: {
    nl: (name: string) => `${name} is verwijderd`,
    en: (name: string) => `${name} is removed`,
  },
  sending: { nl: (name: string) => `${name} versturen`, en: (name: string) => `Sending ${name}` },
  stop: text('Stoppen', 'Stop'),
  again: text('Opnieuw proberen', 'Try again'),
  tooLarge: {
    nl: (most: number) =>
      `Dit bestand is groter dan ${size(most, 'nl')}. Maak het kleiner, of kies een ander.`,
    en: (most: number) => `This file is larger than ${size(most, 'en')}. Make it smaller, or choose another.`,
  },
  noPicture: text(
    'Dit is geen plaatje dat een website kan tonen. Kies een JPEG, PNG, GIF of WebP.',
    'This is no picture that a website can show. Choose a JPEG, PNG, GIF or WebP.',
  ),
  alt: text('Wat is erop te zien?', 'What does it show?'),
  altHelp: text(
    'Voor wie het plaatje niet ziet. Laat leeg als het alleen versiering is.',
    'For who can not see the picture. Leave empty if it is only decoration.',
  ),
  find: { nl: (name: string) => `Zoek in ${name}`, en: (name: string) => `Search ${name}` },
  nothingToRefer: text('Niets gevonden. Probeer een ander woord.', 'Nothing found. Try another word.'),
  looking: text('Zoeken …', 'Searching …'),
  options: {
    nl: (count: number) => (count === 1 ? '1 mogelijkheid' : `${count} mogelijkheden`),
    en: (count: number) => (count === 1 ? '1 option' : `${count} options`),
  },
  noCollection: text(
    'De verzameling waaruit je hier kiest, is er niet meer.',
    'The collection to choose from is no longer there.',
  ),
  unchoose: { nl: (name: string) => `${name} weghalen`, en: (name: string) => `Take ${name} away` },
  gone: text('Iets dat weg is', 'Something that is gone'),
  add: { nl: (name: string) => `${name} toevoegen`, en: (name: string) => `Add ${name}` },
  addBlock: text('Blok toevoegen', 'Add a block'),
  removeOf: { nl: (name: string) => `${name} verwijderen`, en: (name: string) => `Remove ${name}` },
  itemName: {
    nl: (name: string, at: number) => `${name} ${at}`,
    en: (name: string, at: number) => `${name} ${at}`,
  },
  full: {
    nl: (most: number) => `Meer dan ${most} kan hier niet.`,
    en: (most: number) => `There is no room here for more than ${most}.`,
  },
} as const
