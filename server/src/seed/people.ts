import type { BuiltInRole } from '../core/tenancy/rules.ts'

/** Somebody of the demo: invented, with an address that can't exist. */
export interface DemoPerson {
  /** What they do, as printed beside their link. */
  as: { nl: string; en: string }
  name: string
  email: string
  language: 'nl' | 'en'
  /** The workspace they work in, and as what; a pupil has an account with the school itself. */
  workspace: 'zonneveld' | 'dewaard' | 'platform'
  role: BuiltInRole | 'pupil'
}

/** The people of the demo: two clients, and somebody of the operator. */
export const demoPeople: DemoPerson[] = [
  {
    as: { nl: 'eigenaar van de kwekerij', en: 'owner of the nursery' },
    name: 'Marit Zonneveld',
    email: 'marit@zonneveld.example',
    language: 'nl',
    workspace: 'zonneveld',
    role: 'owner',
  },
  {
    as: { nl: 'redacteur bij de kwekerij', en: 'editor at the nursery' },
    name: 'Joost Zonneveld',
    email: 'joost@zonneveld.example',
    language: 'nl',
    workspace: 'zonneveld',
    role: 'editor',
  },
  {
    as: { nl: 'bouwer van de site', en: 'builder of the site' },
    name: 'Dewi Bouwman',
    email: 'dewi@bouwman.example',
    language: 'en',
    workspace: 'zonneveld',
    role: 'developer',
  },
  {
    as: { nl: 'rector van de school', en: 'head of the school' },
    name: 'Hanneke de Graaf',
    email: 'hanneke@dewaard.example',
    language: 'nl',
    workspace: 'dewaard',
    role: 'owner',
  },
  {
    as: { nl: 'docent', en: 'teacher' },
    name: 'Karim el Amrani',
    email: 'karim@dewaard.example',
    language: 'nl',
    workspace: 'dewaard',
    role: 'teacher',
  },
  {
    as: { nl: 'leerling', en: 'pupil' },
    name: 'Noor Visser',
    email: 'noor@leerling.dewaard.example',
    language: 'nl',
    workspace: 'dewaard',
    role: 'pupil',
  },
  {
    as: { nl: 'medewerker van het platform', en: 'member of staff of the platform' },
    name: 'Ties Beheer',
    email: 'ties@helder.example',
    language: 'nl',
    workspace: 'platform',
    role: 'owner',
  },
]

/** What visitors of the demo sites wrote. */
export const demoSubmissions = [
  {
    name: 'Wim Kessels',
    email: 'wim.kessels@post.example',
    subject: 'plant',
    message:
      'Ik heb een strook langs een noordmuur waar niets wil groeien. Is de varen daar iets voor, of is het er te droog?',
  },
  {
    name: 'Yara Lindeman',
    email: 'yara@lindeman.example',
    subject: 'visit',
    message: 'Kunnen we zaterdag met een rolstoel de kas in? We willen graag samen lavendel uitzoeken.',
  },
  {
    name: 'Tom Whitlock',
    email: 'tom.whitlock@mail.example',
    subject: 'other',
    message: 'Do you deliver to Utrecht? I would like four hydrangeas before the end of the month.',
  },
] as const
