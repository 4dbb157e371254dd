/** Builds what has changed since it was last built: all of it, or the steps that are named. */
export function buildStale(wanted?: string[]): Promise<void>
