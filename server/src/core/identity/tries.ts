import { type Text, text } from '@helder/words'
import type { Ctx } from '../ctx.ts'
import { Refusal } from '../errors.ts'
import { type TryKind, tryLimits } from './rules.ts'
import { countTry } from './store.ts'

/**
 * Counts a try, per address that is tried and per machine that tries, and refuses when there were too many.
 * Only keyed hashes are kept, and only as long as the window lasts.
 */
export async function refuseTooManyTries(
  ctx: Ctx,
  kind: TryKind,
  address: string,
  ip: string,
): Promise<void> {
  const { perAddress, perMachine, windowMinutes } = tryLimits[kind]
  const counts = await ctx.write(tx =>
    Promise.all(
      [
        { key: `${kind} address ${address}`, most: perAddress },
        { key: `${kind} machine ${ip}`, most: perMachine },
      ].map(async ({ key, most }) => {
        const hash = ctx.services.keys.hmac('tries', key)
        return { most, ...(await countTry(tx, hash, windowMinutes * 60_000)) }
      }),
    ),
  )
  const over = counts.find(({ count, most }) => count > most)
  if (over === undefined) return
  const retryAfterSeconds = Math.ceil((over.resetsAt.getTime() - ctx.now.getTime()) / 1000)
  throw new Refusal('too-many', tooManyTries(Math.ceil(retryAfterSeconds / 60)), { retryAfterSeconds })
}

function tooManyTries(minutes: number): Text {
  return text(
    `Dit is te vaak geprobeerd. Wacht ${minutes} ${minutes === 1 ? 'minuut' : 'minuten'} en probeer het opnieuw.`,
    `This was tried too often. Wait ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} and try again.`,
  )
}
