import { text } from '@helder/words'
import { startWorker } from '../core/jobs/worker.ts'
import { finishDemo, orderDemo, seed as seedDemo } from '../seed/demo.ts'
import { slices } from '../slices.ts'
import type { Command } from './command.ts'
import { showDemo, tellDemo } from './demo.ts'
import { withServices } from './services.ts'

async function seed(): Promise<void> {
  await withServices(async (services, { connections, isServed }) => {
    await orderDemo(services)
    await seedDemo(services)
    // Its sites are built by the server that runs; where none does, here.
    const jobs = slices.flatMap(slice => slice.jobs)
    const worker = isServed ? undefined : await startWorker(services, connections.owner, jobs)
    try {
      await finishDemo(services, new AbortController().signal, tellDemo())
    } finally {
      await worker?.stop()
    }
    await showDemo(services)
  })
}

/** Makes the demo. */
export const commands: Command[] = [
  {
    name: 'seed',
    about: text(
      'Maakt de demo: twee organisaties met hun mensen en een site. Wat er al is blijft, en wie erin kan krijgt een nieuwe link.',
      'Makes the demo: two organisations with their people and a site. What is there already stays, and who can get in gets a new link.',
    ),
    run: seed,
  },
]
