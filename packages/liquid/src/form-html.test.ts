import type { Daylight, Field } from '@helder/fields'
import { text } from '@helder/words'
import { describe, expect, it } from 'vitest'
import type { FormFacts } from './form-facts.ts'
import { formHtml } from './form-html.ts'

const email: Field = {
  key: 'email',
  type: 'email',
  label: { nl: 'E-mailadres', en: 'E-mail address' },
  help: { nl: 'Voor ons antwoord', en: 'For our answer' },
  required: true,
  privacy: { personal: true, category: 'contact.email' },
}
const daylight: Daylight = {
  category: 'contact.email',
  whose: text('wie het invult', 'who fills it in'),
  purpose: { nl: 'om je te antwoorden', en: 'to answer you' },
  keep: text('tot 90 dagen na ontvangst', 'until 90 days after it came in'),
  seenBy: [text('Redacteur', 'Editor')],
}
const options = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(value => ({
  value,
  label: { nl: value.toUpperCase() },
}))
const form: FormFacts = {
  key: 'contact',
  name: { nl: 'Contact' },
  thanks: { nl: 'Bedankt <3' },
  button: undefined,
  daylight: { email: daylight },
  fields: [
    email,
    { key: 'message', type: 'text', multiline: true, label: { nl: 'Bericht "nu"' } },
    { key: 'kind', type: 'choice', label: { nl: 'Soort' }, options: options.slice(0, 2), required: true },
    { key: 'shop', type: 'choice', label: { nl: 'Winkel' }, options },
    { key: 'agree', type: 'boolean', label: { nl: 'Akkoord' }, required: true },
    { key: 'cv', type: 'file', label: { nl: 'Brief' } },
    {
      key: 'address',
      type: 'group',
      label: { nl: 'Adres' },
      fields: [{ key: 'street', type: 'text', label: { nl: 'Straat' } }],
    },
    { key: 'story', type: 'richText', label: { nl: 'Verhaal' } },
  ],
}
const draw = (state?: Parameters<typeof formHtml>[1]['state'], language = 'nl') =>
  formHtml(form, { language, address: '/contact', state })

describe('a form', () => {
  it('ties each control to its label, help, problem and reason', () => {
    const html = draw()
    expect(html).toContain(
      '<label for="contact-email">E-mailadres <span class="helder-required">(verplicht)</span></label>',
    )
    expect(html).toContain('aria-describedby="contact-email-help contact-email-problem"')
    expect(html).toContain('autocomplete="email"')
    expect(html).toContain(
      '<details class="helder-why"><summary>Waarom vragen we dit?</summary><p>Jouw e-mailadres, om je te antwoorden. Bewaard tot 90 dagen na ontvangst. Te zien voor: redacteur.</p></details>',
    )
    for (const [, id] of html.matchAll(/ for="([^"]+)"/g)) expect(html.split(`id="${id}"`)).toHaveLength(2)
  })

  it('has every field that a visitor can fill in, and no other', () => {
    const html = draw()
    const names = [...html.matchAll(/ name="([^"]+)"/g)].map(match => match[1])
    expect([...new Set(names)]).toEqual([
      'email',
      'message',
      'kind',
      'shop',
      'agree',
      'cv',
      'address.street',
      '_website',
      '_page',
      '_stamp',
    ])
    expect(html).toContain('enctype="multipart/form-data"')
    expect(html).toContain('Bericht &quot;nu&quot;')
  })

  it('shows what is wrong, first in a list, and keeps what was typed', () => {
    const html = draw({
      key: 'contact',
      sent: false,
      values: { email: 'a"b', shop: 'c', kind: 'b', address: { street: 'Dorps<straat>' } },
      problems: { email: 'Dit is geen e-mailadres.', 'address.street': 'Te lang.' },
    })
    expect(html).toContain('role="alert"')
    expect(html).toContain('<li><a href="#contact-address-street">Straat: Te lang.</a></li>')
    expect(html).toContain('aria-invalid="true" autocomplete="email" value="a&quot;b"')
    expect(html).toContain('<option value="c" selected>')
    expect(html).toContain('value="b" checked')
    expect(html).toContain('value="Dorps&lt;straat&gt;"')
  })

  it('gives thanks in place of the form, and only for its own', () => {
    expect(draw({ key: 'contact', sent: true })).toBe(
      '<div class="helder-thanks" id="contact" role="status" tabindex="-1"><p>Bedankt &lt;3</p></div>',
    )
    expect(draw({ key: 'other', sent: true })).toContain('<form')
  })

  it('speaks English on a page in English, and on one in a language that Helder does not have', () => {
    expect(draw(undefined, 'en')).toContain('Why do we ask this?')
    expect(draw(undefined, 'de')).toContain('Why do we ask this?')
  })
})
