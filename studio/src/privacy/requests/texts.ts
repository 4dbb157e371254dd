import { counted, listed } from '@helder/words'

/** The words about the requests of people. */
export const texts = {
  requests: { nl: 'Verzoeken', en: 'Requests' },
  requestsAbout: {
    nl: 'Mensen mogen zien wat je over hen bewaart (inzage, art. 15 AVG) en vragen om het te wissen (art. 17). Je hebt een maand om te antwoorden.',
    en: 'People may see what you hold about them (access, art. 15 GDPR) and ask you to erase it (art. 17). You have a month to answer.',
  },
  request: { nl: 'Verzoek', en: 'Request' },
  who: { nl: 'Wie', en: 'Who' },
  whoGone: { nl: 'gewist', en: 'erased' },
  state: { nl: 'Stand', en: 'State' },
  afterConfirming: { nl: 'na bevestiging', en: 'after confirming' },
  notNeeded: { nl: 'niet nodig', en: 'not needed' },
  answer: { nl: 'Antwoord', en: 'Answer' },
  kind: { nl: 'Wat vraagt deze persoon?', en: 'What does this person ask?' },
  access: { nl: 'Zien wat er bewaard wordt', en: 'To see what is held' },
  erasure: { nl: 'Gegevens laten wissen', en: 'To have data erased' },
  received: { nl: 'Ontvangen', en: 'Received' },
  asks: { nl: 'Vraagt om', en: 'Asks' },
  asksAccess: { nl: 'inzage: zien wat er bewaard wordt', en: 'access: to see what is held' },
  asksErasure: { nl: 'wissing: alles weg wat weg mag', en: 'erasure: all gone that may go' },
  decided: { nl: 'Besloten', en: 'Decided' },
  decidedBy: {
    nl: (name: string, at: string) => `door ${name}, ${at}`,
    en: (name: string, at: string) => `by ${name}, ${at}`,
  },
  finished: { nl: 'Klaar', en: 'Done' },
  none: { nl: 'Nog geen verzoeken', en: 'No requests yet' },
  noneAbout: {
    nl: 'Bezoekers doen een verzoek op de privacypagina van je website. Komt er een binnen per mail of telefoon, schrijf het dan hier op.',
    en: 'Visitors make a request on the privacy page of your website. Should one come in by mail or telephone, write it down here.',
  },

  write: { nl: 'Verzoek opschrijven', en: 'Write down a request' },
  writeAbout: {
    nl: 'Voor wie vroeg per mail, telefoon of aan de balie. Kijk eerst na wie er vraagt: anders geef of wis je gegevens van een ander. De maand begint vandaag.',
    en: 'For whoever asked by mail, by telephone or at the counter. First make sure who asks: otherwise you give or erase data of somebody else. The month starts today.',
  },
  email: { nl: 'E-mailadres van deze persoon', en: 'E-mail address of this person' },
  emailHelp: {
    nl: 'Hierop wordt gezocht, en hier gaat de mail naartoe.',
    en: 'This is what is searched for, and where the mail goes.',
  },
  language: { nl: 'Taal van deze persoon', en: 'Language of this person' },
  writing: { nl: 'Het verzoek wordt opgeschreven', en: 'The request is being written down' },
  written: { nl: 'Het verzoek is opgeschreven', en: 'The request is written down' },

  unverifiedAbout: {
    nl: 'De vrager kreeg een mail met een link. Zodra die bevestigd is begint de maand te lopen, en kun je beslissen. Zonder bevestiging verdwijnt het verzoek na een week.',
    en: 'The asker got a mail with a link. Once that is confirmed the month begins, and you can decide. Without it the request goes after a week.',
  },
  wouldErase: { nl: 'Wat er zou gebeuren', en: 'What would happen' },
  wouldGive: { nl: 'Wat deze persoon zou krijgen', en: 'What this person would get' },
  inTheirWords: {
    nl: 'In de woorden die de persoon zelf leest.',
    en: 'In the words that the person reads.',
  },
  planErase: {
    nl: (found: number, places: number) =>
      `${counted(found, 'ding', 'dingen', 'nl')} gevonden op ${counted(places, 'plek', 'plekken', 'nl')}.`,
    en: (found: number, places: number) =>
      `${counted(found, 'thing', 'things', 'en')} found in ${counted(places, 'place', 'places', 'en')}.`,
  },
  nothingHeld: {
    nl: 'Over dit adres is niets gevonden.',
    en: 'Nothing was found about this address.',
  },
  goes: {
    nl: (count: number) => (count === 1 ? '1 wordt gewist' : `${count} worden gewist`),
    en: (count: number) => `${count} will be erased`,
  },
  blanks: {
    nl: (count: number) =>
      count === 1 ? '1 blijft, zonder de persoon erin' : `${count} blijven, zonder de persoon erin`,
    en: (count: number) =>
      count === 1 ? '1 stays, without the person in it' : `${count} stay, without the person in them`,
  },
  stays: {
    nl: (count: number) => (count === 1 ? '1 blijft bewaard' : `${count} blijven bewaard`),
    en: (count: number) => (count === 1 ? '1 stays' : `${count} stay`),
  },
  gives: {
    nl: (count: number) => counted(count, 'ding', 'dingen', 'nl'),
    en: (count: number) => counted(count, 'thing', 'things', 'en'),
  },

  approveErase: {
    nl: (count: number) => `${counted(count, 'ding', 'dingen', 'nl')} over deze persoon wissen`,
    en: (count: number) => `Erase ${counted(count, 'thing', 'things', 'en')} about this person`,
  },
  approveNothing: { nl: 'Bevestigen dat er niets is', en: 'Confirm that there is nothing' },
  eraseConsequence: {
    nl: 'Wat hier gewist wordt komt niet terug: niet voor jou, niet voor de persoon. Wordt er later een reservekopie teruggezet, dan wist Helder het opnieuw voordat er iemand binnen kan. De mail die de persoon hierover krijgt, wist Helder daarna ook.',
    en: 'What is erased here does not come back: not for you, not for the person. Should a backup be restored later, then Helder erases it again before anyone gets in. The mail that tells the person is erased by Helder afterwards too.',
  },
  approveGive: {
    nl: (count: number) => `${counted(count, 'ding', 'dingen', 'nl')} aan deze persoon geven`,
    en: (count: number) => `Give ${counted(count, 'thing', 'things', 'en')} to this person`,
  },
  giveAbout: {
    nl: (email: string, parts: string[]) =>
      `${email} krijgt een mail met een link. Daarachter staat een week lang een bestand klaar met ${listed(parts, 'nl')}. Een mail kun je niet terughalen.`,
    en: (email: string, parts: string[]) =>
      `${email} gets a mail with a link. Behind it a file is ready for a week with ${listed(parts, 'en')}. A mail can not be taken back.`,
  },
  givePage: { nl: 'een pagina om te lezen', en: 'a page to read' },
  giveData: { nl: 'dezelfde gegevens voor programma’s', en: 'the same data for programs' },
  giveFiles: { nl: 'de bestanden', en: 'the files' },
  approving: { nl: 'Het verzoek wordt goedgekeurd', en: 'The request is being approved' },
  approved: { nl: 'Het verzoek is goedgekeurd', en: 'The request is approved' },

  refuse: { nl: 'Afwijzen', en: 'Refuse' },
  refuseTitle: { nl: 'Verzoek afwijzen', en: 'Refuse the request' },
  refuseAbout: {
    nl: 'Dat mag alleen met een reden die de wet kent, bijvoorbeeld omdat je de gegevens moet bewaren (art. 17 lid 3 AVG), of omdat je niet kunt nagaan wie er vraagt. De persoon krijgt een mail met je reden, en hoe die een klacht kan indienen.',
    en: 'That is allowed only for a reason that the law knows, for instance because you must keep the data (art. 17(3) GDPR), or because you can not make sure who asks. The person gets a mail with your reason, and how to complain.',
  },
  reason: { nl: 'Reden', en: 'Reason' },
  reasonHelp: {
    nl: 'De persoon leest dit letterlijk. Schrijf het zoals je het aan de telefoon zou zeggen.',
    en: 'The person reads this word for word. Write it as you would say it on the telephone.',
  },
  sendRefusal: { nl: 'Afwijzing versturen', en: 'Send the refusal' },
  refusing: { nl: 'De afwijzing wordt verstuurd', en: 'The refusal is being sent' },
  refused: { nl: 'Het verzoek is afgewezen', en: 'The request is refused' },

  workingErase: {
    nl: 'Wissen, en overal nakijken of het weg is',
    en: 'Erasing, and looking everywhere whether it is gone',
  },
  workingGive: { nl: 'De gegevens worden bij elkaar gezet', en: 'The data is being put together' },
  canLeave: {
    nl: 'Je kunt dit scherm verlaten; het gaat door.',
    en: 'You can leave this screen; it goes on.',
  },
  failedTitle: { nl: 'Dit verzoek is niet klaar', en: 'This request is not done' },
  again: { nl: 'Opnieuw uitvoeren', en: 'Carry out again' },
  tryingAgain: { nl: 'Het wordt opnieuw geprobeerd', en: 'It is being tried again' },
  refusedAbout: { nl: 'De reden die de persoon las:', en: 'The reason that the person read:' },
  lapsedAbout: {
    nl: 'Deze persoon is intussen gewist, op een ander verzoek. Er valt niets meer te geven of te wissen; je hoeft niets te doen.',
    en: 'This person was erased since, by another request. There is nothing left to give or to erase; there is nothing you need to do.',
  },
  givenUntil: {
    nl: (day: string) => `De persoon kan het bestand ophalen tot en met ${day}. Daarna is het weg.`,
    en: (day: string) => `The person can fetch the file up to and including ${day}. After that it is gone.`,
  },
  givenGone: {
    nl: 'Het bestand stond een week klaar en is verwijderd.',
    en: 'The file was ready for a week and is removed.',
  },
  erasedAbout: {
    nl: (gone: number, left: number) =>
      `${counted(gone, 'ding is', 'dingen zijn', 'nl')} gewist. ${left === 0 ? 'De controle vond niets terug.' : `De controle vond nog ${left}.`}`,
    en: (gone: number, left: number) =>
      `${counted(gone, 'thing is', 'things are', 'en')} erased. ${left === 0 ? 'The check found nothing left.' : `The check still found ${left}.`}`,
  },
  toProof: { nl: 'Bewijs bekijken', en: 'See the proof' },
  gone: { nl: 'Dit verzoek is er niet meer', en: 'This request is no longer here' },
} as const
