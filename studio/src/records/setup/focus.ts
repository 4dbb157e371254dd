/**
 * Moves the focus to the input of a name, the last of some that is there, once what was just opened is on screen.
 * `afterMs` is longer where a dialog closes first, which gives the focus back to its button.
 */
export function focusSoon(names: string[], afterMs = 0): void {
  setTimeout(() => {
    const found = names.flatMap(name => [
      ...document.querySelectorAll<HTMLElement>(`[data-field="${CSS.escape(name)}"]`),
    ])
    const input = found.at(-1)?.querySelector<HTMLElement>('input, select, textarea')
    input?.scrollIntoView({ block: 'center' })
    input?.focus({ preventScroll: true })
  }, afterMs)
}

/** Moves the focus to the line of a field, or where there is none to what opens the adding of one. */
export function focusFieldSoon(path: string | undefined, list: HTMLElement | null): void {
  setTimeout(() => {
    const row =
      path && document.querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"] [aria-expanded]`)
    const target = row || list?.querySelector<HTMLElement>(':scope > [data-add] button')
    target?.focus()
  })
}
