// Draws pipeline.svg: the way of an answer through the package. Run it with `node packages/maths/docs/pipeline.mjs`.
import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const columns = [
  ['read', 'text · LaTeX · Maxima', 'one parser, a dialect each;', 'a described problem, or a tree'],
  ['tree', 'as it was written', 'nothing is reordered,', 'evaluated or simplified'],
  ['answers', 'one test', 'form tests rewrite the tree,', 'value tests ask for its value'],
  ['equal', 'normal form', 'polynomials in kernels:', 'roots, turns, logarithms, bars'],
]
const outcomes = [
  ['zero', 'equal: proved', 'or by chance, below 2^-60'],
  ['not zero at a point', 'different: refuted', 'doubles with error bounds, balls'],
  ['seems zero', 'separation bound, norm', 'proved, or “undecided”'],
]

const box = { width: 232, height: 96, gap: 30 }
const width = columns.length * (box.width + box.gap) + box.gap
const height = 300
const parts = columns.map((lines, k) => drawBox(box.gap + k * (box.width + box.gap), 24, lines))
const arrows = columns.slice(1).map((_, k) => {
  const x = box.gap + box.width + k * (box.width + box.gap)
  return `<path d="M${x + 4} 72 h${box.gap - 10}" marker-end="url(#head)"/>`
})
const results = outcomes.map((lines, k) => drawBox(box.gap + (k + 0.5) * (box.width + box.gap), 180, lines))
const from = box.gap + 3.5 * box.width + 3 * box.gap
const down = outcomes.map((_, k) => {
  const x = box.gap + (k + 0.5) * (box.width + box.gap) + box.width / 2
  return `<path d="M${from} 120 C${from} 152 ${x} 140 ${x} 174" marker-end="url(#head)"/>`
})

const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title">
<title id="title">An answer is read to a tree, tested, and where values count brought to a normal form that proves, refutes or leaves undecided</title>
<style>
  rect { fill: #fff; stroke: #5b6b7a; rx: 8 } text { font: 13px system-ui, sans-serif; fill: #1d2733 } .name { font-weight: 600 }
  path { fill: none; stroke: #5b6b7a; stroke-width: 1.5 }
  @media (prefers-color-scheme: dark) { rect { fill: #1d2733; stroke: #8fa1b3 } text { fill: #eef2f6 } path { stroke: #8fa1b3 } }
</style>
<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z" style="fill:#5b6b7a;stroke:none"/></marker></defs>
${[...parts, ...arrows, ...results, ...down].join('\n')}
</svg>
`
writeFileSync(join(dirname(fileURLToPath(import.meta.url)), 'pipeline.svg'), svg)

function drawBox(x, y, [name, ...lines]) {
  const texts = lines.map((line, k) => `<text x="${x + 12}" y="${y + 46 + k * 19}">${line}</text>`)
  return `<rect x="${x}" y="${y}" width="${box.width}" height="${box.height}"/><text class="name" x="${x + 12}" y="${y + 25}">${name}</text>${texts.join('')}`
}
