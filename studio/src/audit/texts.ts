/** The words of the audit trail. */
export const texts = {
  audit: { nl: 'Logboek', en: 'Audit log' },
  auditAbout: {
    nl: 'Wie wat deed in deze werkruimte, en wanneer. Niemand kan hier iets uit weghalen.',
    en: 'Who did what in this workspace, and when. Nobody can take anything out of it.',
  },
  who: { nl: 'Wie', en: 'Who' },
  what: { nl: 'Wat', en: 'What' },
  when: { nl: 'Wanneer', en: 'When' },
  details: { nl: 'Bijzonderheden', en: 'Details' },
  system: { nl: 'Helder zelf', en: 'Helder itself' },
  visitor: { nl: 'Een bezoeker', en: 'A visitor' },
  stranger: { nl: 'Iemand die hier geen lid is', en: 'Someone who is not a member here' },
  staff: {
    nl: (operator: string) => `Een medewerker van ${operator}`,
    en: (operator: string) => `A member of staff of ${operator}`,
  },
  only: { nl: 'Toon', en: 'Show' },
  everything: { nl: 'Alles', en: 'Everything' },
  none: { nl: 'Nog niets', en: 'Nothing yet' },
  noneAbout: {
    nl: 'Zodra iemand hier iets verandert, staat het in het logboek.',
    en: 'As soon as someone changes something here, it stands in the log.',
  },
  lately: { nl: 'Kort geleden', en: 'Lately' },
  toAudit: { nl: 'Naar het logboek', en: 'To the audit log' },
} as const
