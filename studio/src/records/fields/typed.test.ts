import { describe, expect, it } from 'vitest'
import { centsText, inputMoment, momentFrom, numberText, withKey, withLanguage } from './typed.ts'

describe('what stands in an input', () => {
  it('is a number in the person’s language, or what is being typed', () => {
    expect(numberText(1.5, 'nl')).toBe('1,5')
    expect(numberText(1.5, 'en')).toBe('1.5')
    expect(numberText('1,', 'nl')).toBe('1,')
    expect(numberText(undefined, 'nl')).toBe('')
  })

  it('is an amount with its cents', () => {
    expect(centsText({ cents: 1250, currency: 'EUR' }, 'nl')).toBe('12,50')
    expect(centsText({ cents: -5, currency: 'EUR' }, 'en')).toBe('-0.05')
    expect(centsText('12,', 'nl')).toBe('12,')
    expect(centsText(undefined, 'nl')).toBe('')
  })

  it('is a moment on the clock of whoever looks, and back', () => {
    const at = new Date(2026, 10, 22, 9, 5).toISOString()
    expect(inputMoment(at)).toBe('2026-11-22T09:05')
    expect(momentFrom('2026-11-22T09:05')).toBe(at)
    expect(inputMoment('')).toBe('')
    expect(momentFrom('')).toBeUndefined()
  })
})

describe('values with a change in them', () => {
  it('lack what was emptied', () => {
    expect(withKey({ a: 1, b: 2 }, 'a', '')).toEqual({ b: 2 })
    expect(withKey({ a: 1 }, 'b', false)).toEqual({ a: 1, b: false })
  })

  it('lack a language without words, and all of it without any', () => {
    expect(withLanguage({ nl: 'a', en: 'b' }, 'en', '')).toEqual({ nl: 'a' })
    expect(withLanguage({ nl: 'a' }, 'nl', '')).toBeUndefined()
    expect(withLanguage(undefined, 'nl', 'a')).toEqual({ nl: 'a' })
  })
})
