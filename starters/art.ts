// Draws the pictures of the starters: plants in pots, from a few shapes and a seed. `node scripts/run.mjs starters/art.ts`
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { findChromium } from '../scripts/chromium.mjs'

type Random = () => number

// Mulberry32: small, and the same everywhere.
function seeded(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const between = (random: Random, low: number, high: number) => low + random() * (high - low)
const pick = <T>(random: Random, list: readonly [T, ...T[]]): T =>
  list[Math.floor(random() * list.length)] ?? list[0]

interface Point {
  x: number
  y: number
}

const along = (from: Point, angle: number, length: number): Point => ({
  x: from.x + Math.cos(angle) * length,
  y: from.y + Math.sin(angle) * length,
})

/** A leaf: two curves from its foot to its tip, and a vein. */
function leaf(
  foot: Point,
  angle: number,
  length: number,
  width: number,
  colour: string,
  vein: string,
): string {
  const tip = along(foot, angle, length)
  const left = along(along(foot, angle, length * 0.45), angle - Math.PI / 2, width)
  const right = along(along(foot, angle, length * 0.45), angle + Math.PI / 2, width)
  const end = along(foot, angle, length * 0.82)
  return `<path d="M${xy(foot)}Q${xy(left)} ${xy(tip)}Q${xy(right)} ${xy(foot)}Z" fill="${colour}"/><path d="M${xy(foot)}L${xy(end)}" stroke="${vein}" stroke-width="1.6" fill="none" opacity=".55"/>`
}

function stem(from: Point, to: Point, bend: number, colour: string, width: number): string {
  const middle = { x: (from.x + to.x) / 2 + bend, y: (from.y + to.y) / 2 }
  return `<path d="M${xy(from)}Q${xy(middle)} ${xy(to)}" stroke="${colour}" stroke-width="${width}" fill="none" stroke-linecap="round"/>`
}

const xy = ({ x, y }: Point) => `${x.toFixed(1)} ${y.toFixed(1)}`
const dot = ({ x, y }: Point, radius: number, colour: string, opacity = 1) =>
  `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${radius.toFixed(1)}" fill="${colour}" opacity="${opacity}"/>`

interface Palette {
  ground: string
  sun: string
  pot: string
  rim: string
  leaf: string
  deep: string
  flower: readonly [string, ...string[]]
}

function pot({ pot: colour, rim }: Palette): string {
  return `<path d="M300 560 L500 560 L474 716 Q472 728 460 728 L340 728 Q328 728 326 716Z" fill="${colour}"/><rect x="288" y="538" width="224" height="40" rx="8" fill="${rim}"/><path d="M326 590 L338 700" stroke="#fff" stroke-width="8" opacity=".14" stroke-linecap="round"/>`
}

type Draw = (random: Random, palette: Palette) => string

const foot: Point = { x: 400, y: 548 }
const up = -Math.PI / 2

const lavender: Draw = (random, palette) =>
  spread(13, index => {
    const angle = up + (index - 6) * 0.125 + between(random, -0.03, 0.03)
    const top = along(foot, angle, between(random, 330, 420))
    const spikes = spread(9, step => {
      const at = along(top, angle + Math.PI, step * 11)
      const side = (step % 2 === 0 ? 1 : -1) * (7 + step * 0.4)
      const flower = along(at, angle + Math.PI / 2, side)
      return (
        dot(flower, 8.2 - step * 0.25, pick(random, palette.flower)) +
        dot(at, 6.5, pick(random, palette.flower), 0.9)
      )
    })
    const leaves = spread(3, step =>
      leaf(
        along(foot, angle, 60 + step * 55),
        angle + (step % 2 ? 0.5 : -0.5),
        74,
        7,
        palette.leaf,
        palette.deep,
      ),
    )
    return stem(foot, top, between(random, -12, 12), palette.deep, 3.4) + leaves + spikes
  })

const coneflower: Draw = (random, palette) =>
  spread(7, index => {
    const angle = up + (index - 3) * 0.2 + between(random, -0.04, 0.04)
    const top = along(foot, angle, between(random, 250, 400))
    const petals = spread(15, petal => {
      const turn = (petal / 15) * Math.PI * 2
      const flat = { x: Math.cos(turn) * 56, y: Math.sin(turn) * 30 + 10 }
      const direction = Math.atan2(flat.y, flat.x)
      return leaf(top, direction, Math.hypot(flat.x, flat.y), 9, pick(random, palette.flower), palette.rim)
    })
    const heart = `<ellipse cx="${top.x.toFixed(1)}" cy="${(top.y - 6).toFixed(1)}" rx="23" ry="18" fill="#8a4b23"/>${spread(16, () => dot({ x: top.x + between(random, -17, 17), y: top.y - 8 + between(random, -11, 9) }, 2.6, '#d98a3d'))}`
    const leaves = spread(3, step =>
      leaf(
        along(foot, angle, 40 + step * 62),
        angle + (step % 2 ? 0.85 : -0.85),
        92,
        21,
        palette.leaf,
        palette.deep,
      ),
    )
    return stem(foot, top, between(random, -20, 20), palette.deep, 5) + leaves + petals + heart
  })

const grass: Draw = (random, palette) =>
  spread(54, index => {
    const angle = up + (index - 26.5) * 0.036 + between(random, -0.05, 0.05)
    const top = along(foot, angle, between(random, 260, 440))
    const bend = Math.cos(angle) * between(random, 60, 150)
    const drop = { x: top.x + bend, y: top.y + Math.abs(bend) * 0.35 }
    const plume =
      index % 4 === 0
        ? spread(18, step =>
            dot(
              { x: drop.x - bend * 0.025 * step + between(random, -7, 7), y: drop.y - 38 + step * 6 },
              between(random, 3, 6),
              pick(random, palette.flower),
              0.85,
            ),
          )
        : ''
    return (
      stem(foot, drop, bend * 0.1, random() > 0.5 ? palette.leaf : palette.deep, between(random, 3, 5.5)) +
      plume
    )
  })

const hydrangea: Draw = (random, palette) => {
  const heads: Point[] = [
    { x: 290, y: 300 },
    { x: 400, y: 226 },
    { x: 512, y: 296 },
    { x: 346, y: 398 },
    { x: 462, y: 400 },
  ]
  const leaves = spread(16, index =>
    leaf(
      along(foot, up + (index - 7.5) * 0.16, 60 + (index % 3) * 46),
      up + (index - 7.5) * 0.21,
      138,
      42,
      index % 2 ? palette.leaf : palette.deep,
      palette.rim,
    ),
  )
  const flowers = heads.map(head => {
    const florets = spread(62, () => {
      const turn = random() * Math.PI * 2
      const distance = Math.sqrt(random()) * 76
      const at = { x: head.x + Math.cos(turn) * distance, y: head.y + Math.sin(turn) * distance * 0.82 }
      const colour = pick(random, palette.flower)
      const petals = spread(4, petal => dot(along(at, (petal * Math.PI) / 2 + turn, 7.5), 8.2, colour, 0.96))
      return petals + dot(at, 2.6, '#fffaf0')
    })
    return stem(foot, head, 0, palette.deep, 6) + florets
  })
  return leaves + flowers.join('')
}

const fern: Draw = (random, palette) =>
  spread(11, index => {
    const angle = up + (index - 5) * 0.27
    const length = between(random, 270, 360)
    const curl = Math.sign(index - 5 || 1) * between(random, 0.25, 0.5)
    const points = Array.from({ length: 21 }, (_, step) =>
      along(along(foot, angle, (length * step) / 20), angle + curl * (step / 20) * 1.6, step * 3.4),
    )
    return points
      .map((point, step) => {
        const next = points[step + 1]
        if (!next) return ''
        const heading = Math.atan2(next.y - point.y, next.x - point.x)
        const size = 76 * Math.sin(((step + 2) / 23) * Math.PI) + 8
        const colour = step % 2 ? palette.leaf : palette.deep
        return (
          leaf(point, heading - 1.15, size, 9, colour, palette.rim) +
          leaf(point, heading + 1.15, size, 9, colour, palette.rim) +
          stem(point, next, 0, palette.deep, 4)
        )
      })
      .join('')
  })

const sage: Draw = (random, palette) =>
  spread(10, index => {
    const angle = up + (index - 4.5) * 0.16 + between(random, -0.04, 0.04)
    const top = along(foot, angle, between(random, 300, 430))
    const leaves = spread(4, step =>
      leaf(
        along(foot, angle, 30 + step * 44),
        angle + (step % 2 ? 0.9 : -0.9),
        100 - step * 9,
        24 - step * 2,
        step % 2 ? palette.leaf : palette.deep,
        palette.rim,
      ),
    )
    const whorls = spread(11, step => {
      const at = along(top, angle + Math.PI, step * 15)
      return spread(3, side => {
        const direction = angle + (side - 1) * 1.1
        return leaf(at, direction, 19 + step * 0.8, 7, pick(random, palette.flower), palette.rim)
      })
    })
    return stem(foot, top, between(random, -14, 14), palette.deep, 4) + leaves + whorls
  })

function spread(count: number, draw: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => draw(index)).join('')
}

function plant(draw: Draw, seed: number, palette: Palette): string {
  const random = seeded(seed)
  const sun = dot({ x: between(random, 250, 550), y: between(random, 250, 330) }, 235, palette.sun)
  const shade = '<ellipse cx="400" cy="730" rx="150" ry="14" fill="#000" opacity=".10"/>'
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 800" width="800" height="800"><rect width="800" height="800" fill="${palette.ground}"/>${sun}${shade}${draw(random, palette)}${pot(palette)}</svg>`
}

const greens = { leaf: '#5f8a5a', deep: '#3c6a4b' }
const clay = { pot: '#c4673c', rim: '#a9532d' }
const slate = { pot: '#4d5a63', rim: '#3b474f' }
const chalk = { pot: '#e6ded0', rim: '#cfc4b0' }

const plants: [string, Draw, number, Palette][] = [
  [
    'lavendel',
    lavender,
    11,
    {
      ground: '#f3ecf5',
      sun: '#e6d9ec',
      ...clay,
      leaf: '#8aa18a',
      deep: '#5f7f69',
      flower: ['#6d5aa8', '#8470bd', '#9d8bd0', '#5b4994'],
    },
  ],
  [
    'zonnehoed',
    coneflower,
    23,
    { ground: '#faefe6', sun: '#f6dcc6', ...slate, ...greens, flower: ['#cf5d7c', '#d97792', '#b94868'] },
  ],
  [
    'siergras',
    grass,
    37,
    {
      ground: '#f5f0e1',
      sun: '#ecdfb8',
      ...clay,
      leaf: '#a9a45c',
      deep: '#7f8a4c',
      flower: ['#d9c08a', '#c9a86a', '#e6d3a8'],
    },
  ],
  [
    'hortensia',
    hydrangea,
    41,
    {
      ground: '#e9f0f6',
      sun: '#d3e3f0',
      ...chalk,
      ...greens,
      flower: ['#8fb2dd', '#a9c4e6', '#7a9fd0', '#c4d6ee'],
    },
  ],
  [
    'varen',
    fern,
    53,
    { ground: '#eaf2ea', sun: '#d5e6d5', ...slate, leaf: '#6f9f5f', deep: '#477a4c', flower: ['#fff'] },
  ],
  [
    'salie',
    sage,
    67,
    { ground: '#ecebf7', sun: '#dcd9f0', ...chalk, ...greens, flower: ['#3e4aa0', '#5360b5', '#6f7ccc'] },
  ],
]

function face(seed: number): string {
  const random = seeded(seed)
  const skin = pick(random, ['#f0c9a8', '#d9a27a', '#a8714a', '#f5d6bd', '#8a5a3c'])
  const hair = pick(random, ['#3a2a20', '#7a4a24', '#c79a4e', '#8c8c8c', '#221a16'])
  const coat = ['#3c6a4b', '#6d5aa8', '#c4673c', '#4d5a63'][seed % 4]
  const ground = pick(random, ['#eaf2ea', '#faefe6', '#e9f0f6', '#f5f0e1'])
  const long = random() > 0.5
  const back = long
    ? `<path d="M250 380 Q240 200 400 190 Q560 200 550 380 L560 600 L240 600Z" fill="${hair}"/>`
    : ''
  const top = `<path d="M268 372 Q250 200 400 196 Q550 200 532 372 Q520 290 440 286 Q330 290 310 300 Q280 320 268 372Z" fill="${hair}"/>`
  const glasses =
    random() > 0.6
      ? '<g fill="none" stroke="#2b2b2b" stroke-width="7"><circle cx="348" cy="392" r="36"/><circle cx="452" cy="392" r="36"/><path d="M384 390h32"/></g>'
      : ''
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 800" width="800" height="800"><rect width="800" height="800" fill="${ground}"/>${back}<path d="M150 800 Q160 610 330 590 L470 590 Q640 610 650 800Z" fill="${coat}"/><rect x="350" y="510" width="100" height="110" rx="40" fill="${skin}"/><ellipse cx="400" cy="395" rx="132" ry="160" fill="${skin}"/>${top}<circle cx="348" cy="392" r="10" fill="#2b2b2b"/><circle cx="452" cy="392" r="10" fill="#2b2b2b"/><path d="M352 470 Q400 ${between(random, 500, 520).toFixed(0)} 448 470" stroke="#7a3b2b" stroke-width="8" fill="none" stroke-linecap="round"/>${glasses}</svg>`
}

const people: [string, number][] = [
  ['portret-1', 3],
  ['portret-2', 8],
  ['portret-3', 15],
]

async function paint(): Promise<void> {
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: ['--no-sandbox', '--disable-gpu'],
  })
  const page = await browser.newPage({ viewport: { width: 800, height: 800 } })
  const folder = join('starters', 'nursery', 'media')
  mkdirSync(folder, { recursive: true })
  const pictures = [
    ...plants.map(([name, draw, seed, palette]) => [name, plant(draw, seed, palette)]),
    ...people.map(([name, seed]) => [name, face(seed)]),
  ]
  for (const [name = '', svg = ''] of pictures) {
    await page.setContent(`<body style="margin:0">${svg}</body>`)
    writeFileSync(join(folder, `${name}.jpg`), await page.screenshot({ type: 'jpeg', quality: 86 }))
  }
  await browser.close()
}

await paint()
