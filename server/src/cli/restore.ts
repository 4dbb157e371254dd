import { moment, size, text } from '@helder/words'
import { readConfig } from '../core/config.ts'
import { lockDataFolder, prepareDataFolder } from '../core/data-folder.ts'
import { OperatorError } from '../core/errors.ts'
import { type RestoreStep, restorable, restore as restoreTo } from '../operations/backups/restore.ts'
import { expiryOf, parseMoment } from '../operations/backups/rules.ts'
import { optionOf, print, say, showProgress, terminalLanguage } from './terminal.ts'

/** `helder restore`: puts the database back as it was at a moment, or lists the moments that can be. */
export async function restore(args: string[]): Promise<void> {
  const config = readConfig(process.env)
  if (args.includes('--list')) return list(config)
  const at = parseMoment(optionOf(args, '--at') ?? '')
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
    if (replaced) print(say(texts.replaced(replaced)))
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
  print(
    `${say(texts.from).padEnd(26)}${say(texts.until).padEnd(26)}${say(texts.expires).padEnd(14)}${say(texts.sizeOf)}`,
  )
  for (const { backup, until, hasKey } of backups) {
    const state = until === null ? say(texts.incomplete) : hasKey ? until.toISOString() : say(texts.noKey)
    const expires = expiryOf(backup.day, config.backupDays).toISOString().slice(0, 10)
    print(
      `${backup.finishedAt.padEnd(26)}${state.padEnd(26)}${expires.padEnd(14)}${size(backup.sizeBytes, language)}`,
    )
  }
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
  replaced: (folder: string) =>
    text(
      `De vorige database staat in ${folder}. Gooi die weg als alles klopt.`,
      `The database before is in ${folder}. Throw it away once all is well.`,
    ),
  next: text(
    'Start Helder nu met npm start: eerst wordt opnieuw gewist wie intussen gewist was, daarna gaan de deuren open.',
    'Now start Helder with npm start: first whoever was erased since is erased again, then the doors open.',
  ),
}
