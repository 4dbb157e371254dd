import { accessSync, constants, mkdirSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import { text } from '@helder/words'
import { OperatorError } from './errors.ts'
import { holderOf, takeLock } from './locks.ts'

// A database that runs out of disk stops in the middle of its work; better not to begin.
const leastFreeBytes = 200_000_000

/** Makes the data folder ready, or says in a sentence why that can't be done. */
export function prepareDataFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch {
    throw new OperatorError(
      text(
        `De map ${folder} kan niet gelezen of beschreven worden. Geef jezelf er rechten op, of kies een andere: HELDER_DATA=/pad/naar/map npm start.`,
        `The folder ${folder} can not be read or written. Give yourself permission, or choose another: HELDER_DATA=/path/to/folder npm start.`,
      ),
    )
  }
  const { bavail, bsize } = statfsSync(folder)
  if (bavail * bsize >= leastFreeBytes) return
  throw new OperatorError(
    text(
      `Er is te weinig ruimte op de schijf van ${folder}: minder dan 200 MB. Maak ruimte, of kies met HELDER_DATA een andere map.`,
      `There is too little room on the disk of ${folder}: less than 200 MB. Free some space, or choose another folder with HELDER_DATA.`,
    ),
  )
}

/** Takes the data folder for this process; refuses when another Helder has it. Gives how to let go of it. */
export function lockDataFolder(folder: string): () => void {
  const taken = takeLock(lockFile(folder))
  if ('release' in taken) return taken.release
  throw new OperatorError(
    text(
      `Er draait al een Helder op ${folder} (proces ${taken.holder}). Stop die eerst, of kies met HELDER_DATA een andere map.`,
      `Another Helder runs on ${folder} (process ${taken.holder}). Stop it first, or choose another folder with HELDER_DATA.`,
    ),
  )
}

/** The other process that has the data folder, if one does. */
export function lockHolder(folder: string): number | undefined {
  const holder = holderOf(lockFile(folder))
  return holder === process.pid ? undefined : holder
}

const lockFile = (folder: string) => join(folder, 'helder.lock')
