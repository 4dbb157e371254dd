/** The words of the overview. */
export const texts = {
  morning: { nl: (name: string) => `Goedemorgen, ${name}`, en: (name: string) => `Good morning, ${name}` },
  afternoon: {
    nl: (name: string) => `Goedemiddag, ${name}`,
    en: (name: string) => `Good afternoon, ${name}`,
  },
  evening: { nl: (name: string) => `Goedenavond, ${name}`, en: (name: string) => `Good evening, ${name}` },
  waiting: { nl: 'Wat wacht', en: 'What waits' },
  nothing: { nl: 'Er wacht niets', en: 'Nothing waits' },
  nothingAbout: {
    nl: 'Komt er iets bij dat je aandacht nodig heeft, dan staat het hier.',
    en: 'When something comes that needs your attention, it stands here.',
  },
  trouble: { nl: 'Vraagt aandacht', en: 'Needs attention' },
} as const
