import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { text } from '@helder/words'
import { getDomain } from 'tldts'
import { z } from 'zod'
import { OperatorError } from './errors.ts'

/** A setting as the environment gives it, with the words for the page of docs. */
interface Setting {
  schema: z.ZodType<string | number | boolean | undefined>
  about: string
}

const port = z.coerce.number().int().min(0).max(65535)
const hostName = z.string().regex(/^[a-z0-9.-]+$/, 'a host name, such as studio.example.nl')

/** Every setting there is. The page docs/configuration.md is made from this table. */
export const settings = {
  PORT: { schema: port.default(4000), about: 'The port that Helder listens on.' },
  HELDER_BIND: {
    schema: z.string().default('127.0.0.1'),
    about: 'The address that Helder listens on. Behind a proxy on another machine: `0.0.0.0`.',
  },
  HELDER_DATA: {
    schema: z.string().default('./data'),
    about: 'The folder for everything that Helder keeps: database, files, keys, ledger, backups, logs.',
  },
  HELDER_SEED: {
    schema: z.enum(['none', 'demo']).default('demo'),
    about: '`demo` makes two demo workspaces on the first start, `none` starts empty.',
  },
  HELDER_STUDIO_HOST: {
    schema: hostName.default('studio.localhost'),
    about: 'The host name of the studio.',
  },
  HELDER_SITES_BASE: {
    schema: hostName.default('localhost'),
    about:
      'The domain below which each site gets its own host name. In production on another registrable domain than the studio.',
  },
  HELDER_SCHEME: {
    schema: z.enum(['http', 'https']).default('http'),
    about:
      '`https` when a proxy in front of Helder takes care of TLS; cookies are then sent over HTTPS only.',
  },
  HELDER_PUBLIC_PORT: {
    schema: port.optional(),
    about:
      'The port in public addresses, when it differs from `PORT`. Behind a proxy with `HELDER_SCHEME=https`: 443.',
  },
  HELDER_TRUST_PROXY: {
    schema: z.enum(['yes', 'no']).default('no'),
    about: '`yes` when a proxy in front sets `X-Forwarded-For`; only then is it believed.',
  },
  DATABASE_URL: {
    schema: z
      .string()
      .regex(/^postgres(ql)?:\/\//, 'an address that begins with postgres://')
      .optional(),
    about:
      'A PostgreSQL server (15 or newer) to use instead of the embedded one. Its user owns the database and may create roles.',
  },
  HELDER_SMTP_URL: {
    schema: z
      .string()
      .regex(/^smtps?:\/\//, 'an address that begins with smtp:// or smtps://')
      .optional(),
    about: 'The server that sends mail. Without it, mail stays in the outbox that the studio shows.',
  },
  HELDER_MAIL_FROM: {
    schema: z.string().default('Helder <helder@localhost>'),
    about: 'The sender of mail.',
  },
  HELDER_OPERATOR: {
    schema: z.string().default('Helder'),
    about: 'The name of the one who runs this installation, as people see it.',
  },
  HELDER_KEYS: {
    schema: z.string().optional(),
    about: 'The folder for keys. Keep it apart from the backups. Default: `keys` in the data folder.',
  },
  HELDER_LEDGER: {
    schema: z.string().optional(),
    about:
      'The folder for the ledger of erasures; a second one after a comma keeps a copy elsewhere. Default: `ledger` in the data folder.',
  },
  HELDER_BACKUPS: {
    schema: z.string().optional(),
    about: 'The folder for backups. Default: `backups` in the data folder.',
  },
  HELDER_BACKUP_DAYS: {
    schema: z.coerce.number().int().min(1).max(90).default(14),
    about: 'How many days a backup can be read; after that its key is destroyed.',
  },
  HELDER_LOG_LEVEL: {
    schema: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
    about: 'How much the log tells.',
  },
} satisfies Record<string, Setting>

type Values = { [K in keyof typeof settings]: z.output<(typeof settings)[K]['schema']> }

/** How this installation is set up: the environment, read once and checked. */
export interface Config {
  port: number
  bind: string
  dataFolder: string
  seed: 'none' | 'demo'
  studioHost: string
  sitesBase: string
  scheme: 'http' | 'https'
  publicPort: number
  trustProxy: boolean
  databaseUrl: string | undefined
  smtpUrl: string | undefined
  mailFrom: string
  operator: string
  keysFolder: string
  ledgerFolders: string[]
  backupsFolder: string
  backupDays: number
  logLevel: string
  version: string
}

/** Reads the settings from an environment; refuses with a sentence per wrong setting. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const values = readValues(environment)
  const dataFolder = resolve(values.HELDER_DATA)
  const within = (folder: string | undefined, standard: string) =>
    folder === undefined ? join(dataFolder, standard) : resolve(folder)
  const config: Config = {
    port: values.PORT,
    bind: values.HELDER_BIND,
    dataFolder,
    seed: values.HELDER_SEED,
    studioHost: values.HELDER_STUDIO_HOST,
    sitesBase: values.HELDER_SITES_BASE,
    scheme: values.HELDER_SCHEME,
    publicPort: values.HELDER_PUBLIC_PORT ?? values.PORT,
    trustProxy: values.HELDER_TRUST_PROXY === 'yes',
    databaseUrl: values.DATABASE_URL,
    smtpUrl: values.HELDER_SMTP_URL,
    mailFrom: values.HELDER_MAIL_FROM,
    operator: values.HELDER_OPERATOR,
    keysFolder: within(values.HELDER_KEYS, 'keys'),
    ledgerFolders: (values.HELDER_LEDGER ?? join(dataFolder, 'ledger')).split(',').map(path => resolve(path)),
    backupsFolder: within(values.HELDER_BACKUPS, 'backups'),
    backupDays: values.HELDER_BACKUP_DAYS,
    logLevel: values.HELDER_LOG_LEVEL,
    version,
  }
  refuseSharedDomain(config)
  return config
}

function readValues(environment: Record<string, string | undefined>): Values {
  const wrong: string[] = []
  const values: Record<string, unknown> = {}
  for (const [name, setting] of Object.entries(settings)) {
    const given = environment[name] === '' ? undefined : environment[name]
    const result = setting.schema.safeParse(given)
    if (result.success) values[name] = result.data
    else wrong.push(`${name}=${given ?? ''}: ${result.error.issues.map(issue => issue.message).join(', ')}`)
  }
  if (wrong.length > 0) {
    const list = wrong.map(line => `  ${line}`).join('\n')
    throw new OperatorError(
      text(
        `Deze instellingen kloppen niet:\n${list}\nZie docs/configuration.md.`,
        `These settings are not right:\n${list}\nSee docs/configuration.md.`,
      ),
    )
  }
  return values as Values
}

// What clients put on their sites must never reach the cookies of the studio: browsers draw that line
// between registrable domains, so both on one domain is refused where the world can reach it.
function refuseSharedDomain(config: Config): void {
  const domainOf = (host: string) => getDomain(host, { allowPrivateDomains: true }) ?? host
  if (config.studioHost.endsWith('localhost') && config.sitesBase.endsWith('localhost')) return
  if (domainOf(config.studioHost) !== domainOf(config.sitesBase)) return
  throw new OperatorError(
    text(
      `De studio (${config.studioHost}) en de websites (${config.sitesBase}) staan op hetzelfde domein. Geef HELDER_STUDIO_HOST of HELDER_SITES_BASE een eigen domein.`,
      `The studio (${config.studioHost}) and the websites (${config.sitesBase}) share a domain. Give HELDER_STUDIO_HOST or HELDER_SITES_BASE a domain of its own.`,
    ),
  )
}

/** The public address of a host of this installation, with the port only where browsers need it. */
export function origin(config: Pick<Config, 'scheme' | 'publicPort'>, host: string): string {
  const standardPort = config.scheme === 'https' ? 443 : 80
  return `${config.scheme}://${host}${config.publicPort === standardPort ? '' : `:${config.publicPort}`}`
}

/** The folder of the project: where package.json and db/ are, both when built and when tested. */
export const projectFolder = findProjectFolder(import.meta.dirname)

function findProjectFolder(from: string): string {
  if (existsSync(join(from, 'package-lock.json'))) return from
  if (resolve(from, '..') === from) throw new Error('Helder runs from its own project folder.')
  return findProjectFolder(resolve(from, '..'))
}

const version: string = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')).version
