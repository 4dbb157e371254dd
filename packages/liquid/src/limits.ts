/** What a template may cost. Beyond any of these it stops with a sentence; the page of nobody else notices. */
export const limits = {
  /** Characters of one template. */
  templateChars: 400_000,
  /** Tags and outputs in one template. */
  marks: 10_000,
  /** Blocks within blocks. Deeper ones are parsed by recursion, until the stack is full. */
  nesting: 100,
  /** Snippets that render snippets. */
  depth: 30,
  /** Milliseconds for one page, its layout and snippets included. */
  renderMs: 2000,
  /** What filters may make: characters of text, items of lists. */
  memory: 20_000_000,
  /** Characters of one page. */
  outputChars: 4_000_000,
  /** Characters between the `---` lines. */
  frontMatterChars: 16_000,
} as const
