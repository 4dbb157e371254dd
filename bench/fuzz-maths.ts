// `COUNT=1000000 SEED=1 npm run bench -- fuzz-maths`: reads random, broken and changed texts, and asserts that each
// reader gives a tree or a described problem, and stays within its time. The last line is JSON.
import { fuzz } from '../packages/maths/src/read/fuzz.ts'

const count = Number(process.env.COUNT ?? 1_000_000)
const seed = Number(process.env.SEED ?? 1)
const result = fuzz(count, seed)
for (const failure of result.failures) console.error(JSON.stringify(failure))
console.log(JSON.stringify({ bench: 'fuzz-maths', count, seed, ...result, failures: result.failures.length }))
if (result.failures.length > 0) process.exitCode = 1
