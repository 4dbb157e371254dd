import { counted } from '@helder/words'

/** The words of workspaces, members, roles and support. */
export const texts = {
  workspaces: { nl: 'Je werkruimtes', en: 'Your workspaces' },
  newWorkspace: { nl: 'Nieuwe werkruimte', en: 'New workspace' },
  noWorkspaces: { nl: 'Je zit nog in geen werkruimte', en: 'You are not in a workspace yet' },
  noWorkspacesMake: {
    nl: 'Een werkruimte is van één organisatie: haar websites, gegevens en mensen.',
    en: 'A workspace belongs to one organisation: its websites, data and people.',
  },
  noWorkspacesAsk: {
    nl: 'Vraag de eigenaar van een werkruimte om je uit te nodigen. De uitnodiging komt per mail.',
    en: 'Ask the owner of a workspace to invite you. The invitation comes by mail.',
  },
  yourRole: { nl: (role: string) => `Je rol: ${role}`, en: (role: string) => `Your role: ${role}` },
  lookingInUntil: { nl: 'Je kijkt mee', en: 'You are looking in' },
  operatorPlace: { nl: 'Beheer van deze installatie', en: 'Running this installation' },

  newAbout: {
    nl: 'Een werkruimte is van één organisatie: haar websites, gegevens en mensen. Jij wordt er eigenaar van.',
    en: 'A workspace belongs to one organisation: its websites, data and people. You become its owner.',
  },
  name: { nl: 'Naam van de organisatie', en: 'Name of the organisation' },
  slug: { nl: 'Naam in adressen', en: 'Name in addresses' },
  slugHelp: {
    nl: 'Kleine letters, cijfers en streepjes. Deze kun je later niet meer veranderen.',
    en: 'Lower-case letters, digits and dashes. You can not change this one later.',
  },
  firstLanguage: { nl: 'Taal van brieven en mails', en: 'Language of letters and mails' },
  dutch: { nl: 'Nederlands', en: 'Dutch' },
  english: { nl: 'Engels', en: 'English' },
  make: { nl: 'Werkruimte maken', en: 'Make the workspace' },
  making: { nl: 'De werkruimte wordt gemaakt', en: 'The workspace is being made' },

  invitationTitle: { nl: 'Uitnodiging', en: 'Invitation' },
  invitedFor: {
    nl: (workspace: string) => `Werk mee aan ${workspace}`,
    en: (workspace: string) => `Work on ${workspace}`,
  },
  invitedAs: {
    nl: (role: string, email: string) => `Je bent uitgenodigd als ${role.toLowerCase()}, op ${email}.`,
    en: (role: string, email: string) => `You are invited as ${role.toLowerCase()}, at ${email}.`,
  },
  accept: { nl: 'Uitnodiging aannemen', en: 'Accept the invitation' },
  acceptAbout: {
    nl: 'Daarna ben je op dit apparaat aangemeld.',
    en: 'After that you are signed in on this device.',
  },
  accepting: { nl: 'De uitnodiging wordt aangenomen', en: 'The invitation is being accepted' },
  yourName: { nl: 'Je naam', en: 'Your name' },
  yourNameHelp: { nl: 'Zo zien de anderen je.', en: 'This is how the others see you.' },
  outsiderToSelf: {
    nl: 'Je bent uitgenodigd als iemand van buiten de organisatie. Je kunt gegevens van anderen te zien krijgen: gebruik ze alleen voor dit werk en deel ze niet.',
    en: 'You are invited as someone from outside the organisation. You may come to see data of others: use it for this work only and do not share it.',
  },
  invitationBroken: { nl: 'Deze uitnodiging werkt niet', en: 'This invitation does not work' },
  invitationCut: {
    nl: 'De link is niet heel. Kopieer hem helemaal uit de mail.',
    en: 'The link is not complete. Copy all of it from the mail.',
  },
  toSignIn: { nl: 'Naar aanmelden', en: 'To signing in' },

  members: { nl: 'Leden', en: 'Members' },
  membersAbout: {
    nl: 'Wie er in deze werkruimte werkt. Een rol bepaalt wat iemand ziet en mag.',
    en: 'Who works in this workspace. A role decides what someone sees and may do.',
  },
  member: { nl: 'een lid van de werkruimte', en: 'a member of the workspace' },
  person: { nl: 'Naam', en: 'Name' },
  email: { nl: 'E-mailadres', en: 'E-mail address' },
  role: { nl: 'Rol', en: 'Role' },
  joined: { nl: 'Lid sinds', en: 'Member since' },
  you: { nl: 'Jij', en: 'You' },
  roleOf: {
    nl: (name: string, role: string) => `Rol van ${name}: ${role}`,
    en: (name: string, role: string) => `Role of ${name}: ${role}`,
  },
  roleChanged: {
    nl: (name: string, role: string) => `${name} is nu ${role.toLowerCase()}`,
    en: (name: string, role: string) => `${name} is ${role.toLowerCase()} now`,
  },
  changingRole: { nl: 'De rol wordt veranderd', en: 'The role is being changed' },
  removeMember: { nl: 'Lid verwijderen', en: 'Remove member' },
  removeAbout: {
    nl: (name: string) =>
      `${name} kan deze werkruimte niet meer in. Wat ${name} maakte blijft. Voor een terugkeer is een nieuwe uitnodiging nodig.`,
    en: (name: string) =>
      `${name} can no longer enter this workspace. What ${name} made stays. To come back, a new invitation is needed.`,
  },
  leave: { nl: 'Zelf vertrekken', en: 'Leave' },
  leaveAbout: {
    nl: 'Je kunt deze werkruimte niet meer in. Voor een terugkeer is een nieuwe uitnodiging nodig.',
    en: 'You can no longer enter this workspace. To come back, a new invitation is needed.',
  },
  removed: {
    nl: (name: string) => `${name} is geen lid meer`,
    en: (name: string) => `${name} is no longer a member`,
  },
  memberActions: { nl: (name: string) => `Acties voor ${name}`, en: (name: string) => `Actions for ${name}` },

  invite: { nl: 'Iemand uitnodigen', en: 'Invite someone' },
  sendInvitation: { nl: 'Uitnodiging sturen', en: 'Send the invitation' },
  inviting: { nl: 'De uitnodiging wordt gemaakt', en: 'The invitation is being made' },
  invited: {
    nl: (email: string) => `De uitnodiging voor ${email} is verstuurd`,
    en: (email: string) => `The invitation to ${email} is sent`,
  },
  emailHelp: {
    nl: 'De uitnodiging komt op dit adres, en geldt alleen voor dit adres.',
    en: 'The invitation goes to this address, and holds for this address only.',
  },
  employed: {
    nl: 'Werkt deze persoon bij de organisatie?',
    en: 'Is this person employed by the organisation?',
  },
  insider: { nl: 'Ja, in dienst', en: 'Yes, employed' },
  outsider: { nl: 'Nee, van buiten', en: 'No, from outside' },
  outsiderHelp: {
    nl: 'Bijvoorbeeld een bureau, een zzp’er of een vrijwilliger.',
    en: 'For example an agency, a freelancer or a volunteer.',
  },
  outsiderTitle: { nl: 'Let op wie wat ziet', en: 'Mind who sees what' },
  outsiderWarning: {
    nl: 'Iemand van buiten valt niet onder de verwerkersovereenkomst (de afspraak over wat er met persoonsgegevens gebeurt). Met deze rol kan die persoon inzendingen van formulieren en andere gegevens van mensen lezen. Maak daar eerst zelf een afspraak over.',
    en: 'Someone from outside does not fall under the processor agreement (the agreement on what happens to personal data). With this role that person can read form submissions and other data about people. Make an agreement about that first.',
  },
  outsiderConfirm: {
    nl: 'Ik weet dit, en heb het met deze persoon afgesproken',
    en: 'I know this, and have agreed on it with this person',
  },
  waitingFor: { nl: 'Wachten op antwoord', en: 'Waiting for an answer' },
  invitations: { nl: 'Uitnodigingen', en: 'Invitations' },
  invitationsAbout: {
    nl: 'Verstuurd, maar nog niet aangenomen. Een uitnodiging geldt twee weken.',
    en: 'Sent, but not accepted yet. An invitation holds for two weeks.',
  },
  validUntil: { nl: 'Geldig tot', en: 'Valid until' },
  expired: { nl: 'Verlopen', en: 'Expired' },
  outsiderTag: { nl: 'Van buiten', en: 'From outside' },
  withdraw: { nl: 'Intrekken', en: 'Withdraw' },
  withdrawOf: {
    nl: (email: string) => `Uitnodiging voor ${email} intrekken`,
    en: (email: string) => `Withdraw the invitation to ${email}`,
  },
  withdrawAbout: {
    nl: (email: string) => `De link in de mail aan ${email} werkt dan niet meer.`,
    en: (email: string) => `The link in the mail to ${email} will no longer work.`,
  },
  withdrawTitle: { nl: 'Uitnodiging intrekken', en: 'Withdraw the invitation' },
  withdrawn: {
    nl: (email: string) => `De uitnodiging voor ${email} is ingetrokken`,
    en: (email: string) => `The invitation to ${email} is withdrawn`,
  },

  owner: {
    nl: 'Mag alles, ook anderen eigenaar maken.',
    en: 'May do everything, and make others owner too.',
  },
  manager: {
    nl: 'Regelt mensen, instellingen en inhoud.',
    en: 'Takes care of people, settings and content.',
  },
  developer: { nl: 'Bouwt websites en formulieren.', en: 'Builds websites and forms.' },
  editor: { nl: 'Schrijft en verandert teksten en beelden.', en: 'Writes and changes text and pictures.' },
  expert: { nl: 'Kijkt mee op één vakgebied.', en: 'Helps in one field of knowledge.' },
  teacher: { nl: 'Geeft les en volgt leerlingen.', en: 'Teaches and follows pupils.' },
  support: {
    nl: 'Helpt klanten, en kan daarvoor meekijken.',
    en: 'Helps clients, and can look in to do so.',
  },
  admin: { nl: 'Houdt de installatie draaiend.', en: 'Keeps the installation running.' },
  administration: { nl: 'Ziet welke klanten er zijn.', en: 'Sees which clients there are.' },
  ownRole: { nl: 'Eigen rol van deze werkruimte.', en: 'A role of this workspace’s own.' },

  roles: { nl: 'Rollen', en: 'Roles' },
  rolesAbout: {
    nl: 'Wat elke rol mag. De rollen van Helder staan vast; met een eigen rol kies je zelf.',
    en: 'What each role may do. Helder’s roles are fixed; with a role of your own you choose yourself.',
  },
  may: { nl: 'Mag', en: 'May' },
  yes: { nl: 'Ja', en: 'Yes' },
  no: { nl: 'Nee', en: 'No' },
  memberCount: {
    nl: (count: number) => counted(count, 'lid', 'leden', 'nl'),
    en: (count: number) => counted(count, 'member', 'members', 'en'),
  },
  makeRole: { nl: 'Eigen rol maken', en: 'Make a role' },
  makingRole: { nl: 'De rol wordt gemaakt', en: 'The role is being made' },
  roleName: { nl: 'Naam van de rol', en: 'Name of the role' },
  roleNameHelp: { nl: 'Bijvoorbeeld: Stagiair, Accountant.', en: 'For example: Intern, Accountant.' },
  rolePermissions: { nl: 'Wat mag deze rol', en: 'What may this role do' },
  rolePermissionsHelp: {
    nl: 'Je kunt alleen geven wat je zelf mag.',
    en: 'You can give only what you may do yourself.',
  },
  saveRole: { nl: 'Rol opslaan', en: 'Save the role' },
  changeRole: { nl: (role: string) => `${role} veranderen`, en: (role: string) => `Change ${role}` },
  savingRole: { nl: 'De rol wordt opgeslagen', en: 'The role is being saved' },
  roleMade: {
    nl: (role: string) => `De rol ${role} is er`,
    en: (role: string) => `The role ${role} is there`,
  },
  roleSaved: {
    nl: (role: string) => `De rol ${role} is veranderd`,
    en: (role: string) => `The role ${role} has changed`,
  },
  roleRemoved: {
    nl: (role: string) => `De rol ${role} is weg`,
    en: (role: string) => `The role ${role} is gone`,
  },
  removeRole: { nl: 'Rol verwijderen', en: 'Remove the role' },
  showRole: { nl: 'Rol', en: 'Role' },

  settings: { nl: 'Werkruimte', en: 'Workspace' },
  settingsAbout: { nl: 'Wat voor de hele werkruimte geldt.', en: 'What holds for the whole workspace.' },
  nameHelp: { nl: 'Staat in uitnodigingen en mails.', en: 'Stands in invitations and mails.' },
  address: { nl: 'Adres van de werkruimte', en: 'Address of the workspace' },
  accounts: { nl: 'Accounts van klanten', en: 'Accounts of customers' },
  openForSignUp: {
    nl: 'Bezoekers mogen zelf een account maken',
    en: 'Visitors may make an account themselves',
  },
  openForSignUpHelp: {
    nl: 'Op je websites, bijvoorbeeld om een bestelling of een verzoek te volgen.',
    en: 'On your websites, for example to follow an order or a request.',
  },
  openForWorkspaces: {
    nl: 'Iedereen mag een account en een werkruimte maken',
    en: 'Everyone may make an account and a workspace',
  },
  openForWorkspacesHelp: {
    nl: 'Staat dit uit, dan komt iemand alleen binnen met een uitnodiging.',
    en: 'If this is off, people come in by invitation only.',
  },
  signUpOn: { nl: 'Bezoekers mogen nu een account maken', en: 'Visitors may make an account now' },
  signUpOff: { nl: 'Bezoekers mogen geen account meer maken', en: 'Visitors may no longer make an account' },

  supportTitle: { nl: 'Ondersteuning', en: 'Support' },
  supportAbout: {
    nl: (operator: string) =>
      `Medewerkers van ${operator} kunnen hier niets zien, tenzij ze met een reden meekijken: hoogstens een uur, alleen lezen. Elke keer staat hier.`,
    en: (operator: string) =>
      `Staff of ${operator} see nothing here, unless they look in with a reason: an hour at most, reading only. Every time is listed here.`,
  },
  reason: { nl: 'Reden', en: 'Reason' },
  started: { nl: 'Begon', en: 'Began' },
  ended: { nl: 'Einde', en: 'End' },
  now: { nl: 'Kijkt nu mee', en: 'Looking in now' },
  endSupport: { nl: 'Nu beëindigen', en: 'End it now' },
  supportEnded: { nl: 'Het meekijken is beëindigd', en: 'Looking in has ended' },
  noSupport: { nl: 'Er is nog nooit meegekeken', en: 'Nobody has ever looked in' },
  noSupportAbout: {
    nl: 'Kijkt een medewerker mee, dan zie je dat hier meteen, met de reden.',
    en: 'When a member of staff looks in, you see it here at once, with the reason.',
  },

  platform: { nl: 'Werkruimtes', en: 'Workspaces' },
  platformAbout: {
    nl: 'De klanten van deze installatie. Om te helpen kun je een uur meekijken; de klant ziet dat, met je reden.',
    en: 'The clients of this installation. To help you can look in for an hour; the client sees it, with your reason.',
  },
  client: { nl: 'Klant', en: 'Client' },
  made: { nl: 'Gemaakt', en: 'Made' },
  memberTotal: { nl: 'Leden', en: 'Members' },
  lookIn: { nl: 'Meekijken', en: 'Look in' },
  lookInOf: { nl: (name: string) => `Meekijken in ${name}`, en: (name: string) => `Look into ${name}` },
  lookInAbout: {
    nl: 'Je kunt een uur lang alles lezen en niets veranderen. Je reden staat bij de klant in beeld en blijft daar staan.',
    en: 'For an hour you can read everything and change nothing. Your reason is shown to the client and stays there.',
  },
  reasonHelp: {
    nl: 'Bijvoorbeeld: vraag 1204, het contactformulier verstuurt niet.',
    en: 'For example: question 1204, the contact form does not send.',
  },
  startLooking: { nl: 'Beginnen met meekijken', en: 'Start looking in' },
  startingLooking: { nl: 'Het meekijken wordt gemeld', en: 'Looking in is being reported' },
  enter: { nl: 'Ga naar binnen', en: 'Go inside' },
  lookingUntil: { nl: 'Meekijken tot', en: 'Looking in until' },
  noClients: { nl: 'Nog geen klanten', en: 'No clients yet' },
  noClientsAbout: {
    nl: 'Elke klant krijgt een eigen werkruimte, gescheiden van alle andere.',
    en: 'Each client gets a workspace of its own, apart from all others.',
  },

  waitingInvitation: {
    nl: (email: string) => `${email} heeft de uitnodiging nog niet aangenomen`,
    en: (email: string) => `${email} has not accepted the invitation yet`,
  },
  expiredInvitation: {
    nl: (email: string) => `De uitnodiging voor ${email} is verlopen`,
    en: (email: string) => `The invitation to ${email} has expired`,
  },
  operatorLooks: {
    nl: 'Een medewerker van de beheerder kijkt nu mee',
    en: 'A member of the operator’s staff is looking in now',
  },
  alone: {
    nl: 'Je werkt hier nog alleen',
    en: 'You are alone here still',
  },
  aloneAbout: { nl: 'Nodig een collega uit', en: 'Invite a colleague' },
} as const
