import { counted } from '@helder/words'

/** The words of websites around their code: the list, making one, its overview and its settings. */
export const texts = {
  sites: { nl: 'Websites', en: 'Websites' },
  sitesAbout: {
    nl: 'Je werkt aan een website zonder dat bezoekers er iets van merken. Publiceren zet hem voor iedereen neer.',
    en: 'You work on a website without visitors noticing. Publishing puts it there for everybody.',
  },
  noSites: { nl: 'Nog geen website', en: 'No website yet' },
  noSitesAbout: {
    nl: 'Begin met een voorbeeld dat al af is en maak het je eigen, of neem een website mee die je al hebt.',
    en: 'Begin from an example that is finished and make it your own, or bring a website that you have.',
  },
  noSitesAsk: {
    nl: 'Zodra iemand hier een website maakt, vind je hem op deze plek.',
    en: 'As soon as somebody makes a website here, you find it in this place.',
  },
  newSite: { nl: 'Nieuwe website', en: 'New website' },
  newAbout: {
    nl: 'Alles wat je hier kiest kun je later veranderen.',
    en: 'Everything that you choose here can be changed later.',
  },
  name: { nl: 'Naam', en: 'Name' },
  nameHelp: {
    nl: 'Zo heet de website in de studio en op zijn pagina’s.',
    en: 'What the website is called in the studio and on its pages.',
  },
  address: { nl: 'Adres', en: 'Address' },
  slug: { nl: 'Naam in het adres', en: 'Name in the address' },
  slugHelp: {
    nl: 'Kleine letters, cijfers en streepjes.',
    en: 'Lower-case letters, digits and dashes.',
  },
  slugBecomes: {
    nl: (address: string) => `Kleine letters, cijfers en streepjes. Het adres wordt ${address}.`,
    en: (address: string) => `Lower-case letters, digits and dashes. The address will be ${address}.`,
  },
  languages: { nl: 'Talen', en: 'Languages' },
  languagesHelp: {
    nl: 'De eerste is de taal van de website zelf. De andere krijgen hun eigen adressen, zoals /en/.',
    en: 'The first is the language of the website itself. The others get addresses of their own, such as /en/.',
  },
  firstLanguage: { nl: 'eigen taal', en: 'own language' },
  addLanguage: { nl: 'Taal erbij', en: 'Add a language' },
  asFirst: { nl: 'eigen taal maken', en: 'make own language' },
  makeFirst: {
    nl: (language: string) => `eigen taal maken: ${language}`,
    en: (language: string) => `make own language: ${language}`,
  },
  dropLanguage: {
    nl: (language: string) => `${language} weghalen`,
    en: (language: string) => `Remove ${language}`,
  },
  beginWith: { nl: 'Waar begin je mee?', en: 'What do you begin with?' },
  fromNothing: { nl: 'Leeg', en: 'Empty' },
  fromNothingHelp: {
    nl: 'Zonder bestanden, voor wie alles zelf schrijft.',
    en: 'Without files, for who writes everything by hand.',
  },
  fromZip: { nl: 'Een website die je al hebt', en: 'A website that you have' },
  fromZipHelp: {
    nl: 'Een ZIP met HTML, stijlen en plaatjes. Hij wordt getoond zoals hij is.',
    en: 'A ZIP with HTML, styles and pictures. It is shown as it is.',
  },
  zip: { nl: 'ZIP-bestand', en: 'ZIP file' },
  zipDrop: { nl: 'Sleep een ZIP hierheen', en: 'Drop a ZIP here' },
  zipChoose: { nl: 'ZIP kiezen', en: 'Choose a ZIP' },
  zipOther: { nl: 'Andere ZIP kiezen', en: 'Choose another ZIP' },
  zipMissing: {
    nl: 'Kies een ZIP, of begin met iets anders.',
    en: 'Choose a ZIP, or begin with something else.',
  },
  notZip: {
    nl: (name: string) => `${name} is geen ZIP. Pak de map eerst in tot een ZIP.`,
    en: (name: string) => `${name} is not a ZIP. Pack the folder into a ZIP first.`,
  },
  make: { nl: 'Website maken', en: 'Make the website' },
  making: { nl: 'De website wordt gemaakt', en: 'The website is being made' },
  uploading: { nl: 'De ZIP wordt uitgepakt', en: 'The ZIP is being unpacked' },
  uploaded: {
    nl: (files: number) => `${counted(files, 'bestand staat', 'bestanden staan', 'nl')} klaar`,
    en: (files: number) => `${counted(files, 'file is', 'files are', 'en')} ready`,
  },
  left: {
    nl: (count: number) =>
      `${counted(count, 'bestand is', 'bestanden zijn', 'nl')} overgeslagen, omdat een systeem ze achterliet.`,
    en: (count: number) =>
      `${counted(count, 'file was', 'files were', 'en')} left out, because a system had left them behind.`,
  },
  notLive: { nl: 'Nog niet live', en: 'Not live yet' },
  live: { nl: 'Live', en: 'Live' },
  release: { nl: (number: number) => `Uitgave ${number}`, en: (number: number) => `Release ${number}` },
  waiting: {
    nl: (count: number) => `${counted(count, 'verandering wacht', 'veranderingen wachten', 'nl')}`,
    en: (count: number) => `${counted(count, 'change waits', 'changes wait', 'en')}`,
  },
  pictureOf: { nl: (name: string) => `Beeld van ${name}`, en: (name: string) => `Picture of ${name}` },
  overview: { nl: 'Overzicht', en: 'Overview' },
  code: { nl: 'Code', en: 'Code' },
  content: { nl: 'Inhoud', en: 'Content' },
  forms: { nl: 'Formulieren', en: 'Forms' },
  previewTab: { nl: 'Voorbeeld', en: 'Preview' },
  releases: { nl: 'Uitgaven', en: 'Releases' },
  settings: { nl: 'Instellingen', en: 'Settings' },
  openSite: { nl: 'Website openen', en: 'Open the website' },
  opensTab: { nl: '(opent in een nieuw tabblad)', en: '(opens in a new tab)' },
  publish: { nl: 'Publiceren', en: 'Publish' },
  changes: {
    nl: (count: number) => counted(count, 'verandering', 'veranderingen', 'nl'),
    en: (count: number) => counted(count, 'change', 'changes', 'en'),
  },
  preview: { nl: 'Voorbeeld bekijken', en: 'Look at the preview' },
  whatVisitorsSee: { nl: 'Wat bezoekers zien', en: 'What visitors see' },
  whatWaits: { nl: 'Wat wacht op publiceren', en: 'What waits to be published' },
  nothingWaitsAbout: {
    nl: 'Wat je verandert in de code of de inhoud komt hier te staan, tot je publiceert.',
    en: 'What you change in the code or the content comes to stand here, until you publish.',
  },
  notLiveTitle: { nl: 'Deze website is nog niet open', en: 'This website is not open yet' },
  notLiveAbout: {
    nl: 'Bekijk het voorbeeld, verander wat je wilt en publiceer als het goed is. Tot die tijd ziet niemand iets.',
    en: 'Look at the preview, change what you like and publish when it is right. Until then nobody sees anything.',
  },
  workOn: { nl: 'Werken aan de website', en: 'Work on the website' },
  toCode: { nl: 'Code en voorbeeld', en: 'Code and preview' },
  toCodeAbout: {
    nl: 'Pagina’s, stijlen en scripts, met het voorbeeld ernaast.',
    en: 'Pages, styles and scripts, with the preview beside them.',
  },
  toContent: { nl: 'Inhoud', en: 'Content' },
  toContentAbout: {
    nl: 'Teksten, plaatjes en wat er verder op de pagina’s staat.',
    en: 'Texts, pictures and what else stands on the pages.',
  },
  toForms: { nl: 'Formulieren', en: 'Forms' },
  toFormsAbout: {
    nl: 'Wat bezoekers kunnen invullen, en wat je erover belooft.',
    en: 'What visitors can fill in, and what you promise about it.',
  },
  lastReleases: { nl: 'Laatste uitgaven', en: 'Last releases' },
  allReleases: { nl: 'Alle uitgaven', en: 'All releases' },
  files: {
    nl: (count: number) => counted(count, 'bestand', 'bestanden', 'nl'),
    en: (count: number) => counted(count, 'file', 'files', 'en'),
  },
  items: {
    nl: (count: number) => counted(count, 'item', 'items', 'nl'),
    en: (count: number) => counted(count, 'item', 'items', 'en'),
  },
  definitions: {
    nl: (count: number) => counted(count, 'verzameling of formulier', 'verzamelingen of formulieren', 'nl'),
    en: (count: number) => counted(count, 'collection or form', 'collections or forms', 'en'),
  },
  drafts: {
    nl: (count: number) => counted(count, 'concept', 'concepten', 'nl'),
    en: (count: number) => counted(count, 'draft', 'drafts', 'en'),
  },
  problemsInWay: {
    nl: (count: number) => `${counted(count, 'ding staat', 'dingen staan', 'nl')} in de weg`,
    en: (count: number) => `${counted(count, 'thing stands', 'things stand', 'en')} in the way`,
  },
  settingsAbout: {
    nl: 'Wat je verandert wordt vanzelf bewaard.',
    en: 'What you change is saved by itself.',
  },
  addressAbout: {
    nl: 'Na een ander adres werken links naar het oude niet meer, ook niet die in mails, in zoekmachines en op papier.',
    en: 'After another address, links to the old one no longer work, nor do those in mails, search engines and on paper.',
  },
  changeAddress: { nl: 'Adres veranderen', en: 'Change the address' },
  addressChanged: {
    nl: (address: string) => `De website staat nu op ${address}`,
    en: (address: string) => `The website is at ${address} now`,
  },
  replaceFiles: { nl: 'Bestanden vervangen', en: 'Replace the files' },
  replaceAbout: {
    nl: 'Een ZIP komt in de plaats van alle bestanden waaraan gewerkt wordt. Bezoekers zien er pas iets van als je publiceert, en van elk bestand blijven de oude versies bewaard.',
    en: 'A ZIP takes the place of all files that are being worked on. Visitors see nothing of it until you publish, and of each file the older versions stay.',
  },
  replace: { nl: 'Vervangen door deze ZIP', en: 'Replace by this ZIP' },
  removeSite: { nl: 'Website verwijderen', en: 'Remove the website' },
  removeAbout: {
    nl: 'De website gaat weg met alles erin: bestanden, inhoud, formulieren en wat bezoekers invulden.',
    en: 'The website goes with all that is in it: files, content, forms and what visitors filled in.',
  },
  removed: { nl: (name: string) => `${name} is verwijderd`, en: (name: string) => `${name} is removed` },
  waitingOn: {
    nl: (site: string, count: number) =>
      `${site}: ${counted(count, 'verandering wacht', 'veranderingen wachten', 'nl')} op publiceren`,
    en: (site: string, count: number) =>
      `${site}: ${counted(count, 'change waits', 'changes wait', 'en')} to be published`,
  },
  waitingFirst: {
    nl: (site: string) => `${site} is nog niet gepubliceerd`,
    en: (site: string) => `${site} is not published yet`,
  },
  isPublished: {
    nl: (site: string, number: number) => `${site} is gepubliceerd: uitgave ${number} is live`,
    en: (site: string, number: number) => `${site} is published: release ${number} is live`,
  },
  isNotPublished: {
    nl: (site: string) => `${site} kon niet gepubliceerd worden. Wat bezoekers zien is niet veranderd.`,
    en: (site: string) => `${site} could not be published. What visitors see has not changed.`,
  },
  isReady: {
    nl: (site: string, number: number) => `${site}: uitgave ${number} is klaar`,
    en: (site: string, number: number) => `${site}: release ${number} is ready`,
  },
} as const
