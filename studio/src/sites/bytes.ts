/** A number of bytes as people say it, in units of a thousand: `1,2 MB` is written `1.2 MB` in both languages. */
export function bytesText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  const isLarge = bytes >= 999_500
  const value = bytes / (isLarge ? 1_000_000 : 1000)
  return `${value < 10 ? value.toFixed(1).replace(/\.0$/, '') : Math.round(value)} ${isLarge ? 'MB' : 'kB'}`
}
