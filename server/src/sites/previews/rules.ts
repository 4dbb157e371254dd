/** How long a preview works. */
export const previewHours = 24

/** The first part of the host name of a preview. A name of a site has no `--` in it, so the two never meet. */
export function previewLabel(secret: string): string {
  return `preview--${secret}`
}

/** The secret in the first part of a host name, where it is one of a preview. */
export function secretOf(label: string): string | undefined {
  return /^preview--([a-z2-7]{32})$/.exec(label)?.[1]
}
