import { faultOf, readImports } from '../test/laws/imports.ts'

const faults = readImports(process.cwd()).flatMap(found => faultOf(found) ?? [])
for (const fault of faults) console.log(fault)
process.exitCode = faults.length > 0 ? 1 : 0
