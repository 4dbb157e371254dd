import { type Logger, pino } from 'pino'

/** Where the server writes what it did: ids, never personal data. */
export type Log = Logger

/** Makes the log: JSON lines on standard error, so that standard output stays for people. */
export function makeLog(level: string): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      // Requests are logged by id, route and status only; see core/http/server.ts.
      serializers: { err: serializeError },
    },
    pino.destination({ fd: 2, sync: true }),
  )
}

// PostgreSQL's detail and where-lines quote values of rows; only what names a place is kept.
function serializeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: 'not an error' }
  const { code, table, constraint, column } = error as Error & Record<string, unknown>
  return { type: error.name, message: error.message, code, table, constraint, column, stack: error.stack }
}
