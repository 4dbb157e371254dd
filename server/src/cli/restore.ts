import { moment, size, text } from '@helder/words'
import { readConfig } from '../core/config.ts'
import { lockDataFolder, prepareDataFolder } from '../core/data-folder.ts'
import { OperatorError } from '../core/errors.ts'
import { refuseServerElsewhere } from '../operations/backups/backup.ts'
import { type RestoreStep, restorable, restore as restoreTo } from '../operations/backups/restore.ts'
import { expiryOf, parseMoment } from '../operations/backups/rules.ts'
import type { Command, Given } from './command.ts'
import { print, printTable, say, showProgress, terminalLanguage } from './terminal.ts'

async function restore(given: Given): Promise<void> {
  const config = readConfig(process.env)
  refuseServerElsewhere(config)
  if (given.has('list')) return list(config)
  const at = parseMoment(given.option('at') ?? '')
  if (at === null) throw new OperatorError(texts.usage)
  prepareDataFolder(config.dataFolder)
  const unlock = lockDataFolder(config.dataFolder)
  try {
    const progress = showProgress()
    const { backup, lastChange, objects, replaced } = await restoreTo(config, at, new Date(), step =>
      progress(...said(step)),
    )
    progress(null)
    print(say(texts.restored(backup.backupId)))
    if (lastChange) print(say(texts.lastChange(moment(lastChange, 'nl'), moment(lastChange, 'en'))))
    print(say(texts.objects(objects.there, objects.restored)))
    if (objects.damaged > 0) print(say(texts.damaged(objects.damaged)))
    if (replaced) print(say(texts.replaced(replaced, config.backupDays)))
    print(say(texts.next))
  } finally {
    unlock()
  }
}

function list(config: ReturnType<typeof readConfig>): void {
  const backups = restorable(config)
  if (backups.length === 0) {
    print(say(texts.none(config.backupsFolder)))
    return
  }
  const language = terminalLanguage()
  printTable(
    [texts.from, texts.until, texts.expires, texts.sizeOf].map(say),
    backups.map(({ backup, until, hasKey }) => [
      backup.finishedAt,
      until === null ? say(texts.incomplete) : hasKey ? until.toISOString() : say(texts.noKey),
      expiryOf(backup.day, config.backupDays).toISOString().slice(0, 10),
      size(backup.sizeBytes, language),
    ]),
  )
}

function said(step: RestoreStep): [what: string, how: string] {
  switch (step.step) {
    case 'unpacking':
      return [say(texts.unpacking), `${Math.min(100, Math.round((100 * step.done) / step.total))}%`]
    case 'replaying':
      return [say(texts.replaying), step.at ? moment(step.at, terminalLanguage()) : '']
    case 'checking':
      return [say(texts.checking), step.table]
    case 'objects':
      return [say(texts.restoringObjects), String(step.done)]
  }
}

const texts = {
  usage: text(
    'Naar welk moment? Bijvoorbeeld: npx helder restore --at 2026-11-22T14:05:00+01:00, of --at latest. Welke momenten kunnen: npx helder restore --list.',
    'To which moment? For instance: npx helder restore --at 2026-11-22T14:05:00+01:00, or --at latest. Which moments are possible: npx helder restore --list.',
  ),
  none: (folder: string) =>
    text(`Er is nog geen reservekopie in ${folder}.`, `There is no backup in ${folder} yet.`),
  from: text('van', 'from'),
  until: text('tot', 'until'),
  expires: text('verloopt', 'expires'),
  sizeOf: text('grootte', 'size'),
  incomplete: text('(niet compleet)', '(incomplete)'),
  noKey: text('(sleutel ontbreekt)', '(key is missing)'),
  unpacking: text('Uitpakken', 'Unpacking'),
  replaying: text('Wijzigingen naspelen', 'Replaying changes'),
  checking: text('Nalezen', 'Reading through'),
  restoringObjects: text('Bestanden terugzetten', 'Restoring files'),
  restored: (id: string) => text(`Teruggezet uit reservekopie ${id}.`, `Restored from backup ${id}.`),
  lastChange: (nl: string, en: string) =>
    text(`De laatste wijziging is van ${nl}.`, `The last change is of ${en}.`),
  objects: (there: number, restored: number) =>
    text(
      `Bestanden: ${there} stonden er nog, ${restored} zijn teruggezet.`,
      `Files: ${there} were still there, ${restored} were restored.`,
    ),
  damaged: (count: number) =>
    text(
      `Van ${count} bestanden is de kopie beschadigd; die ontbreken nu.`,
      `Of ${count} files the copy is damaged; they are missing now.`,
    ),
  replaced: (folder: string, days: number) =>
    text(
      `De vorige database staat in ${folder}. Gooi die weg als alles klopt; na ${days} dagen gaat ze vanzelf weg.`,
      `The database before is in ${folder}. Throw it away once all is well; after ${days} days it goes by itself.`,
    ),
  next: text(
    'Start Helder nu met npm start: eerst wordt opnieuw gewist wie intussen gewist was, daarna gaan de deuren open.',
    'Now start Helder with npm start: first whoever was erased since is erased again, then the doors open.',
  ),
}

/** Puts the database back as it was. */
export const commands: Command[] = [
  {
    name: 'restore',
    about: text(
      'Zet de database en de bestanden terug zoals ze op een moment waren. Helder moet gestopt zijn. Wat er stond blijft ernaast bewaard, en wie intussen gewist is wordt bij de volgende start opnieuw gewist.',
      'Puts the database and the files back as they were at a moment. Helder must be stopped. What was there is kept beside it, and whoever was erased since is erased again at the next start.',
    ),
    options: {
      at: {
        takes: '<moment>',
        about: text(
          'naar welk moment: 2026-11-22T14:05:00+01:00, of latest',
          'to which moment: 2026-11-22T14:05:00+01:00, or latest',
        ),
      },
      list: { about: text('laat zien welke momenten kunnen', 'show which moments are possible') },
    },
    run: restore,
  },
]
