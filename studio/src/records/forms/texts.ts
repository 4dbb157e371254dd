import { counted, text } from '@helder/words'

/** The words of the list of forms. */
export const texts = {
  forms: text('Formulieren', 'Forms'),
  about: text(
    'Wat bezoekers van de website kunnen invullen. Wat binnenkomt staat in het postvak.',
    'What visitors of the website can fill in. What comes in is in the inbox.',
  ),
  inbox: text('Naar het postvak', 'To the inbox'),
  form: text('Formulier', 'Form'),
  state: text('Stand', 'State'),
  submissions: text('Inzendingen', 'Submissions'),
  count: {
    nl: (count: number) => counted(count, 'inzending', 'inzendingen', 'nl'),
    en: (count: number) => counted(count, 'submission', 'submissions', 'en'),
  },
  neverLive: text('Nog niet op de website', 'Not on the website yet'),
  isChanged: text('Veranderd', 'Changed'),
  isLive: text('Op de website', 'On the website'),
  none: text('Nog geen formulieren', 'No forms yet'),
  noneAbout: text(
    'Een formulier vraagt bezoekers iets: een bericht, een aanmelding, een bestelling. Bij elk gegeven zeg je waarom je het vraagt en hoe lang je het bewaart.',
    'A form asks visitors something: a message, an application, an order. With every fact you say why you ask it and how long you keep it.',
  ),
  make: text('Nieuw formulier', 'New form'),
  content: text('Inhoud', 'Content'),
  makeContent: text('Nieuwe verzameling', 'New collection'),
  makeContentAbout: text(
    'Een verzameling houdt items van één soort bij: nieuws, producten, medewerkers.',
    'A collection keeps items of one kind: news, products, colleagues.',
  ),
  name: text('Hoe heet het formulier?', 'What is the form called?'),
  nameContent: text('Hoe heet de verzameling?', 'What is the collection called?'),
  purpose: text('Waarom vraag je dit?', 'Why do you ask this?'),
  purposeHelp: text(
    'Maakt de zin af: ‘Jouw naam, …’. Bijvoorbeeld: om je vraag te beantwoorden. Dit kan ook later.',
    'Completes the sentence: ‘Your name, …’. For instance: to answer your question. This can wait.',
  ),
  making: text('Maken …', 'Making …'),
  makeThis: text('Maken', 'Make'),
  cancel: text('Niet doen', 'Cancel'),
} as const
