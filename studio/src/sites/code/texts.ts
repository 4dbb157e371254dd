import { counted } from '@helder/words'

/** The words of the code editor. */
export const texts = {
  code: { nl: 'Code', en: 'Code' },
  views: { nl: 'Wat je ziet', en: 'What you see' },
  files: { nl: 'Bestanden', en: 'Files' },
  editor: { nl: 'Bewerken', en: 'Edit' },
  preview: { nl: 'Voorbeeld', en: 'Preview' },
  widthOfFiles: { nl: 'Breedte van de bestanden', en: 'Width of the files' },
  widthOfPreview: { nl: 'Breedte van het voorbeeld', en: 'Width of the preview' },
  hidePreview: { nl: 'Voorbeeld verbergen', en: 'Hide the preview' },
  showPreview: { nl: 'Voorbeeld ernaast', en: 'Preview beside it' },

  find: { nl: 'Bestand zoeken', en: 'Find a file' },
  noneFound: { nl: 'Geen bestand heet zo.', en: 'No file has such a name.' },
  noFiles: {
    nl: 'Nog geen bestanden. Maak er een, of sleep ze hierheen.',
    en: 'No files yet. Make one, or drop some here.',
  },
  added: { nl: 'nieuw', en: 'new' },
  changed: { nl: 'veranderd', en: 'changed' },
  holdsChanges: { nl: 'hierin is iets veranderd', en: 'something in here has changed' },
  newFile: { nl: 'Nieuw bestand', en: 'New file' },
  newHelp: {
    nl: 'Met de mappen ervoor, zoals pages/contact.liquid. Mappen die er nog niet zijn ontstaan vanzelf.',
    en: 'With the folders before it, such as pages/contact.liquid. Folders that are not there yet come by themselves.',
  },
  path: { nl: 'Pad', en: 'Path' },
  make: { nl: 'Bestand maken', en: 'Make the file' },
  upload: { nl: 'Bestanden uploaden', en: 'Upload files' },
  uploading: {
    nl: (name: string) => `${name} wordt geüpload`,
    en: (name: string) => `${name} is being uploaded`,
  },
  uploaded: {
    nl: (count: number) => `${counted(count, 'bestand', 'bestanden', 'nl')} geüpload`,
    en: (count: number) => `${counted(count, 'file', 'files', 'en')} uploaded`,
  },
  notUploaded: {
    nl: (name: string, why: string) => `${name} is niet geüpload. ${why}`,
    en: (name: string, why: string) => `${name} was not uploaded. ${why}`,
  },
  actionsOf: { nl: (name: string) => `Acties voor ${name}`, en: (name: string) => `Actions for ${name}` },
  actions: { nl: 'Acties', en: 'Actions' },
  move: { nl: 'Naam of map veranderen', en: 'Rename or move' },
  moveTo: { nl: 'Nieuw pad', en: 'New path' },
  moveHelp: {
    nl: 'Links naar dit bestand in andere bestanden veranderen niet mee.',
    en: 'Links to this file in other files do not change along.',
  },
  doMove: { nl: 'Veranderen', en: 'Change' },
  moved: { nl: (path: string) => `Heet nu ${path}`, en: (path: string) => `Is now called ${path}` },
  remove: { nl: 'Verwijderen', en: 'Remove' },
  removed: { nl: (name: string) => `${name} is verwijderd`, en: (name: string) => `${name} is removed` },
  download: { nl: 'Downloaden', en: 'Download' },
  versions: { nl: 'Oudere versies', en: 'Older versions' },
  cancel: { nl: 'Annuleren', en: 'Cancel' },

  openFiles: { nl: 'Open bestanden', en: 'Open files' },
  close: { nl: (name: string) => `${name} sluiten`, en: (name: string) => `Close ${name}` },
  closeFile: { nl: 'Bestand sluiten', en: 'Close the file' },
  unsaved: { nl: 'nog niet opgeslagen', en: 'not saved yet' },
  choose: { nl: 'Kies een bestand', en: 'Choose a file' },
  chooseAbout: {
    nl: 'Wat je typt wordt vanzelf bewaard en staat meteen in het voorbeeld. Bezoekers zien het pas als je publiceert.',
    en: 'What you type is saved by itself and stands in the preview at once. Visitors see it only when you publish.',
  },
  notThere: { nl: 'Dit bestand is er niet', en: 'This file is not here' },
  notThereAbout: {
    nl: (path: string) => `Er is geen ${path}. Misschien heeft iemand het verplaatst of verwijderd.`,
    en: (path: string) => `There is no ${path}. Perhaps somebody moved or removed it.`,
  },
  contentOf: { nl: (path: string) => `Inhoud van ${path}`, en: (path: string) => `Content of ${path}` },
  tabKey: {
    nl: 'Tab springt in. Met Escape en dan Tab ga je verder naar het volgende.',
    en: 'Tab indents. Escape and then Tab leads on to what comes next.',
  },
  gone: {
    nl: 'Dit bestand is verwijderd of verplaatst. Verander er iets aan, dan komt het terug.',
    en: 'This file was removed or moved. Change something in it, and it comes back.',
  },
  noProblems: { nl: 'Geen problemen', en: 'No problems' },
  problems: {
    nl: (count: number) => counted(count, 'probleem', 'problemen', 'nl'),
    en: (count: number) => counted(count, 'problem', 'problems', 'en'),
  },
  problemAt: { nl: (line: number) => `regel ${line}`, en: (line: number) => `line ${line}` },
  elsewhere: {
    nl: (count: number) => `${counted(count, 'probleem', 'problemen', 'nl')} in andere bestanden`,
    en: (count: number) => `${counted(count, 'problem', 'problems', 'en')} in other files`,
  },
  notSaved: { nl: 'Niet opgeslagen', en: 'Not saved' },
  pictureOf: { nl: (path: string) => `Het plaatje ${path}`, en: (path: string) => `The picture ${path}` },
  pictureSize: {
    nl: (width: number, height: number) => `${width} bij ${height} pixels`,
    en: (width: number, height: number) => `${width} by ${height} pixels`,
  },
  binary: {
    nl: 'Dit bestand bestaat niet uit tekst, dus hier is niets te bewerken.',
    en: 'This file does not consist of text, so there is nothing to edit here.',
  },
  large: {
    nl: 'Dit bestand is te groot om hier te bewerken. Download het, en upload het daarna weer.',
    en: 'This file is too large to edit here. Download it, and upload it again afterwards.',
  },

  conflict: {
    nl: (by: string) => `${by} heeft dit bestand intussen ook veranderd`,
    en: (by: string) => `${by} has changed this file meanwhile, too`,
  },
  conflictRemoved: {
    nl: (by: string) => `${by} heeft dit bestand intussen verwijderd`,
    en: (by: string) => `${by} has removed this file meanwhile`,
  },
  somebody: { nl: 'Iemand', en: 'Somebody' },
  conflictAbout: {
    nl: 'Er is nog niets verloren. Kies welke tekst verdergaat. Die op de server blijft bij de oudere versies staan; die van jou is weg als je de andere kiest.',
    en: 'Nothing is lost yet. Choose which text goes on. The one on the server stays among the older versions; yours is gone when you choose the other.',
  },
  keepMine: { nl: 'Verder met mijn tekst', en: 'Go on with my text' },
  takeTheirs: { nl: 'Verder met de tekst op de server', en: 'Go on with the text on the server' },
  letGo: { nl: 'Verwijderd laten', en: 'Leave it removed' },
  theirs: { nl: 'Op de server', en: 'On the server' },
  mine: { nl: 'Van jou', en: 'Yours' },

  versionsOf: {
    nl: (name: string) => `Oudere versies van ${name}`,
    en: (name: string) => `Older versions of ${name}`,
  },
  versionsAbout: {
    nl: 'Elke keer dat het bestand werd opgeslagen. Kies er een om te zien wat er sindsdien veranderde.',
    en: 'Every time the file was saved. Choose one to see what has changed since.',
  },
  backToFile: { nl: 'Terug naar het bestand', en: 'Back to the file' },
  version: { nl: (number: number) => `Versie ${number}`, en: (number: number) => `Version ${number}` },
  now: { nl: 'nu', en: 'now' },
  removal: { nl: 'verwijderd', en: 'removed' },
  onlyVersion: {
    nl: 'Er is nog geen oudere versie. Zodra het bestand verandert staat de vorige hier.',
    en: 'There is no older version yet. As soon as the file changes, the one before stands here.',
  },
  restore: { nl: 'Deze versie terugzetten', en: 'Restore this version' },
  restored: {
    nl: (version: number) => `Versie ${version} is teruggezet`,
    en: (version: number) => `Version ${version} is restored`,
  },
  sameAsNow: {
    nl: 'Deze versie is gelijk aan het bestand van nu.',
    en: 'This version equals the file as it is now.',
  },
  changesSince: {
    nl: (version: number) => `Wat er sinds versie ${version} veranderde`,
    en: (version: number) => `What has changed since version ${version}`,
  },
  notAsText: {
    nl: 'Deze versie bestaat niet uit tekst, dus de verschillen zijn niet te tonen.',
    en: 'This version does not consist of text, so the differences can not be shown.',
  },
} as const
