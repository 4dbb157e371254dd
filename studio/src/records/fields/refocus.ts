const stops = 'input:not([hidden]), select, textarea, button:not(:disabled)'

/** Moves the focus into a frame when what had it is gone, so that whoever goes by keyboard stays where they were. */
export function refocus(frame: HTMLElement | null, at = 0, among = stops): void {
  requestAnimationFrame(() => {
    if (document.activeElement !== document.body) return
    const found = [...(frame?.querySelectorAll<HTMLElement>(among) ?? [])]
    const next = found[Math.min(at, found.length - 1)] ?? frame?.querySelector<HTMLElement>(stops)
    next?.focus()
  })
}
