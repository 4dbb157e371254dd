import { counted, text } from '@helder/words'

/** The words of the inbox. */
export const texts = {
  inbox: text('Postvak', 'Inbox'),
  about: text(
    'Wat bezoekers van je websites invulden. Alles gaat na zijn eigen termijn vanzelf weg.',
    'What visitors of your websites filled in. Everything goes by itself after its own term.',
  ),
  unseen: {
    nl: (count: number) => counted(count, 'ongelezen inzending', 'ongelezen inzendingen', 'nl'),
    en: (count: number) => counted(count, 'unread submission', 'unread submissions', 'en'),
  },
  form: text('Formulier', 'Form'),
  allForms: text('Alle formulieren', 'All forms'),
  show: text('Tonen', 'Show'),
  showAll: text('Alles', 'All'),
  showUnseen: { nl: (count: number) => `Ongelezen (${count})`, en: (count: number) => `Unread (${count})` },
  showBin: text('Prullenbak', 'Bin'),
  submission: text('Inzending', 'Submission'),
  received: text('Ontvangen', 'Received'),
  isUnseen: text('Ongelezen', 'Unread'),
  none: text('Nog geen inzendingen', 'No submissions yet'),
  noneAbout: text(
    'Zodra een bezoeker een formulier van je website invult, staat het hier, met bij elk gegeven waarom je het hebt en tot wanneer.',
    'As soon as a visitor fills in a form of your website it is here, with every fact saying why you have it and until when.',
  ),
  noneUnseen: text('Alles is gelezen', 'Everything is read'),
  noneUnseenAbout: text(
    'Nieuwe inzendingen komen hier vanzelf te staan.',
    'New submissions appear here by themselves.',
  ),
  showEverything: text('Alles tonen', 'Show all'),
  noneInBin: text('De prullenbak is leeg', 'The bin is empty'),
  binAbout: text(
    'Wat je weggooit blijft hier een week staan, en gaat dan voorgoed weg.',
    'What you throw away stays here for a week, and then goes for good.',
  ),
  reply: text('Antwoorden', 'Reply'),
  replySubject: { nl: (form: string) => `Re: ${form}`, en: (form: string) => `Re: ${form}` },
  markUnseen: text('Ongelezen maken', 'Mark as unread'),
  remove: text('Weggooien', 'Throw away'),
  putBack: text('Terugzetten', 'Put back'),
  removed: text('In de prullenbak gelegd', 'Put in the bin'),
  restored: text('Teruggezet in het postvak', 'Put back in the inbox'),
  inBin: text(
    'Deze inzending ligt in de prullenbak en gaat binnen een week voorgoed weg.',
    'This submission is in the bin and goes for good within a week.',
  ),
  goes: {
    nl: (day: string) => `Deze inzending gaat vanzelf weg op ${day}.`,
    en: (day: string) => `This submission goes by itself on ${day}.`,
  },
  stays: text(
    'Deze inzending gaat niet vanzelf weg. Stel bij het formulier een termijn in.',
    'This submission does not go by itself. Set a term at the form.',
  ),
  editForm: text('Formulier inrichten', 'Set up the form'),
} as const
