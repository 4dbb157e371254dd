import { type Approximate, isKnown, minus, noValue, plus, real, times } from './approximate.ts'
import { cos, sin } from './approximate-functions.ts'

/**
 * A function of which only the name is known, as one that is fixed by its name and its number of arguments: smooth,
 * analytic, without symmetry. So `f(x+1)` and `f(1+x)` agree, and `f(x)` and `g(x)` differ.
 */
export function unknownFunction(name: string, args: readonly Approximate[]): Approximate {
  if (!args.every(isKnown)) return noValue
  const next = constantsOf(`${name}/${args.length}`)
  const first = mix(args, next)
  const second = mix(args, next)
  const waves = plus(times(next(), sin(first)), times(times(next(), second), cos(plus(first, minus(second)))))
  return plus(plus(next(), times(next(), second)), waves)
}

function mix(args: readonly Approximate[], next: () => Approximate): Approximate {
  return args.reduce((total, arg) => plus(total, times(next(), arg)), next())
}

/** A stream of constants between 0.25 and 1.25, from a hash of the text (FNV-1a, then xorshift). */
function constantsOf(text: string): () => Approximate {
  let state = 0x811c9dc5
  for (let k = 0; k < text.length; k += 1) state = Math.imul(state ^ text.charCodeAt(k), 0x01000193)
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return real(0.25 + (state >>> 0) / 2 ** 32)
  }
}
