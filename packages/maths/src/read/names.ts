/** The Greek letters in the order of Unicode, which has the sigma at the end of a word before the other. */
const alphabet =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma sigma tau upsilon phi chi psi omega'

/** The name of a Greek letter, by its character; other shapes of a letter are the same letter. */
export const greek: ReadonlyMap<string, string> = new Map([
  ...alphabet.split(' ').flatMap((name, k) => {
    const letter = String.fromCharCode(0x3b1 + k)
    const capital = name.charAt(0).toUpperCase() + name.slice(1)
    return [[letter, name] as const, [letter.toUpperCase(), capital] as const]
  }),
  ...pairs('ϵ epsilon ϑ theta µ mu ϱ rho ϕ phi'),
])

/** The names of Greek letters. */
export const greekNames: ReadonlySet<string> = new Set(greek.values())

/** The trigonometric and hyperbolic functions and their inverses, by all names that say arc, area or nothing. */
const waves = ['sin', 'cos', 'tan', 'cot', 'sec', 'csc'].flatMap(name =>
  ['', 'h'].flatMap(tail => [
    [name + tail, name + tail] as const,
    ...['a', 'arc', tail && 'ar']
      .filter(before => before !== '')
      .map(before => [before + name + tail, `a${name}${tail}`] as const),
  ]),
)

/** Functions of one argument that are never a variable, by every name they have in either language or in Maxima. */
export const plainFunctions: ReadonlyMap<string, string> = new Map([
  ...waves,
  ...pairs(
    'sinus sin cosinus cos tangens tan tg tan cotg cot cotan cot cosec csc cosech csch ' +
      'bgsin asin bgcos acos bgtan atan bgtg atan bgcot acot boogsin asin boogcos acos boogtan atan ' +
      'exp exp ln ln abs abs sqrt sqrt wortel sqrt signum signum sgn signum sign signum floor floor ceiling ceiling ceil ceiling entier floor',
  ),
])

/** Functions that need brackets around what they are taken of. */
export const otherFunctions: ReadonlyMap<string, string> = pairs(
  'log log lg log logbase log round round realpart re re re imagpart im im im conjugate conjugate carg arg arg arg cabs abs factorial factorial max max min min mod mod ' +
    'gcd gcd gcf gcd ggd gcd lcm lcm kgv lcm binomial binomial binom binomial nCr binomial ncr binomial nPr permutations npr permutations root root nthroot root diff diff integrate integrate int integrate sum sum product product limit limit lim limit ' +
    'ntuple tuple set set matrix matrix oo oo oc oc co co cc cc union union %union union intersection intersection intersect intersection %intersection intersection setdifference setminus',
)

/** How many arguments a function takes, least and most. Names that are not here take one. */
export const counts: Readonly<Record<string, readonly [number, number]>> = {
  log: [1, 2],
  root: [1, 2],
  mod: [2, 2],
  binomial: [2, 2],
  permutations: [2, 2],
  max: [1, 9999],
  min: [1, 9999],
  gcd: [1, 9999],
  lcm: [1, 9999],
  diff: [1, 9999],
  integrate: [2, 4],
  sum: [4, 4],
  product: [4, 4],
  limit: [1, 4],
  tuple: [1, 9999],
  set: [0, 9999],
  matrix: [0, 9999],
  oo: [2, 2],
  oc: [2, 2],
  co: [2, 2],
  cc: [2, 2],
  union: [0, 9999],
  intersection: [0, 9999],
  setminus: [2, 2],
  round: [1, 2],
}

/** Pairs from a list of words. */
export function pairs(words: string): ReadonlyMap<string, string> {
  const list = words.split(' ')
  return new Map(list.flatMap((word, k) => (k % 2 === 0 ? [[word, list[k + 1] ?? ''] as const] : [])))
}
