import { defineConfig } from 'vitest/config'

// One cluster for all files, a database of its own for each file; each journey has a whole installation of its own.
export default defineConfig({
  test: {
    globalSetup: ['test/support/global-setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'fast',
          include: [
            '{server,packages,sandbox,visitor,studio}/**/*.test.{ts,tsx}',
            'test/{laws,scripts}/**/*.test.ts',
          ],
          pool: 'forks',
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['test/e2e/**/*.test.ts'],
          pool: 'forks',
          maxWorkers: 2,
          // Two browsers on a small machine are late now and then; what fails twice is broken.
          retry: 1,
          testTimeout: 240_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
