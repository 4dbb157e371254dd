/** A piece of a text, as far as going through it needs. */
interface Piece {
  readonly type: string
  readonly text: string
}

/** Goes through the pieces of a text, of which the last is an end. */
export class Cursor<T extends Piece> {
  readonly tokens: T[]
  readonly #end: T
  /** The index of the token that stands next. */
  k = 0

  constructor(tokens: T[], end: T) {
    this.tokens = tokens
    this.#end = end
  }

  next(ahead = 0): T {
    return this.tokens[this.k + ahead] ?? this.tokens.at(-1) ?? this.#end
  }

  previous(back = 1): T | undefined {
    return this.tokens[this.k - back]
  }

  take(): T {
    const token = this.next()
    if (token.type !== 'end') this.k++
    return token
  }

  sees(sign: string, ahead = 0): boolean {
    const token = this.next(ahead)
    return token.type === 'sign' && token.text === sign
  }

  /** Takes a sign where it stands next. */
  skip(sign: string): boolean {
    const there = this.sees(sign)
    if (there) this.take()
    return there
  }
}
