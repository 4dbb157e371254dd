import { text } from '@helder/words'
import type { Services } from '../core/ctx.ts'
import { demoAddresses, demoLinks } from '../seed/demo.ts'
import { print, say } from './terminal.ts'

/** Tells how far the sites of the demo have come. */
export function tellDemo(): (live: number, total: number) => void {
  let shown = -1
  print(say(texts.building))
  return (live, total) => {
    if (live !== shown) print(`  ${say(texts.site(live, total))}`)
    shown = live
  }
}

/** Shows where the demo is, and how somebody gets in. */
export async function showDemo(services: Services): Promise<void> {
  for (const address of await demoAddresses(services)) print(`  Website   ${address}`)
  const links = await demoLinks(services)
  if (links.length === 0) return
  print(`\n  ${say(texts.signIn)}\n`)
  for (const { person, address } of links) print(`  ${person.name} (${say(person.as)})\n    ${address}`)
}

const texts = {
  building: text(
    'De demo wordt gemaakt: twee organisaties met een site.',
    'The demo is being made: two organisations with a site.',
  ),
  site: (live: number, total: number) => text(`site ${live} van ${total}`, `site ${live} of ${total}`),
  signIn: text(
    'Meld je aan als iemand van de demo. Elke link werkt één keer, een dag lang.',
    'Sign in as somebody of the demo. Each link works once, for a day.',
  ),
}
