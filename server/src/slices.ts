import { auditTrail } from './core/audit/index.ts'
import { liveEvents } from './core/events/index.ts'
import { identity } from './core/identity/index.ts'
import { mail } from './core/mail/index.ts'
import { objects } from './core/objects/index.ts'
import type { Slice } from './core/slice.ts'
import { tenancy } from './core/tenancy/index.ts'
import { operations } from './operations/index.ts'
import { privacy } from './privacy/index.ts'
import { records } from './records/index.ts'
import { sites } from './sites/index.ts'

/** Everything that Helder is made of. */
export const slices: Slice[] = [
  identity,
  tenancy,
  mail,
  objects,
  auditTrail,
  liveEvents,
  records,
  sites,
  privacy,
  operations,
]
