/** The version that this build was made of. */
declare const __HELDER_VERSION__: string
