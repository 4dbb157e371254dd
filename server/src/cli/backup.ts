import { counted, moment, size, text } from '@helder/words'
import { makeBackup } from '../operations/backups/backup.ts'
import { expiryOf } from '../operations/backups/rules.ts'
import type { Command } from './command.ts'
import { withServices } from './services.ts'
import { print, say, showProgress, terminalLanguage } from './terminal.ts'

async function backup(): Promise<void> {
  const language = terminalLanguage()
  await withServices(async (services, { config }) => {
    const progress = showProgress()
    const facts = await makeBackup(services, step => {
      if ('copied' in step) progress(say(texts.copying), size(step.copied, language))
    })
    progress(null)
    const expires = expiryOf(facts.day, config.backupDays)
    const bytes = size(facts.sizeBytes, language)
    print(say(texts.done(facts.backupId, bytes, facts.objects)))
    print(say(texts.readable(moment(expires, 'nl'), moment(expires, 'en'))))
    print(config.backupsFolder)
  })
}

const texts = {
  copying: text('Kopiëren', 'Copying'),
  done: (id: string, bytes: string, objects: number) =>
    text(
      `Reservekopie ${id} is gemaakt: ${bytes}, ${counted(objects, 'bestand', 'bestanden', 'nl')}.`,
      `Backup ${id} is made: ${bytes}, ${counted(objects, 'file', 'files', 'en')}.`,
    ),
  readable: (nl: string, en: string) => text(`Te lezen tot ${nl}.`, `Can be read until ${en}.`),
}

/** Makes a backup. */
export const commands: Command[] = [
  {
    name: 'backup',
    about: text(
      'Maakt een reservekopie van alles, terwijl Helder draait of niet. Elke nacht gebeurt dit vanzelf.',
      'Makes a backup of everything, while Helder runs or not. It happens by itself every night.',
    ),
    run: backup,
  },
]
