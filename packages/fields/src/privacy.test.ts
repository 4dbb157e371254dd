import { text } from '@helder/words'
import { describe, expect, it } from 'vitest'
import { type Category, categoryKeys, daylightSentence } from './privacy.ts'

const daylight = (category: Category) => ({
  category,
  whose: text('een bezoeker', 'a visitor'),
  purpose: text('om te antwoorden', 'to answer'),
  keep: text('tot 90 dagen na ontvangst', 'until 90 days after it came in'),
  seenBy: [text('Eigenaar', 'Owner'), text('Redacteur', 'Editor')],
})

describe('the daylight sentence', () => {
  it('says whose, why, until when and who sees it', () => {
    expect(daylightSentence(daylight('contact.email'), 'nl', 'member')).toBe(
      'E-mailadres van een bezoeker, om te antwoorden. Bewaard tot 90 dagen na ontvangst. Te zien voor: eigenaar en redacteur.',
    )
    expect(daylightSentence(daylight('contact.email'), 'en', 'self')).toBe(
      'Your e-mail address, to answer. Kept until 90 days after it came in. Seen by: owner and editor.',
    )
  })

  it('is a sentence for what is no thing of somebody’s as well', () => {
    expect(daylightSentence(daylight('content'), 'nl', 'self')).toMatch(/^Wat je schrijft, om te/)
    expect(daylightSentence(daylight('content'), 'en', 'member')).toMatch(/^What a visitor wrote, to/)
    expect(daylightSentence(daylight('activity'), 'nl', 'member')).toMatch(
      /^Wat een bezoeker deed, en wanneer,/,
    )
    for (const category of categoryKeys) {
      for (const language of ['nl', 'en'] as const) {
        expect(daylightSentence(daylight(category), language, 'self')).not.toMatch(
          /jouw wat|your what|iemand|…/i,
        )
        expect(daylightSentence(daylight(category), language, 'member')).toContain(
          daylight(category).whose[language],
        )
      }
    }
  })
})
