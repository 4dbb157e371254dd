import { dividesByZero } from '../forms/rational-value.ts'
import { Rewriter } from '../forms/rewriter.ts'
import { sortOf } from '../forms/sort.ts'
import { binds, type Expr, isOp, isSym, nodes, op, sym, variables } from '../tree.ts'
import type { Verdict } from '../verdict.ts'
import type { AnswerTest, Given } from './given.ts'
import { invalid, undecided, wrong } from './outcome.ts'

/** The most variables that are renamed; a list of so many names has 5,040 orders. */
const mostVariables = 7

/**
 * Equivalent to the target once the answer's variables are renamed, one name for one name. Variables that the options
 * list keep their names.
 * @param equivalent the test that says whether two answers are equivalent, whatever they are
 */
export function substitutionTests(equivalent: AnswerTest): Readonly<Record<string, AnswerTest>> {
  return { SubstEquiv: given => verdict(given, equivalent) }
}

function verdict(given: Given, equivalent: AnswerTest): Verdict {
  const { student, teacher } = given
  if (dividesByZero(student) || dividesByZero(teacher)) return invalid('substitution.byZero')
  const fixed = fixedNames(given.options)
  if (!fixed) return invalid('substitution.noList')
  const from = variables(student).filter(name => !fixed.includes(name))
  const to = variables(teacher).filter(name => !fixed.includes(name))
  if (from.length !== to.length || keptElsewhere(given, fixed)) return wrong('substitution.otherVariables')
  if (to.length > mostVariables) return undecided('substitution.tooMany', { most: `${mostVariables}` })
  return new Search(given, equivalent, from, to).run()
}

/** The names in a list; none for no options, null for what is no list of names. */
function fixedNames(options: Expr | null): string[] | null {
  if (!options) return []
  if (!isOp(options, 'list') && !isOp(options, 'set')) return null
  const names = options.args.flatMap(arg => (isSym(arg) ? [arg.name] : []))
  return names.length === options.args.length ? names : null
}

/** Whether a name that keeps its meaning stands on one side only. */
function keptElsewhere({ student, teacher }: Given, fixed: readonly string[]): boolean {
  const [left, right] = [variables(student), variables(teacher)]
  return fixed.some(name => left.includes(name) !== right.includes(name))
}

/** Tries the ways to rename, the likely ones first, and leaves out those that one variable already refutes. */
class Search {
  readonly #given: Given
  readonly #equivalent: AnswerTest
  readonly #from: readonly string[]
  readonly #to: readonly string[]
  /** Whether some way was neither proved nor refuted. */
  #open = false
  /** The ways that were compared, by the new names in order. */
  readonly #tried = new Set<string>()

  constructor(given: Given, equivalent: AnswerTest, from: readonly string[], to: readonly string[]) {
    this.#given = given
    this.#equivalent = equivalent
    this.#from = from
    this.#to = to
  }

  run(): Verdict {
    const alike = this.#alike()
    const found = this.#extended(new Map(), alike) ?? this.#extended(new Map(), this.#possible(alike))
    if (found) return found
    return this.#open ? undecided('substitution.undecided') : wrong('substitution.none')
  }

  /** Renames one more variable in every way that is left; at the end the whole is compared. */
  #extended(chosen: ReadonlyMap<string, string>, candidates: readonly (readonly string[])[]): Verdict | null {
    this.#given.budget.spend(20)
    const name = this.#from[chosen.size]
    if (name === undefined) return this.#whole(chosen)
    const taken = new Set(chosen.values())
    for (const target of candidates[chosen.size] ?? []) {
      if (taken.has(target)) continue
      const found = this.#extended(new Map([...chosen, [name, target]]), candidates)
      if (found) return found
    }
    return null
  }

  #whole(map: ReadonlyMap<string, string>): Verdict | null {
    const name = [...map.values()].join()
    if (this.#tried.has(name) || captures(this.#given.student, map)) return null
    this.#tried.add(name)
    const found = this.#compare(renamed(this.#given.student, map), this.#given.teacher)
    if (found.basis.kind === 'undecided') this.#open = true
    if (found.score !== 1) return null
    const pairs = [...map].filter(([from, to]) => from !== to).map(([from, to]) => `${from} = ${to}`)
    const reason =
      pairs.length > 0
        ? { code: 'substitution.renamed', data: { names: pairs.join(', ') } }
        : { code: 'substitution.same' }
    return { ...found, reason }
  }

  #compare(student: Expr, teacher: Expr): Verdict {
    return this.#equivalent({ ...this.#given, student, teacher })
  }

  /** For every variable of the answer, the names that stand where it stands, up to the order of terms and factors. */
  #alike(): string[][] {
    const rewriter = new Rewriter(new Set(), this.#given.budget)
    const { student, teacher } = this.#given
    const keys = this.#to.map(to => rewriter.normal(renamed(teacher, this.#marked(this.#to, to))).key)
    return this.#from.map(from => {
      const { key } = rewriter.normal(renamed(student, this.#marked(this.#from, from)))
      return this.#to.filter((_, k) => keys[k] === key)
    })
  }

  /** For every variable of the answer, the names that are not refuted for it; those that look alike first. */
  #possible(alike: readonly (readonly string[])[]): string[][] {
    const lists = this.#from.map((from, k) => {
      const first = alike[k] ?? []
      const rest = this.#to.filter(to => !first.includes(to))
      return [...first, ...rest.filter(to => to === from), ...rest.filter(to => to !== from)]
    })
    const { student, teacher } = this.#given
    if (this.#to.length < 3 || [student, teacher].some(e => sortOf(e) !== 'expression')) return lists
    return lists.map((list, k) => list.filter(to => this.#mayBe(this.#from[k] ?? '', to)))
  }

  #marked(names: readonly string[], one: string): Map<string, string> {
    return new Map(names.map(name => [name, name === one ? own : rest]))
  }

  /**
   * Whether one name may become another. With one value for that variable and another for all the rest, the two sides
   * are then equivalent; where they are not, no way to rename these two can be right.
   */
  #mayBe(from: string, to: string): boolean {
    const { student, teacher } = this.#given
    const left = renamed(student, this.#marked(this.#from, from))
    const right = renamed(teacher, this.#marked(this.#to, to))
    const found = this.#compare(left, right)
    return found.score !== 0 || found.basis.kind !== 'refuted'
  }
}

const own = 'v own'
const rest = 'v rest'

/** The tree with names replaced all at once, where they are not bound. */
function renamed(e: Expr, map: ReadonlyMap<string, string>): Expr {
  if (e.kind === 'sym') return sym(map.get(e.name) ?? e.name)
  if (e.kind !== 'op') return e
  const bound = binds(e)
  const inside = bound === undefined ? map : new Map([...map].filter(([from]) => from !== bound))
  return op(e.op, ...e.args.map((arg, k) => renamed(arg, k < 2 ? inside : map)))
}

/** Whether a new name is one that the tree binds, so that it would mean something else. */
function captures(e: Expr, map: ReadonlyMap<string, string>): boolean {
  const targets = new Set(map.values())
  for (const node of nodes(e)) {
    const bound = node.kind === 'op' ? binds(node) : undefined
    if (bound !== undefined && targets.has(bound)) return true
  }
  return false
}
