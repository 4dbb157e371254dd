/** Greek letters by their character; other shapes of a letter are the same letter. */
const greekLetters =
  'α alpha β beta γ gamma δ delta ε epsilon ϵ epsilon ζ zeta η eta θ theta ϑ theta ι iota κ kappa λ lambda μ mu µ mu ν nu ξ xi ο omicron π pi ρ rho ϱ rho σ sigma ς sigma τ tau υ upsilon φ phi ϕ phi χ chi ψ psi ω omega Α Alpha Β Beta Γ Gamma Δ Delta Ε Epsilon Ζ Zeta Η Eta Θ Theta Ι Iota Κ Kappa Λ Lambda Μ Mu Ν Nu Ξ Xi Ο Omicron Π Pi Ρ Rho Σ Sigma Τ Tau Υ Upsilon Φ Phi Χ Chi Ψ Psi Ω Omega'

/** The name of a Greek letter, by its character. */
export const greek: ReadonlyMap<string, string> = pairs(greekLetters)

/** The names of Greek letters. */
export const greekNames: ReadonlySet<string> = new Set(greek.values())

/** Functions of one argument that are never a variable, by every name they have in either language or in Maxima. */
export const plainFunctions: ReadonlyMap<string, string> = pairs(
  'sin sin cos cos tan tan sinus sin cosinus cos tangens tan tg tan cot cot cotg cot cotan cot sec sec csc csc cosec csc ' +
    'asin asin acos acos atan atan acot acot asec asec acsc acsc arcsin asin arccos acos arctan atan arccot acot arcsec asec arccsc acsc ' +
    'bgsin asin bgcos acos bgtan atan bgtg atan bgcot acot boogsin asin boogcos acos boogtan atan ' +
    'sinh sinh cosh cosh tanh tanh coth coth sech sech csch csch cosech csch asinh asinh acosh acosh atanh atanh acoth acoth asech asech acsch acsch ' +
    'arsinh asinh arcosh acosh artanh atanh arcoth acoth arcsinh asinh arccosh acosh arctanh atanh arccoth acoth arcsech asech arccsch acsch arsech asech arcsch acsch ' +
    'exp exp ln ln abs abs sqrt sqrt wortel sqrt signum signum sgn signum sign signum floor floor ceiling ceiling ceil ceiling entier floor',
)

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
