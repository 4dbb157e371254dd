import { counted } from '@helder/words'

/** The words of a preview. */
export const texts = {
  preview: { nl: 'Voorbeeld', en: 'Preview' },
  previewOf: { nl: (site: string) => `Voorbeeld van ${site}`, en: (site: string) => `Preview of ${site}` },
  page: { nl: 'Pagina', en: 'Page' },
  elsewhere: { nl: (path: string) => `Hier: ${path}`, en: (path: string) => `Here: ${path}` },
  morePages: { nl: 'Er zijn meer pagina’s dan hier staan', en: 'There are more pages than stand here' },
  width: { nl: 'Breedte van het voorbeeld', en: 'Width of the preview' },
  full: { nl: 'Vol', en: 'Full' },
  tablet: { nl: 'Tablet', en: 'Tablet' },
  phone: { nl: 'Telefoon', en: 'Phone' },
  again: { nl: 'Opnieuw laden', en: 'Load again' },
  openTab: { nl: 'Voorbeeld in een nieuw tabblad', en: 'Preview in a new tab' },
  faults: {
    nl: (count: number) => `${counted(count, 'fout', 'fouten', 'nl')} in een script op deze pagina`,
    en: (count: number) => `${counted(count, 'fault', 'faults', 'en')} in a script on this page`,
  },
  faultAt: {
    nl: (source: string, line: number) => `${source}, regel ${line}`,
    en: (source: string, line: number) => `${source}, line ${line}`,
  },
} as const
