/** Where menus and explanations open: the theme leads them here. Each shell has it once, in its main part. */
export function Layers() {
  return <div id="layers" />
}
