import { describe, expect, it } from 'vitest'
import { ratio, whole } from '../exact/rational.ts'
import { combined, isUnit, unitNamed, unitsLike } from './table.ts'

describe('units', () => {
  it.each([
    ['km', ratio(1000n, 1n), { m: 1 }],
    ['kg', ratio(1n, 1n), { kg: 1 }],
    ['ug', ratio(1n, 1_000_000_000n), { kg: 1 }],
    ['µg', ratio(1n, 1_000_000_000n), { kg: 1 }],
    ['dam', ratio(10n, 1n), { m: 1 }],
    ['min', ratio(60n, 1n), { s: 1 }],
    ['cd', ratio(1n, 1n), { cd: 1 }],
    ['mol', ratio(1n, 1n), { mol: 1 }],
    ['kWh', ratio(3_600_000n, 1n), { kg: 1, m: 2, s: -2 }],
    ['ohm', ratio(1n, 1n), { kg: 1, m: 2, s: -3, A: -2 }],
    ['T', ratio(1n, 1n), { kg: 1, s: -2, A: -1 }],
    ['ml', ratio(1n, 1_000_000n), { m: 3 }],
    ['ha', ratio(10_000n, 1n), { m: 2 }],
    ['mi', ratio(1_609_344n, 1000n), { m: 1 }],
    ['ppm', ratio(1n, 1_000_000n), {}],
  ])('knows %s', (name, factor, base) => {
    const found = unitNamed(name)
    expect(found?.factor).toEqual(factor)
    expect(Object.fromEntries(found?.base ?? [])).toEqual(base)
  })

  it('agrees with defined values of units that are made of others', () => {
    expect(unitNamed('atm')?.factor).toEqual(ratio(760n * 20265n, 152n))
    expect(unitNamed('gal')?.factor).toEqual(ratio(3_785_411_784n, 10n ** 12n))
    expect(unitNamed('acre')?.factor).toEqual(ratio(40_468_564_224n, 10_000_000n))
    expect(unitNamed('rpm')).toMatchObject({ factor: ratio(1n, 30n), turns: 1 })
  })

  it.each(['Kj', 'meter', 'kmin', 'mamu', 'kft', 'm2', '', 'constructor', 'mm mm', 'x'])(
    'does not know %s',
    name => {
      expect(isUnit(name)).toBe(false)
    },
  )

  it('finds what capitals hide', () => {
    expect(unitsLike('KJ')).toEqual(['kJ'])
    expect([...unitsLike('pa')].sort()).toEqual(['PA', 'Pa', 'pA'])
    expect(unitsLike('meter')).toEqual([])
  })

  it('cancels units', () => {
    const [m, inch] = [unitNamed('m'), unitNamed('in')]
    if (!m || !inch) throw new Error('no such unit')
    expect(combined(m, inch, -1)).toEqual({
      factor: ratio(5000n, 127n),
      turns: 0,
      base: new Map(),
      offset: whole(0),
    })
  })
})
