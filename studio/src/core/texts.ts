/** The words around every screen. */
export const texts = {
  settings: { nl: 'Instellingen', en: 'Settings' },
  areas: { nl: 'Onderdelen', en: 'Areas' },
  more: { nl: 'Meer', en: 'More' },
  workspace: { nl: 'Werkruimte', en: 'Workspace' },
  switchWorkspace: {
    nl: (name: string) => `Werkruimte ${name}: wisselen`,
    en: (name: string) => `Workspace ${name}: switch`,
  },
  yourWorkspaces: { nl: 'Je werkruimtes', en: 'Your workspaces' },
  newWorkspace: { nl: 'Nieuwe werkruimte', en: 'New workspace' },
  allWorkspaces: { nl: 'Alle werkruimtes', en: 'All workspaces' },
  search: { nl: 'Zoek of ga naar', en: 'Search or go to' },
  person: { nl: (name: string) => `${name}: jouw menu`, en: (name: string) => `${name}: your menu` },
  account: { nl: 'Mijn account', en: 'My account' },
  language: { nl: 'Taal', en: 'Language' },
  colours: { nl: 'Kleuren', en: 'Colours' },
  toLight: { nl: 'Lichte kleuren', en: 'Light colours' },
  toDark: { nl: 'Donkere kleuren', en: 'Dark colours' },
  light: { nl: 'Licht', en: 'Light' },
  dark: { nl: 'Donker', en: 'Dark' },
  asComputer: { nl: 'Zoals de computer', en: 'As the computer' },
  shortcuts: { nl: 'Sneltoetsen', en: 'Shortcuts' },
  signOut: { nl: 'Afmelden', en: 'Sign out' },
  signingOut: { nl: 'Je wordt afgemeld', en: 'You are being signed out' },
  offline: {
    nl: 'Geen verbinding. Wat je ziet kan verouderd zijn; opslaan lukt zodra de verbinding terug is.',
    en: 'No connection. What you see may be out of date; saving works as soon as the connection is back.',
  },
  newVersion: {
    nl: 'Er staat een nieuwe versie van Helder klaar.',
    en: 'A new version of Helder is ready.',
  },
  reload: { nl: 'Opnieuw laden', en: 'Reload' },
  looking: {
    nl: (workspace: string) => `Je kijkt mee in ${workspace}`,
    en: (workspace: string) => `You are looking into ${workspace}`,
  },
  lookingUntil: {
    nl: (until: string) =>
      `Tot ${until}. Je kunt alles lezen en niets veranderen; de eigenaar ziet dat je er bent, en waarom.`,
    en: (until: string) =>
      `Until ${until}. You can read everything and change nothing; the owner sees that you are here, and why.`,
  },
  stopLooking: { nl: 'Stoppen met meekijken', en: 'Stop looking in' },
  notFoundTitle: { nl: 'Deze pagina is er niet', en: 'This page is not here' },
  notFound: {
    nl: 'Misschien is het adres veranderd, of hoort de pagina bij een werkruimte waar je niet in zit.',
    en: 'Perhaps the address has changed, or the page belongs to a workspace that you are not in.',
  },
  toHome: { nl: 'Naar je werkruimtes', en: 'To your workspaces' },
  brokenTitle: { nl: 'Dit scherm liep vast', en: 'This screen got stuck' },
  broken: {
    nl: 'Dat is een fout van ons, niet van jou. Wat was opgeslagen is er nog. Laad de pagina opnieuw.',
    en: 'That is our mistake, not yours. What was saved is still there. Reload the page.',
  },
  notAllowedTitle: { nl: 'Dit hoort niet bij je rol', en: 'This is not part of your role' },
  notAllowed: {
    nl: 'Met je rol in deze werkruimte kun je dit scherm niet openen. Vraag de eigenaar als je het nodig hebt.',
    en: 'With your role in this workspace you can not open this screen. Ask the owner if you need it.',
  },
  toOverview: { nl: 'Naar het overzicht', en: 'To the overview' },
} as const
