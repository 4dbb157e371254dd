import { text } from '@helder/words'
import { makeApp } from '../core/app.ts'
import { origin, readConfig } from '../core/config.ts'
import { openInstance } from '../core/instance.ts'
import { makeLog } from '../core/log.ts'
import { slices } from '../slices.ts'
import { print, say } from './terminal.ts'

/** `helder start`: opens the installation, serves until it is told to stop, and leaves it in order. */
export async function start(): Promise<void> {
  const config = readConfig(process.env)
  const log = makeLog(config.logLevel)
  const instance = await openInstance(config, {
    tell: name => log.debug({ migration: name }, 'migrating'),
  })
  try {
    const app = await makeApp({ config, connections: instance.connections, slices, log })
    const port = await app.http.listen()
    await app.startWorker()
    print(`Helder ${config.version}\n`)
    print(`  Studio  ${origin({ ...config, publicPort: config.publicPort || port }, config.studioHost)}`)
    print(`\n  ${say(text('Stoppen: Ctrl C', 'Stop: Ctrl C'))}`)
    await untilToldToStop()
    await app.stop()
  } finally {
    await instance.close()
  }
}

function untilToldToStop(): Promise<void> {
  return new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
  })
}
