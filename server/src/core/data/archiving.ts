import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Config, projectFolder } from '../config.ts'

/** The program that PostgreSQL hands finished pieces of its log to; there once the server is built. */
export const walProgram = join(projectFolder, 'build', 'server', 'archive-wal.mjs')

/** How long a change waits at most before it is in the archive, when little happens. */
export const archiveSeconds = 60

/**
 * The lines of postgresql.conf by which every finished piece of WAL goes to the backups. They hold for whoever opens
 * the cluster: a piece that is written while nobody archives would leave a gap in every backup before it. Without the
 * built program nothing is archived.
 */
export function archiveSettings(
  config: Pick<Config, 'keysFolder' | 'backupsFolder'>,
): Record<string, string> {
  if (!existsSync(walProgram)) return {}
  return {
    wal_level: 'replica',
    archive_mode: 'on',
    archive_timeout: String(archiveSeconds),
    archive_command: walCommand('archive', config, '%p %f'),
  }
}

/** The command by which PostgreSQL asks for a piece of the archive; `besides` is a folder to look in as well. */
export function restoreCommand(
  config: Pick<Config, 'keysFolder' | 'backupsFolder'>,
  besides: string,
): string {
  return walCommand('restore', config, `%p %f ${quoted(besides)}`)
}

function walCommand(
  action: 'archive' | 'restore',
  { keysFolder, backupsFolder }: Pick<Config, 'keysFolder' | 'backupsFolder'>,
  rest: string,
): string {
  return [
    quoted(process.execPath),
    quoted(walProgram),
    action,
    quoted(keysFolder),
    quoted(backupsFolder),
    rest,
  ].join(' ')
}

// For the shell that PostgreSQL starts, which takes %% for a percent sign.
function quoted(path: string): string {
  return `'${path.replaceAll("'", `'\\''`).replaceAll('%', '%%')}'`
}
