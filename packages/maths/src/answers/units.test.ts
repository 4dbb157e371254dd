import { describe, expect, it } from 'vitest'
import { asked, scored } from './numeric.test-support.ts'
import { tests } from './units.ts'

const { Units, UnitsStrict, UnitsRelative, UnitsStrictRelative, UnitsAbsolute, UnitsStrictAbsolute } = tests

describe('numbers with units', () => {
  it.each([
    ['72.0*km/h', '20*m/s', '3', 1],
    ['72.0*km*h^-1', '20*m/s', '3', 1],
    ['20.0*m/s', '20*m/s', '3', 1],
    ['20.1*m/s', '20*m/s', '3', 0],
    ['20.0*m', '20*m/s', '3', 0],
    ['20.0', '20*m/s', '3', 0],
    ['m/s', '20*m/s', '3', 0],
    ['5.0*m+15.0*m', '20*m', '3', 0],
    ['101*kPa', '101325*Pa', '3', 1],
    ['1.01*bar', '101325*Pa', '3', 1],
    ['760*mmHg', '1*atm', '3', 1],
    ['3.60*MJ', '1*kWh', '3', 1],
    ['0.860*kcal', '1*Wh', '3', 1],
    ['2.50*L', '2.5*dm^3', '3', 1],
    ['2.50*mL', '2.5*cc', '3', 1],
    ['1.50*N*m', '1.5*J', '3', 1],
    ['1.50*um', '1.5e-6*m', '3', 1],
    ['1.50*daN', '15*N', '3', 1],
    ['12.0*in', '1*ft', '3', 1],
    ['180.*deg', '%pi*rad', '3', 1],
    ['20.0*degC', '293.15*K', '3', 1],
    ['68.0*degF', '20*degC', '3', 1],
    ['5.0*degC/min', '5*K/min', '2', 1],
    ['4.0*sqrt(m^2)', '4*m', '2', 1],
    ['4.0*V/sqrt(s)', '4*W/A*s^(-1/2)', '2', 1],
    ['4.0*sqrt(km)', '4*sqrt(m)', '2', 0],
    ['4.0*sqrt(km)', '4*km^(1/2)', '2', 1],
    ['4.7*kOmega', '4.7*kohm', '2', 1],
    ['4.0*widgets', '4*widgets', '2', 1],
    ['4.0*widgets', '4*m', '2', 0],
    ['1.2e-3*1/s', 'stackunits(1.2e-3,1/s)', '2', 1],
    ['1.2*10^3*g', '1.2*kg', '2', 1],
    ['(1+1)*kg', '2*kg', '1', 0],
    ['3.0*Hz', '3*Bq', '2', 1],
    ['3.0*Hz', '3*rad/s', '2', 0],
    ['2.0*m', '2', '2', -1],
    ['2.0*m', 'm', '2', -1],
    ['2.0*m', '[2*m]', '2', -1],
    ['2.0*m', '2*m', '', -1],
    ['2.0*m', '2*m', 'y', -1],
    ['2.0*m/0', '2*m', '2', -1],
  ])('takes %s for %s with %s: %i', (student, teacher, options, score) => {
    expect(scored(Units, student, teacher, options)).toBe(score)
  })

  it('wants the very units where it is strict, in any order', () => {
    expect(scored(UnitsStrict, '5.0*s^-2*kg*m', '5*kg*m/s^2', '2')).toBe(1)
    expect(scored(UnitsStrict, '5.0*N', '5*kg*m/s^2', '2')).toBe(0)
    expect(scored(UnitsStrict, '5.0*L', '5*l', '2')).toBe(1)
    expect(scored(UnitsStrictRelative, '5.1*kg', '5*kg', '0.05')).toBe(1)
    expect(scored(UnitsStrictRelative, '5100*g', '5*kg', '0.05')).toBe(0)
    expect(scored(UnitsStrictAbsolute, '5100*g', '5*kg', '1')).toBe(0)
  })

  it.each([
    ['5100*g', '5*kg', '0.02', 1],
    ['5101*g', '5*kg', '0.02', 0],
    ['5/pi*km', '(5000/pi)*m', '1e-12', 1],
  ])('takes %s for %s with share %s: %i', (student, teacher, options, score) => {
    expect(scored(UnitsRelative, student, teacher, options)).toBe(score)
  })

  it.each([
    ['5100*g', '5*kg', '0.1', 1],
    ['5100*g', '5*kg', '0.1*kg', 1],
    ['5100*g', '5*kg', '100*g', 0],
    ['5101*g', '5*kg', '0.1', 0],
    ['5.1*kg', '5*kg', '0.1', 1],
    ['300*g', '0.2*kg', '0.01', 0],
    ['300*g', '0.2*kg', 'y', -1],
  ])('takes %s for %s within %s: %i', (student, teacher, options, score) => {
    expect(scored(UnitsAbsolute, student, teacher, options)).toBe(score)
  })

  it('says what is wrong', () => {
    const code = (student: string): string => asked(Units, student, '20*kJ', '2').reason.code
    expect(['20*kJ', '20', 'kJ', '20*Kj', '20*joules', '20*kg', '21*kJ', 'y=3'].map(code)).toEqual([
      'digits.right',
      'units.noUnits',
      'units.noNumber',
      'units.capitals',
      'units.unknown',
      'units.dimension',
      'digits.rounding',
      'units.notQuantity',
    ])
    expect(asked(Units, '20*Kj', '20*kJ', '2').reason.data).toEqual({ unit: 'Kj', meant: 'kJ' })
    expect(asked(UnitsStrict, '20000*J', '20*kJ', '2').reason.code).toBe('units.otherUnits')
  })
})
