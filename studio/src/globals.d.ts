/** The version that this build was made of. */
declare const __HELDER_VERSION__: string

interface ImportMetaEnv {
  /** Whether the catalogue of the kit comes along. */
  readonly HELDER_CATALOGUE: boolean
}
