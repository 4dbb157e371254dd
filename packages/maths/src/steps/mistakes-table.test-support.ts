import { mistakes } from './mistakes.ts'
import type { Group } from './rules/index.ts'

const titles: Record<Group, string> = {
  signs: 'Brackets and minus signs',
  terms: 'Taking terms together',
  moving: 'Doing the same on both sides',
  fractions: 'Fractions',
  powers: 'Powers',
  roots: 'Roots and squares',
  logs: 'Logarithms and exponential functions',
  trig: 'Sine, cosine, tangent',
  equations: 'Factoring, squares and equations',
  inequalities: 'Inequalities',
  abs: 'Absolute values',
  derivatives: 'Derivatives',
  substitution: 'Filling in',
  arithmetic: 'Calculating with numbers',
}

/** The table of docs/mistakes.md. */
export function mistakesTable(): string {
  const parts = Object.entries(titles).map(([group, title]) => {
    const rows = mistakes.filter(m => m.group === group).map(row)
    return `## ${title}\n\n| name | recognised in | not in | what is said |\n|---|---|---|---|\n${rows.join('\n')}\n`
  })
  return `# Mistakes that are recognised\n\nThe ${mistakes.length} rules of \`src/steps/rules\`, as a test writes them down. The second column shows a step in which the rule is\nrecognised, the third a step in which it is not: a right one, or another mistake.\n\n${parts.join('\n')}`
}

function row(m: (typeof mistakes)[number]): string {
  const pair = (lines: readonly [string, string]): string => cell(`\`${lines[0]}\` → \`${lines[1]}\``)
  return `| ${m.name} | ${pair(m.example)} | ${pair(m.nearMiss)} | ${cell(m.en)} |`
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|')
}
