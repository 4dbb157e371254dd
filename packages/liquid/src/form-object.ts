import { daylightSentence, type Field, said } from '@helder/fields'
import type { FormFacts, FormState } from './form-facts.ts'
import { visitorFields } from './form-facts.ts'
import { spokenIn } from './language.ts'
import { facts } from './printed.ts'

/** A form as templates have it, for who draws one by hand. */
export function formObject(form: FormFacts, language: string, state: FormState | undefined): object {
  const spoken = spokenIn(language)
  const own = state?.key === form.key ? state : undefined
  return facts({
    key: () => form.key,
    name: () => said(form.name, spoken),
    action: () => `/_helder/forms/${form.key}`,
    sent: () => own?.sent === true,
    thanks: () => form.thanks && said(form.thanks, spoken),
    fields: () =>
      visitorFields(form.fields).map(({ name, field }) => fieldObject(form, name, field, language)),
    problems: () => (own && !own.sent ? own.problems : undefined),
  })
}

function fieldObject(form: FormFacts, name: string, field: Field, language: string): object {
  const spoken = spokenIn(language)
  const daylight = form.daylight[name]
  return facts({
    key: () => name,
    type: () => field.type,
    label: () => said(field.label, spoken),
    help: () => field.help && said(field.help, spoken),
    required: () => field.required === true,
    options: () =>
      field.type === 'choice'
        ? field.options.map(option =>
            facts({ value: () => option.value, label: () => said(option.label, spoken) }),
          )
        : undefined,
    why: () => daylight && daylightSentence(daylight, spoken, 'self'),
  })
}
