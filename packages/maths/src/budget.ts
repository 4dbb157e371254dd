/** What is thrown where the work that was allowed is used up. Only the door of the package catches it. */
export class BudgetSpent extends Error {
  override readonly name = 'BudgetSpent'
}

/**
 * The work that one check may take, so that no input can hold a page or a server up. A unit is about ten nanoseconds:
 * the default is some hundred milliseconds. Whoever loops over what a pupil or author wrote spends before working.
 */
export class Budget {
  #left: number
  #deadline: number

  /**
   * @param units the work allowed
   * @param milliseconds the time allowed besides, since the cost of a unit is an estimate; checked now and then
   */
  constructor(units: number = Budget.ofOneCheck, milliseconds = 150) {
    this.#left = units
    this.#deadline = performance.now() + milliseconds
  }

  /** What one answer may take. */
  static readonly ofOneCheck = 10_000_000

  get left(): number {
    return this.#left
  }

  /** Takes work from the budget. Throws BudgetSpent where there is not enough left. */
  spend(units = 1): void {
    this.#left -= units
    this.#sinceLook += units
    if (this.#left < 0 || this.#late) throw new BudgetSpent()
    if (this.#sinceLook > lookEvery) this.#look()
  }

  #sinceLook = 0

  /** Once too late it stays so, also for who caught it and goes on with the next of many. */
  #late = false

  #look(): void {
    this.#sinceLook = 0
    this.#late = performance.now() > this.#deadline
    if (this.#late) throw new BudgetSpent()
  }

  /**
   * Runs something with at most a share of what is left; null where that share did not suffice. What it used is gone
   * either way.
   */
  attempt<T>(share: number, work: (budget: Budget) => T): T | null {
    const allowed = Math.floor(this.#left * share)
    const part = new Budget(allowed, Math.max(0, (this.#deadline - performance.now()) * share))
    try {
      return work(part)
    } catch (error) {
      if (error instanceof BudgetSpent) return null
      throw error
    } finally {
      this.#left -= allowed - Math.max(0, part.left)
    }
  }

  /** What multiplying or dividing whole numbers of so many bits costs. */
  static costOf(bits: number, otherBits: number = bits): number {
    return 4 + (bits * otherBits) / 4096
  }
}

const lookEvery = 50_000
