import { counted } from '@helder/words'

/** The words about backups and restoring them. */
export const texts = {
  operations: { nl: 'Beheer', en: 'Operations' },
  operationsAbout: {
    nl: 'Reservekopieën van alles wat deze Helder bewaart, en hoe je ze terugzet. Elke nacht wordt er een gemaakt; wat er daarna verandert, gaat elke minuut mee.',
    en: 'Backups of everything that this Helder keeps, and how to restore them. One is made every night; what changes after that follows every minute.',
  },
  make: { nl: 'Nu een reservekopie maken', en: 'Make a backup now' },
  ordering: { nl: 'De reservekopie wordt aangevraagd', en: 'The backup is being ordered' },
  making: { nl: 'De reservekopie wordt gemaakt', en: 'The backup is being made' },
  copying: { nl: 'De database kopiëren, in MB', en: 'Copying the database, in MB' },
  canLeave: {
    nl: 'Iedereen kan gewoon doorwerken. Je kunt dit scherm verlaten; het gaat door.',
    en: 'Everyone can go on working. You can leave this screen; it goes on.',
  },
  made: { nl: 'De reservekopie is klaar', en: 'The backup is ready' },
  failed: { nl: 'De laatste reservekopie is mislukt', en: 'The last backup failed' },
  failedAt: {
    nl: (at: string, why: string) => `${at}. ${why}`,
    en: (at: string, why: string) => `${at}. ${why}`,
  },
  elsewhere: { nl: 'De database staat op een eigen server', en: 'The database is on a server of its own' },
  elsewhereAbout: {
    nl: 'Regel de reservekopieën daar (DATABASE_URL wijst ernaar), met herstel per moment. Neem de map met bestanden mee, en houd het grootboek van wissingen erbuiten: dat moet blijven weten wie er gewist is.',
    en: 'Arrange the backups there (DATABASE_URL points to it), with point-in-time recovery. Take the folder of files along, and keep the ledger of erasures out of it: that must keep knowing who was erased.',
  },

  window: { nl: 'Waar je naar terug kunt', en: 'What you can go back to' },
  windowAbout: {
    nl: (from: string, until: string) => `Elk moment van ${from} tot ${until}, op de minuut.`,
    en: (from: string, until: string) => `Any moment from ${from} until ${until}, to the minute.`,
  },
  windowPoint: {
    nl: (at: string) => `Alleen ${at}. Wat daarna verandert, komt er binnen een minuut of wat bij.`,
    en: (at: string) => `Only ${at}. What changes after that is added within a minute or so.`,
  },
  now: { nl: 'nu', en: 'now' },
  legendSpan: { nl: 'terug te zetten', en: 'can be restored' },
  legendBackup: { nl: 'reservekopie', en: 'backup' },
  legendRestore: { nl: 'teruggezet', en: 'restored' },
  none: { nl: 'Er is nog geen reservekopie', en: 'There is no backup yet' },
  noneAbout: {
    nl: 'Vannacht wordt de eerste gemaakt. Wil je er niet op wachten, maak er dan nu een.',
    en: 'The first is made tonight. Should you not want to wait, make one now.',
  },

  backups: { nl: 'Reservekopieën', en: 'Backups' },
  backupsAbout: {
    nl: 'Elke dag heeft een eigen sleutel. Zodra die vernietigd is, kan niemand meer lezen wat er die dag mee versleuteld is.',
    en: 'Each day has a key of its own. Once that is destroyed, nobody can read what was sealed with it that day.',
  },
  backup: { nl: 'Reservekopie', en: 'Backup' },
  took: { nl: 'Duurde', en: 'Took' },
  seconds: {
    nl: (seconds: number) =>
      seconds < 120
        ? counted(Math.max(1, Math.round(seconds)), 'seconde', 'seconden', 'nl')
        : counted(Math.round(seconds / 60), 'minuut', 'minuten', 'nl'),
    en: (seconds: number) =>
      seconds < 120
        ? counted(Math.max(1, Math.round(seconds)), 'second', 'seconds', 'en')
        : counted(Math.round(seconds / 60), 'minute', 'minutes', 'en'),
  },
  size: { nl: 'Grootte', en: 'Size' },
  expires: { nl: 'Sleutel vernietigd op', en: 'Key destroyed on' },
  where: { nl: 'Waar ze liggen', en: 'Where they lie' },
  whereAbout: {
    nl: 'Versleuteld, in deze map op de server. De sleutels liggen in een map apart: alleen samen zijn ze te lezen. Bewaar van allebei ook een kopie op een andere machine, elk op een eigen.',
    en: 'Sealed, in this folder on the server. The keys lie in a folder apart: only together can they be read. Keep a copy of both on another machine too, each on its own.',
  },
  folder: { nl: 'Map op de server', en: 'Folder on the server' },

  restore: { nl: 'Terugzetten', en: 'Restore' },
  restoreAbout: {
    nl: 'Dat doe je op de server zelf, terwijl Helder stilstaat: wie de hele Helder terugzet, moet er ook echt bij kunnen.',
    en: 'You do that on the server itself, while Helder stands still: whoever restores the whole Helder must really have access to it.',
  },
  toWhen: { nl: 'Naar welk moment?', en: 'To which moment?' },
  toLatest: { nl: 'Het laatste moment dat kan', en: 'The latest moment that is possible' },
  toMoment: { nl: 'Een moment dat ik kies', en: 'A moment that I choose' },
  moment: { nl: 'Moment', en: 'Moment' },
  momentHelp: {
    nl: 'In de tijd van dit apparaat. Kies het laatste moment waarop alles nog goed was.',
    en: 'In the time of this device. Choose the last moment at which all was still well.',
  },
  outside: {
    nl: 'Naar dit moment kun je niet terug; kies er een binnen de streep hierboven.',
    en: 'You can not go back to this moment; choose one within the line above.',
  },
  stepStop: { nl: 'Zet Helder stil.', en: 'Stop Helder.' },
  stepStopHow: {
    nl: 'Ctrl C in het venster waarin hij draait, of zoals je de dienst anders stopt.',
    en: 'Ctrl C in the window in which it runs, or as you stop the service otherwise.',
  },
  stepRun: {
    nl: 'Geef dit commando, in de map van Helder:',
    en: 'Give this command, in the folder of Helder:',
  },
  stepRunHow: {
    nl: 'Wat er nu staat wordt opzij gezet, niet weggegooid. Het commando zegt waar.',
    en: 'What is there now is set aside, not thrown away. The command says where.',
  },
  stepStart: { nl: 'Start Helder weer.', en: 'Start Helder again.' },
  stepStartHow: {
    nl: 'Eerst wordt opnieuw gewist wie intussen gewist was. Pas daarna kan er iemand binnen.',
    en: 'First whoever was erased since is erased again. Only then can anyone get in.',
  },
  command: { nl: 'Commando', en: 'Command' },

  restores: { nl: 'Wat er is teruggezet', en: 'What was restored' },
  restoredAt: { nl: 'Teruggezet op', en: 'Restored on' },
  restoredTo: { nl: 'Naar het moment', en: 'To the moment' },
  repeated: { nl: 'Wissingen herhaald', en: 'Erasures repeated' },
  repeatedCount: {
    nl: (count: number) => (count === 0 ? 'geen nodig' : counted(count, 'wissing', 'wissingen', 'nl')),
    en: (count: number) => (count === 0 ? 'none needed' : counted(count, 'erasure', 'erasures', 'en')),
  },
  neverRestored: {
    nl: 'Er is nog nooit iets teruggezet. Oefen het een keer op een andere machine: dan weet je dat het werkt.',
    en: 'Nothing was ever restored. Practise it once on another machine: then you know that it works.',
  },

  waitsNone: { nl: 'Er is nog geen reservekopie gemaakt', en: 'No backup has been made yet' },
  waitsOld: {
    nl: (days: number) => `De laatste reservekopie is ${counted(days, 'dag', 'dagen', 'nl')} oud`,
    en: (days: number) => `The last backup is ${counted(days, 'day', 'days', 'en')} old`,
  },
} as const
