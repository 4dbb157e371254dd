import { counted, text } from '@helder/words'

/** The words around one item. */
export const texts = {
  untitled: text('Zonder titel', 'Untitled'),
  item: text('Dit item', 'This item'),
  newItem: text('Nieuw item', 'New item'),
  neverSaved: text(
    'Begin te schrijven; het wordt vanzelf opgeslagen als concept.',
    'Begin to write; it is saved by itself as a draft.',
  ),
  language: text('Taal van de inhoud', 'Language of the content'),
  lacks: {
    nl: (language: string, count: number) => `${language} (mist ${count})`,
    en: (language: string, count: number) => `${language} (lacks ${count})`,
  },
  lacksAbout: {
    nl: (own: string) => `Wat in deze taal ontbreekt, laat de website in het ${own} zien.`,
    en: (own: string) => `What lacks in this language is shown in ${own} on the website.`,
  },
  publish: text('Publiceren', 'Publish'),
  isThere: text('Staat op de website', 'Is on the website'),
  building: text('De website wordt gebouwd', 'The website is being built'),
  isPublished: {
    nl: (title: string) => `${title} staat op de website`,
    en: (title: string) => `${title} is on the website`,
  },
  isOff: {
    nl: (title: string) => `${title} is van de website gehaald`,
    en: (title: string) => `${title} is taken off the website`,
  },
  goesLater: {
    nl: (title: string) => `${title} gaat van de website bij de volgende publicatie`,
    en: (title: string) => `${title} goes off the website with the next publication`,
  },
  notPublished: text('Publiceren lukte niet', 'Publishing did not work'),
  notBuilt: text(
    'Wat bezoekers zien is niet veranderd. Vraag wie de website bouwt om hiernaar te kijken.',
    'What visitors see has not changed. Ask whoever builds the website to look at this.',
  ),
  isLacking: {
    nl: (count: number) => `Eerst nog ${counted(count, 'veld', 'velden', 'nl')} invullen`,
    en: (count: number) => `First fill in ${counted(count, 'more field', 'more fields', 'en')}`,
  },
  isLackingAbout: text(
    'Bij elk veld dat nog iets nodig heeft, staat dat erbij.',
    'Every field that still needs something says so.',
  ),
  notSaved: text(
    'Niet alles is opgeslagen. Kijk de velden met een fout na, en publiceer daarna opnieuw.',
    'Not everything is saved. Look at the fields with a fault, and publish again after that.',
  ),
  toLacking: text('Laat zien', 'Show me'),
  mayNotPublish: text(
    'Wie mag publiceren, zet dit op de website.',
    'Whoever may publish puts this on the website.',
  ),
  moreActions: text('Meer acties', 'More actions'),
  unpublish: text('Van de site halen', 'Take off the site'),
  versions: text('Versies', 'Versions'),
  wider: text('Hele scherm', 'Whole screen'),
  beside: text('Naast de lijst', 'Beside the list'),
  visit: text('Website openen', 'Open website'),
  remove: text('Naar de prullenbak', 'Move to the bin'),
  removed: {
    nl: (title: string) => `${title} ligt in de prullenbak`,
    en: (title: string) => `${title} is in the bin`,
  },
  removedFromSite: {
    nl: (title: string) => `${title} ligt in de prullenbak en gaat bij de volgende publicatie van de website`,
    en: (title: string) => `${title} is in the bin and goes off the website with the next publication`,
  },
  inBin: text('Dit ligt in de prullenbak', 'This is in the bin'),
  inBinAbout: text(
    'Na een week verdwijnt het vanzelf. Zet het terug om verder te schrijven.',
    'After a week it goes by itself. Put it back to go on writing.',
  ),
  putBack: text('Terugzetten', 'Put back'),
  isBack: { nl: (title: string) => `${title} is teruggezet`, en: (title: string) => `${title} is put back` },
  conflict: text('Dit is ook ergens anders veranderd', 'This was changed somewhere else as well'),
  conflictAbout: text(
    'Wat jij schreef staat hieronder nog, maar is niet opgeslagen. Kies welke versie verdergaat; de andere blijft bij de versies.',
    'What you wrote is still below, but it is not saved. Choose which version goes on; the other stays among the versions.',
  ),
  conflictFields: {
    nl: (fields: string) => `Anders: ${fields}.`,
    en: (fields: string) => `Different: ${fields}.`,
  },
  takeTheirs: text('Die versie nemen', 'Take that version'),
  keepMine: text('Mijn versie opslaan', 'Save my version'),
  versionsOf: {
    nl: (title: string) => `Versies van ${title}`,
    en: (title: string) => `Versions of ${title}`,
  },
  versionsAbout: text(
    'Wat je kort na elkaar opslaat, is één versie. Terugzetten maakt een nieuwe versie; er gaat niets verloren.',
    'What you save shortly after each other is one version. Going back makes a new version; nothing is lost.',
  ),
  version: { nl: (number: number) => `Versie ${number}`, en: (number: number) => `Version ${number}` },
  byNobody: text('door een programma', 'by a program'),
  by: { nl: (name: string) => `door ${name}`, en: (name: string) => `by ${name}` },
  current: text('nu', 'now'),
  onSite: text('op de website', 'on the website'),
  whatChanged: text('Wat er veranderde', 'What changed'),
  first: text('De eerste versie.', 'The first version.'),
  sameAsBefore: text('Niets anders dan in de versie ervoor.', 'Nothing other than in the version before.'),
  restore: text('Deze versie terugzetten', 'Go back to this version'),
  restored: {
    nl: (number: number) => `Versie ${number} is teruggezet`,
    en: (number: number) => `Version ${number} is back`,
  },
  before: text('Eerst', 'Before'),
  after: text('Daarna', 'After'),
  onlyFormatting: text('Alleen de opmaak is anders.', 'Only the formatting is different.'),
  removedWords: text('weg', 'gone'),
  addedWords: text('nieuw', 'new'),
  noItem: text('Dit item is er niet', 'This item is not here'),
} as const
