import { text } from '@helder/words'

/** The words around values that are read. */
export const texts = {
  empty: text('niet ingevuld', 'not filled in'),
  download: {
    nl: (name: string, size: string) => `${name} (${size}) opslaan`,
    en: (name: string, size: string) => `Save ${name} (${size})`,
  },
  noAlt: text('Plaatje zonder beschrijving', 'Picture without a description'),
  gone: text('Verwijst naar iets dat weg is', 'Refers to something that is gone'),
  item: { nl: (at: number) => `${at}.`, en: (at: number) => `${at}.` },
} as const
