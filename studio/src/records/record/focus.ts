const inputs =
  'input:not([hidden]), textarea, select, [contenteditable="true"], button:not([aria-describedby])'

/** Moves the focus to the input of a field by its name; gives whether it is on screen. */
export function focusOn(frame: HTMLElement | null, name: string): boolean {
  const fields = [...(frame?.querySelectorAll<HTMLElement>('[data-field]') ?? [])]
  const field = fields.find(({ dataset }) => dataset.field === name)
  const input = field?.querySelector<HTMLElement>(inputs)
  if (!input) return false
  input.scrollIntoView({ block: 'center' })
  input.focus({ preventScroll: true })
  return true
}
