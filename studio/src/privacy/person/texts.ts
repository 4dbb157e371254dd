/** The words for a person who asks about their own data. */
export const texts = {
  otherLanguage: { nl: 'English', en: 'Nederlands' },
  yours: { nl: 'Jouw gegevens', en: 'Your data' },
  askAbout: {
    nl: 'Je mag weten wat er over je bewaard wordt (inzage), en je mag vragen om het te wissen. Je krijgt binnen een maand antwoord. Het kost niets.',
    en: 'You may know what is held about you (access), and you may ask to have it erased. You get an answer within a month. It costs nothing.',
  },
  askWhose: {
    nl: 'Hier gaat het om je account bij deze Helder. Gaat het om een website van een organisatie, vraag het dan daar: onderaan de website staat een link.',
    en: 'This is about your account with this Helder. If it is about the website of an organisation, ask there: the website has a link at its foot.',
  },
  what: { nl: 'Wat wil je?', en: 'What would you like?' },
  see: { nl: 'Zien wat er over mij bewaard wordt', en: 'See what is held about me' },
  erase: { nl: 'Mijn gegevens laten wissen', en: 'Have my data erased' },
  email: { nl: 'E-mailadres', en: 'E-mail address' },
  emailHelp: {
    nl: 'Je krijgt een link, zodat niemand anders dit voor jou kan vragen.',
    en: 'You get a link, so that nobody else can ask this for you.',
  },
  send: { nl: 'Verzoek versturen', en: 'Send the request' },
  sending: { nl: 'Je verzoek wordt verstuurd', en: 'Your request is being sent' },
  sent: { nl: 'Kijk in je mail', en: 'Look in your mail' },
  sentAbout: {
    nl: (email: string) =>
      `Er gaat een link naar ${email}. Je verzoek begint te lopen als je die opent en bevestigt.`,
    en: (email: string) => `A link goes to ${email}. Your request starts when you open it and confirm.`,
  },

  request: { nl: 'Jouw verzoek', en: 'Your request' },
  access: { nl: 'Jouw verzoek om je gegevens te zien', en: 'Your request to see your data' },
  erasure: { nl: 'Jouw verzoek om je gegevens te wissen', en: 'Your request to erase your data' },
  toWhom: {
    nl: (number: number, controller: string) => `Verzoek ${number} aan ${controller}`,
    en: (number: number, controller: string) => `Request ${number} to ${controller}`,
  },
  received: { nl: 'Ontvangen', en: 'Received' },
  due: { nl: 'Antwoord uiterlijk', en: 'Answer by' },
  broken: { nl: 'Deze link werkt niet', en: 'This link does not work' },
  cut: {
    nl: 'Er ontbreekt een stuk van de link. Kopieer hem helemaal uit de mail, of doe je verzoek opnieuw.',
    en: 'A piece of the link is missing. Copy all of it from the mail, or ask again.',
  },
  askAnew: { nl: 'Opnieuw vragen', en: 'Ask again' },
  confirmAbout: {
    nl: 'Bevestig dat dit verzoek van jou komt. Vanaf dan loopt de maand om te antwoorden.',
    en: 'Confirm that this request is yours. The month to answer runs from then.',
  },
  confirm: { nl: 'Ja, dit verzoek is van mij', en: 'Yes, this request is mine' },
  confirming: { nl: 'Je verzoek wordt bevestigd', en: 'Your request is being confirmed' },
  waiting: {
    nl: (controller: string) =>
      `Je verzoek ligt bij ${controller}. Op deze pagina zie je wat ermee gebeurt. Bewaar de link.`,
    en: (controller: string) =>
      `Your request is with ${controller}. This page shows what happens to it. Keep the link.`,
  },
  carriedOut: {
    nl: 'Je verzoek is goedgekeurd en wordt nu uitgevoerd.',
    en: 'Your request is approved and is being carried out.',
  },
  refused: {
    nl: (controller: string) => `${controller} heeft je verzoek afgewezen. De reden:`,
    en: (controller: string) => `${controller} refused your request. The reason:`,
  },
  complain: {
    nl: 'Ben je het er niet mee eens? Overleg met de organisatie. Je kunt ook een klacht indienen bij de Autoriteit Persoonsgegevens, of naar de rechter gaan.',
    en: 'Do you disagree? Talk with the organisation. You can also complain to the Dutch data protection authority (Autoriteit Persoonsgegevens), or go to court.',
  },
  lapsed: {
    nl: 'Je gegevens zijn intussen gewist, op een ander verzoek van jou. Dit verzoek is daarmee vervallen.',
    en: 'Your data was erased since, by another request of yours. With that this request has lapsed.',
  },
  failed: {
    nl: 'Er ging iets mis bij de uitvoering. De organisatie weet ervan; je hoeft niets te doen.',
    en: 'Something went wrong in carrying it out. The organisation knows; there is nothing you need to do.',
  },
  ready: {
    nl: (until: string) => `Je gegevens staan klaar. Je kunt ze ophalen tot en met ${until}.`,
    en: (until: string) => `Your data is ready. You can fetch it up to and including ${until}.`,
  },
  fetch: { nl: 'Gegevens downloaden', en: 'Download your data' },
  fetching: { nl: 'Je gegevens worden opgehaald', en: 'Your data is being fetched' },
  fileName: { nl: 'mijn-gegevens.zip', en: 'my-data.zip' },
  gone: {
    nl: 'De week om ze op te halen is voorbij. Doe een nieuw verzoek als je ze nog wilt.',
    en: 'The week to fetch it is over. Make a new request if you still want it.',
  },
  erased: {
    nl: 'Je gegevens zijn gewist. Dit is het bewijs.',
    en: 'Your data is erased. This is the proof.',
  },
  erasedBare: { nl: 'Je gegevens zijn gewist.', en: 'Your data is erased.' },
} as const
