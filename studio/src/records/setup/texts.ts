import { counted, listed, text } from '@helder/words'

/** The words of setting up forms and collections. */
export const texts = {
  forms: text('Formulieren', 'Forms'),
  content: text('Inhoud', 'Content'),
  setUp: text('Inrichten', 'Set up'),
  newCollection: text('Nieuwe verzameling', 'New collection'),
  formAbout: text(
    'Wat je hier verandert wordt vanzelf bewaard; bezoekers zien het pas na publiceren.',
    'What you change here is kept by itself; visitors see it only after publishing.',
  ),
  contentAbout: text(
    'Welke velden een item heeft, en wat ze over mensen zeggen. Wat je verandert wordt vanzelf bewaard.',
    'Which fields an item has, and what they say about people. What you change is kept by itself.',
  ),

  publish: text('Publiceren', 'Publish'),
  waits: text('Publiceren wacht nog hierop', 'Publishing still waits for this'),
  waitsAbout: text(
    'Mensen hebben er recht op te weten wat je van ze vraagt en waarom. Zeg het hier, dan kan het op de website.',
    'People have a right to know what you ask of them and why. Say it here, and it can go on the website.',
  ),
  sayOf: {
    nl: (field: string) => `${field}: zegt dit iets over een persoon?`,
    en: (field: string) => `${field}: does this say something about a person?`,
  },
  neverLive: text('Nog niet op de website', 'Not on the website yet'),
  neverLiveForm: text('Bezoekers zien dit formulier nog niet.', 'Visitors do not see this form yet.'),
  neverLiveContent: text(
    'De website kent deze verzameling nog niet.',
    'The website does not know this collection yet.',
  ),
  isLive: text('Zo staat het op de website', 'This is how it is on the website'),
  isChanged: text('Veranderd sinds het publiceren', 'Changed since it was published'),
  isChangedForm: text(
    'Bezoekers zien nog het formulier van daarvoor. Als je publiceert:',
    'Visitors still see the form as it was. When you publish:',
  ),
  isChangedContent: text(
    'De website kent nog de vorige inrichting. Als je publiceert:',
    'The website still has the set-up as it was. When you publish:',
  ),
  comes: {
    nl: (names: string[]) => `komt erbij: ${listed(names, 'nl')}`,
    en: (names: string[]) => `comes: ${listed(names, 'en')}`,
  },
  goes: {
    nl: (names: string[]) => `gaat weg: ${listed(names, 'nl')}`,
    en: (names: string[]) => `goes: ${listed(names, 'en')}`,
  },
  changes: {
    nl: (names: string[]) => `verandert: ${listed(names, 'nl')}`,
    en: (names: string[]) => `changes: ${listed(names, 'en')}`,
  },
  reordered: text('de volgorde verandert', 'the order changes'),
  elsewhere: text('de instellingen eromheen veranderen', 'the settings around it change'),
  alsoGoes: {
    nl: (names: string[]) => `gaat ook mee: ${listed(names, 'nl')}`,
    en: (names: string[]) => `goes along as well: ${listed(names, 'en')}`,
  },
  publishing: text('Publiceren …', 'Publishing …'),
  building: text('De website wordt gemaakt', 'The website is being made'),
  published: text('Gepubliceerd: bezoekers zien het nu zo', 'Published: visitors see it like this now'),
  publishFailed: text('Publiceren is niet gelukt', 'Publishing did not work'),
  publishFailedAbout: text(
    'De website blijft zoals hij was. Dit stond in de weg:',
    'The website stays as it was. This stood in the way:',
  ),
  notKept: text(
    'Nog niet alles is bewaard. Kijk de velden met een melding na en publiceer dan opnieuw.',
    'Not everything is kept yet. Have a look at the fields with a message and publish again.',
  ),

  conflict: text('Iemand anders heeft dit intussen veranderd', 'Somebody else has changed this meanwhile'),
  conflictAbout: text(
    'Kies wat je houdt. Wat je niet kiest gaat verloren.',
    'Choose what to keep. What you do not choose is lost.',
  ),
  takeTheirs: text('Neem die van de ander', 'Take theirs'),
  keepMine: text('Houd die van mij', 'Keep mine'),

  fields: text('Velden', 'Fields'),
  formFieldsAbout: text(
    'Wat een bezoeker invult, in deze volgorde.',
    'What a visitor fills in, in this order.',
  ),
  contentFieldsAbout: text('Wat er van elk item bewaard wordt.', 'What is kept of every item.'),
  addField: text('Veld toevoegen', 'Add a field'),
  noFieldsForm: text(
    'Begin met wat je wilt weten. Vraag niet meer dan je nodig hebt: wat je niet hebt, kun je niet kwijtraken.',
    'Begin with what you want to know. Ask no more than you need: what you do not have can not get lost.',
  ),
  noFieldsContent: text(
    'Begin met het veld dat een item zijn naam geeft.',
    'Begin with the field that names an item.',
  ),
  undeclared: text('Zegt nog niets over privacy', 'Says nothing about privacy yet'),
  required: text('verplicht', 'required'),
  removeField: text('Veld weghalen', 'Remove the field'),
  removed: { nl: (name: string) => `‘${name}’ is weggehaald`, en: (name: string) => `‘${name}’ is removed` },
  fieldsOf: { nl: (name: string) => `Velden van ${name}`, en: (name: string) => `Fields of ${name}` },
  inEnglish: text('Engels', 'English'),
  inDutch: text('Nederlands', 'Dutch'),

  question: text('Vraag', 'Question'),
  fieldName: text('Naam van het veld', 'Name of the field'),
  help: text('Uitleg erbij', 'Explanation'),
  helpAbout: text('Staat klein onder de vraag.', 'Stands small below the question.'),
  isRequired: text('Moet ingevuld worden', 'Must be filled in'),
  isIndexed: text('Op sorteren en filteren', 'Can be sorted and filtered by'),
  perLanguage: text(
    'Kan in elke taal van de website iets anders zeggen.',
    'Can say something else in each language of the website.',
  ),
  maxLength: text('Hoogstens zoveel tekens', 'At most this many characters'),
  min: text('Ten minste', 'At least'),
  max: text('Hoogstens', 'At most'),
  decimals: text('Cijfers achter de komma', 'Decimals'),
  maxBytes: text('Hoogstens zoveel megabyte', 'At most this many megabytes'),
  most: text('Hoogstens zoveel', 'At most this many'),
  leadsTo: { nl: (name: string) => `Verwijst naar: ${name}`, en: (name: string) => `Refers to: ${name}` },
  keyIs: {
    nl: (key: string) => `In sjablonen heet dit veld ${key}.`,
    en: (key: string) => `In templates this field is called ${key}.`,
  },
  options: text('Keuzes', 'Choices'),
  option: { nl: (at: number) => `Keuze ${at}`, en: (at: number) => `Choice ${at}` },
  newOption: text('Nieuwe keuze', 'New choice'),
  addOption: text('Toevoegen', 'Add'),
  removeOption: { nl: (name: string) => `‘${name}’ weghalen`, en: (name: string) => `Remove ‘${name}’` },
  blockKinds: text('Soorten blokken', 'Kinds of blocks'),
  blockName: text('Naam van dit blok', 'Name of this block'),
  addBlock: text('Soort blok toevoegen', 'Add a kind of block'),
  newBlock: text('Nieuw blok', 'New block'),
  removeBlock: text('Soort blok weghalen', 'Remove the kind of block'),

  aboutPerson: text('Zegt dit iets over een persoon?', 'Does this say something about a person?'),
  yes: text('Ja', 'Yes'),
  no: text('Nee', 'No'),
  sayFirst: text(
    'Zeg dit nog. Zolang dit openstaat wacht publiceren.',
    'Still to be said. As long as this is open, publishing waits.',
  ),
  suggestion: {
    nl: (category: string) => `Dit lijkt een gegeven over iemand: ${category}.`,
    en: (category: string) => `This looks like something about a person: ${category}.`,
  },
  take: text('Voorstel overnemen', 'Take the suggestion'),
  category: text('Wat is het?', 'What is it?'),
  ownPurpose: text('Een ander doel voor dit veld', 'Another purpose for this field'),
  ownPurposeHelp: {
    nl: (purpose: string) =>
      purpose ? `Laat leeg als het ook hiervoor is: ${purpose}.` : 'Maakt de zin hierboven af.',
    en: (purpose: string) =>
      purpose ? `Leave this empty if it is also for this: ${purpose}.` : 'Completes the sentence above.',
  },
  because: text('Waarom zegt dit niets over een persoon?', 'Why does this say nothing about a person?'),
  becauseHelp: text(
    'Bijvoorbeeld: dit is het algemene adres van een bedrijf.',
    'For instance: this is the general address of a company.',
  ),
  visitorReads: text('Dit leest wie het invult', 'This is what the person who fills it in reads'),
  memberReads: text('Dit zegt het daglichtmerk', 'This is what the daylight mark says'),

  people: text('Mensen', 'People'),
  peopleAbout: text(
    'Geldt voor alles in dit formulier dat over iemand gaat.',
    'Counts for everything in this form that is about someone.',
  ),
  peopleAboutContent: text(
    'Geldt voor alles in deze verzameling dat over iemand gaat.',
    'Counts for everything in this collection that is about someone.',
  ),
  nobody: text('Geen enkel veld zegt iets over een persoon.', 'No field says anything about a person.'),
  purpose: text('Waarom vraag je dit?', 'Why do you ask this?'),
  purposeContent: text('Waarvoor bewaar je dit?', 'What do you keep this for?'),
  purposeHelp: text(
    'Maakt de zin af: ‘Jouw naam, …’. Bijvoorbeeld: om je vraag te beantwoorden.',
    'Completes the sentence: ‘Your name, …’. For instance: to answer your question.',
  ),
  purposeFirst: text(
    'Zeg dit eerst; daarna kies je hoe lang je het bewaart.',
    'Say this first; after that you choose how long you keep it.',
  ),
  keep: text('Hoe lang bewaar je het?', 'How long do you keep it?'),
  keepHelp: text(
    'Daarna gaat het vanzelf weg, ook uit het postvak.',
    'After that it goes by itself, also from the inbox.',
  ),
  asLong: text('Zolang het nodig is', 'As long as it is needed'),
  otherTerm: text('Een andere termijn', 'Another term'),
  days: text('Aantal dagen', 'Number of days'),
  subject: text('Waaraan herken je iemand?', 'By what do you recognise someone?'),
  subjectHelp: text(
    'Zo wordt alles van die persoon gevonden als hij vraagt wat je van hem hebt.',
    'By this everything of a person is found when they ask what you have of them.',
  ),
  nobodyKnown: text('Niemand is te herkennen', 'Nobody can be recognised'),
  erase: text('Wat gaat er weg als iemand gewist wil worden?', 'What goes when someone wants to be erased?'),
  eraseRecord: text('De hele inzending', 'The whole submission'),
  eraseRecordContent: text('Het hele item', 'The whole item'),
  eraseFields: text('Alleen wat over die persoon gaat', 'Only what is about that person'),
  eraseFieldsHelp: text(
    'De rest blijft, zonder dat iemand te herkennen is.',
    'The rest stays, with nobody to be recognised.',
  ),

  after: text('Na het versturen', 'After sending'),
  notify: text('Wie krijgt een mail?', 'Who gets a mail?'),
  notifyHelp: text(
    'In de mail staat dat er iets is, niet wat er is ingevuld.',
    'The mail says that something came, not what was filled in.',
  ),
  notifyHidden: {
    nl: (count: number) =>
      `${counted(count, 'lid krijgt', 'leden krijgen', 'nl')} een mail. Wie dat zijn mag jij niet zien.`,
    en: (count: number) =>
      `${counted(count, 'member gets', 'members get', 'en')} a mail. You may not see who they are.`,
  },
  thanks: text('Wat leest de bezoeker daarna?', 'What does the visitor read after that?'),
  button: text('Wat staat er op de knop?', 'What is on the button?'),

  settings: text('Instellingen', 'Settings'),
  name: text('Naam', 'Name'),
  titleField: text('Welk veld geeft een item zijn naam?', 'Which field names an item?'),
  single: text('Er is er maar één van', 'There is only one of it'),
  singleHelp: text('Bijvoorbeeld de teksten van de voorpagina.', 'For instance the texts of the home page.'),
  placing: text('Zet dit op een pagina van de website', 'Put this on a page of the website'),
  removeForm: text('Formulier weghalen', 'Remove the form'),
  removeContent: text('Verzameling weghalen', 'Remove the collection'),
  removeFormAbout: {
    nl: (count: number) =>
      `Het formulier en ${counted(count, 'inzending', 'inzendingen', 'nl')} gaan voorgoed weg.`,
    en: (count: number) => `The form and ${counted(count, 'submission', 'submissions', 'en')} go for good.`,
  },
  removeContentAbout: {
    nl: (count: number) => `De verzameling en ${counted(count, 'item', 'items', 'nl')} gaan voorgoed weg.`,
    en: (count: number) => `The collection and ${counted(count, 'item', 'items', 'en')} go for good.`,
  },
  collectionRemoved: {
    nl: (name: string) => `‘${name}’ is weggehaald`,
    en: (name: string) => `‘${name}’ is removed`,
  },

  picture: text('Zo zien bezoekers het', 'This is how visitors see it'),
  pictureAbout: text(
    'Kleuren en letters komen van de website zelf.',
    'Colours and type come from the website itself.',
  ),
  pictureLanguage: text('Taal van het voorbeeld', 'Language of the picture'),
  pictureEmpty: text('Hier komt je formulier te staan.', 'Your form appears here.'),

  newName: text('Wat wil je weten?', 'What do you want to know?'),
  newNameContent: text('Hoe heet het?', 'What is it called?'),
  kind: text('Wat voor veld is het?', 'What type of field is it?'),
  kindStays: text('Dit staat daarna vast.', 'This can not be changed afterwards.'),
  localized: text(
    'Elke taal van de website zegt iets anders',
    'Each language of the website says something else',
  ),
  optionLines: text('Keuzes, één per regel', 'Choices, one per line'),
  collection: text('Naar welke verzameling?', 'To which collection?'),
  addThis: text('Toevoegen', 'Add'),
  fillIn: text('Vul dit in.', 'Fill this in.'),
  cancel: text('Niet doen', 'Cancel'),
} as const
