// What is built of what.
export const steps = {
  server: { sources: ['server', 'sandbox', 'packages', 'scripts/bundle.mjs', 'package-lock.json'] },
  sandbox: { sources: ['sandbox', 'packages', 'scripts/bundle.mjs', 'package-lock.json'] },
  visitor: { sources: ['visitor', 'packages', 'server/src', 'scripts/bundle.mjs', 'package-lock.json'] },
  studio: { sources: ['studio', 'packages', 'server/src', 'scripts/studio.mjs', 'package-lock.json'] },
}
