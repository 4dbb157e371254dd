import { arithmetic, substitutions } from './arithmetic.ts'
import { derivatives } from './derivatives.ts'
import { equations } from './equations.ts'
import { fractions } from './fractions.ts'
import { logs, trigonometry } from './functions.ts'
import { absolutes, inequalities } from './inequalities.ts'
import { moving } from './moving.ts'
import { powers, roots } from './powers.ts'
import type { Rule } from './rule.ts'
import { signs } from './signs.ts'
import { termsRules } from './terms.ts'

export type { Group, Rule } from './rule.ts'

/** All rules, in the order in which they are looked for. */
export const rules: readonly Rule[] = [
  ...signs,
  ...termsRules,
  ...moving,
  ...fractions,
  ...powers,
  ...roots,
  ...logs,
  ...trigonometry,
  ...equations,
  ...inequalities,
  ...absolutes,
  ...derivatives,
  ...substitutions,
  ...arithmetic,
]
