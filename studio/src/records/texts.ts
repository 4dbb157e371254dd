import { counted, text } from '@helder/words'

/** The words of records around every screen, and on the overview. */
export const texts = {
  inbox: text('Postvak', 'Inbox'),
  unseen: {
    nl: (count: number) => counted(count, 'ongelezen inzending', 'ongelezen inzendingen', 'nl'),
    en: (count: number) => counted(count, 'unread submission', 'unread submissions', 'en'),
  },
  itemsWait: {
    nl: (count: number) => `${counted(count, 'item', 'items', 'nl')} nog niet op de website`,
    en: (count: number) => `${counted(count, 'item', 'items', 'en')} not on the website yet`,
  },
  formWaits: {
    nl: (name: string) => `Formulier ‘${name}’ is nog niet gepubliceerd`,
    en: (name: string) => `Form ‘${name}’ is not published yet`,
  },
  formChanged: {
    nl: (name: string) => `Formulier ‘${name}’ is veranderd en nog niet gepubliceerd`,
    en: (name: string) => `Form ‘${name}’ is changed and not published yet`,
  },
  form: text('Formulier', 'Form'),
  content: text('Inhoud', 'Content'),
  formsOf: { nl: (site: string) => `Formulieren van ${site}`, en: (site: string) => `Forms of ${site}` },
  contentOf: { nl: (site: string) => `Inhoud van ${site}`, en: (site: string) => `Content of ${site}` },
  newItemIn: { nl: (name: string) => `Nieuw item in ${name}`, en: (name: string) => `New item in ${name}` },
  setUp: { nl: (name: string) => `${name} inrichten`, en: (name: string) => `Set up ${name}` },
  newCollection: {
    nl: (site: string) => `Nieuwe verzameling voor ${site}`,
    en: (site: string) => `New collection for ${site}`,
  },
} as const
