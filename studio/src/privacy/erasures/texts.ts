import { counted } from '@helder/words'

/** The words about erasures and their proof. */
export const texts = {
  erasures: { nl: 'Wissingen', en: 'Erasures' },
  erasuresAbout: {
    nl: 'Elke wissing staat als regel in het grootboek van wissingen. Dat ligt buiten de database en buiten de reservekopieën, zodat het blijft weten wie er weg moet blijven. Namen of adressen staan er niet in.',
    en: 'Each erasure is a line in the ledger of erasures. That lies outside the database and outside the backups, so that it keeps knowing who must stay away. It holds no names or addresses.',
  },
  erasure: { nl: 'Wissing', en: 'Erasure' },
  ofRequest: {
    nl: (number: number) => `Voor verzoek ${number}`,
    en: (number: number) => `For request ${number}`,
  },
  when: { nl: 'Gewist op', en: 'Erased on' },
  what: { nl: 'Gewist', en: 'Erased' },
  left: { nl: 'Teruggevonden', en: 'Found again' },
  nothing: { nl: 'Niets', en: 'Nothing' },
  repeated: { nl: 'Herhaald', en: 'Repeated' },
  entry: { nl: 'Regel', en: 'Entry' },
  things: {
    nl: (count: number) => counted(count, 'ding', 'dingen', 'nl'),
    en: (count: number) => counted(count, 'thing', 'things', 'en'),
  },
  times: {
    nl: (count: number) => (count === 0 ? 'Nooit' : counted(count, 'keer', 'keer', 'nl')),
    en: (count: number) => (count === 0 ? 'Never' : counted(count, 'time', 'times', 'en')),
  },
  none: { nl: 'Er is nog niemand gewist', en: 'Nobody has been erased yet' },
  noneAbout: {
    nl: 'Keur je een verzoek om te wissen goed, dan komt het bewijs hier te staan. Het blijft, ook als het verzoek zelf al weg is.',
    en: 'When you approve a request to erase, its proof comes to stand here. It stays, even when the request itself is gone.',
  },

  proof: { nl: 'Bewijs van wissing', en: 'Proof of erasure' },
  toRequests: { nl: 'Alle wissingen', en: 'All erasures' },
  print: { nl: 'Afdrukken', en: 'Print' },
  noProof: { nl: 'Dit bewijs is er nog niet', en: 'This proof is not here yet' },
  noProofAbout: {
    nl: 'Er staat geen voltooide wissing voor dit verzoek in het grootboek.',
    en: 'The ledger has no completed erasure for this request.',
  },
  by: {
    nl: (controller: string, operator: string) => `${controller}, uitgevoerd door Helder bij ${operator}`,
    en: (controller: string, operator: string) => `${controller}, carried out by Helder at ${operator}`,
  },
  headline: {
    nl: (number: number, at: string) => `Verzoek ${number}, gewist op ${at}`,
    en: (number: number, at: string) => `Request ${number}, erased on ${at}`,
  },
  summary: {
    nl: (found: number, places: number) =>
      `Over deze persoon ${found === 1 ? 'is' : 'zijn'} ${counted(found, 'ding', 'dingen', 'nl')} gevonden, op ${counted(places, 'plek', 'plekken', 'nl')}.`,
    en: (found: number, places: number) =>
      `${counted(found, 'thing was', 'things were', 'en')} found about this person, in ${counted(places, 'place', 'places', 'en')}.`,
  },
  erasedCount: {
    nl: (count: number) => `${count} ${count === 1 ? 'is' : 'zijn'} gewist.`,
    en: (count: number) => `${count} ${count === 1 ? 'was' : 'were'} erased.`,
  },
  blankedCount: {
    nl: (count: number) =>
      count === 1 ? '1 bleef, zonder de persoon erin.' : `${count} bleven, zonder de persoon erin.`,
    en: (count: number) =>
      count === 1 ? '1 stayed, without the person in it.' : `${count} stayed, without the person in them.`,
  },
  stayedCount: {
    nl: (count: number) => (count === 1 ? '1 moest blijven.' : `${count} moesten blijven.`),
    en: (count: number) => `${count} had to stay.`,
  },

  whatWent: { nl: 'Wat er gewist is', en: 'What was erased' },
  whatWentAbout: {
    nl: 'Elke plek in de woorden die de persoon zelf leest.',
    en: 'Each place in the words that the person reads.',
  },
  where: { nl: 'Waar', en: 'Where' },
  found: { nl: 'Gevonden', en: 'Found' },
  erased: { nl: 'Gewist', en: 'Erased' },
  blanked: { nl: 'Zonder persoon', en: 'Without person' },
  stayed: { nl: 'Gebleven', en: 'Stayed' },

  whatSearched: { nl: 'Waar daarna gezocht is', en: 'Where it was looked for afterwards' },
  searchedAbout: {
    nl: (places: number, rows: number, objects: number) =>
      `Na het wissen is alles van de werkruimte doorzocht: ${counted(places, 'plek', 'plekken', 'nl')}, ${counted(rows, 'rij', 'rijen', 'nl')} en ${counted(objects, 'bestand', 'bestanden', 'nl')}. Ook de wachtrij en de logboeken van de server, en wat in bestanden verpakt zit.`,
    en: (places: number, rows: number, objects: number) =>
      `After the erasure everything of the workspace was searched: ${counted(places, 'place', 'places', 'en')}, ${counted(rows, 'row', 'rows', 'en')} and ${counted(objects, 'file', 'files', 'en')}. The queue and the logs of the server too, and what is packed in files.`,
  },
  before: {
    nl: (places: number) => `Ervoor: gezien op ${counted(places, 'plek', 'plekken', 'nl')}`,
    en: (places: number) => `Before: seen in ${counted(places, 'place', 'places', 'en')}`,
  },
  beforeWhy: {
    nl: 'Zo staat vast dat de controle deze persoon kan zien.',
    en: 'This makes certain that the check can see this person.',
  },
  after: {
    nl: (places: number) =>
      places === 0 ? 'Erna: nergens' : `Erna: op ${counted(places, 'plek', 'plekken', 'nl')}`,
    en: (places: number) =>
      places === 0 ? 'After: nowhere' : `After: in ${counted(places, 'place', 'places', 'en')}`,
  },
  afterStayed: {
    nl: 'Alleen waar iets moest blijven; hieronder staat waarom.',
    en: 'Only where something had to stay; the reason is below.',
  },
  afterUnexpected: {
    nl: (count: number) =>
      `${counted(count, 'keer', 'keer', 'nl')} op een plek waar niets had mogen blijven. De wissing is niet klaar.`,
    en: (count: number) =>
      `${counted(count, 'time', 'times', 'en')} in a place where nothing should have stayed. The erasure is not done.`,
  },
  mentions: {
    nl: 'De naam van deze persoon komt nog voor op deze plekken. Het kan ook een naamgenoot zijn; dat moet een mens beoordelen:',
    en: 'The name of this person still occurs in these places. It may also be a namesake; a person must judge that:',
  },
  mention: {
    nl: (place: string, count: number) => `${place}: ${counted(count, 'keer', 'keer', 'nl')}`,
    en: (place: string, count: number) => `${place}: ${counted(count, 'time', 'times', 'en')}`,
  },
  inRecords: { nl: 'Formulieren en inhoud', en: 'Forms and content' },
  inAccounts: { nl: 'Accounts', en: 'Accounts' },
  inMembers: { nl: 'Leden en uitnodigingen', en: 'Members and invitations' },
  inMail: { nl: 'Mail', en: 'Mail' },
  inRequests: { nl: 'Privacyverzoeken', en: 'Privacy requests' },
  inSites: { nl: 'Websites', en: 'Websites' },
  inFiles: { nl: 'Bestanden', en: 'Files' },
  inServer: { nl: 'De server zelf', en: 'The server itself' },
  unopened: {
    nl: (count: number) =>
      `${counted(count, 'bestand was', 'bestanden waren', 'nl')} te groot of te vaak verpakt om uit te pakken, en ${count === 1 ? 'is' : 'zijn'} doorzocht zoals ${count === 1 ? 'het is' : 'ze zijn'}.`,
    en: (count: number) =>
      `${counted(count, 'file was', 'files were', 'en')} too large or packed too often to unpack, and ${count === 1 ? 'was' : 'were'} searched as ${count === 1 ? 'it is' : 'they are'}.`,
  },

  whatStayed: { nl: 'Wat er nog is, en waarom', en: 'What is left, and why' },
  nothingStayed: { nl: 'Er is niets van deze persoon bewaard.', en: 'Nothing of this person was kept.' },

  restored: { nl: 'Herhaald na een reservekopie', en: 'Repeated after a backup' },
  neverRestored: {
    nl: 'Sindsdien is er geen reservekopie teruggezet. Gebeurt dat, dan wist Helder opnieuw voordat er iemand binnen kan, en staat het hier.',
    en: 'No backup was restored since. Should that happen, then Helder erases again before anyone gets in, and it will say so here.',
  },
  repetition: {
    nl: (at: string, again: number, left: number) =>
      `Op ${at} is een reservekopie teruggezet. De wissing is herhaald: ${counted(again, 'ding', 'dingen', 'nl')} opnieuw gewist, ${left} over.`,
    en: (at: string, again: number, left: number) =>
      `On ${at} a backup was restored. The erasure was repeated: ${counted(again, 'thing', 'things', 'en')} erased again, ${left} left.`,
  },

  check: { nl: 'Zo kijk je het na', en: 'How to check it' },
  ledgerEntry: { nl: 'Regel in het grootboek van wissingen', en: 'Entry in the ledger of erasures' },
  hash: { nl: 'Vingerafdruk van die regel (SHA-256)', en: 'Fingerprint of that entry (SHA-256)' },
  checkAbout: {
    nl: 'De vingerafdruk is berekend uit de regel zelf en uit de vingerafdruk van de regel ervoor. Verandert er later iets aan een regel, dan kloppen die van alle volgende regels niet meer.',
    en: 'The fingerprint is computed from the entry itself and from the fingerprint of the entry before it. Should an entry be changed later, then those of all entries after it no longer fit.',
  },
  checkPerson: {
    nl: 'De organisatie en de persoon zien elk op hun eigen pagina dezelfde regel en dezelfde vingerafdruk. Vergelijk ze.',
    en: 'The organisation and the person each see the same entry and the same fingerprint on their own page. Compare them.',
  },
  checkOperator: {
    nl: 'De beheerder van deze Helder kijkt het hele grootboek na met dit commando:',
    en: 'The operator of this Helder checks the whole ledger with this command:',
  },
  command: { nl: 'Commando', en: 'Command' },
} as const
