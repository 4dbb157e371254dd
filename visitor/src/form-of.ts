import { type Child, formValues, make, notice, showErrors } from './dom.ts'
import { Trouble } from './talk.ts'

/** A form that sends, waits, and says at its fields what is wrong. */
export function formOf(
  options: { button: string; also?: Child; busy: string },
  fields: Child,
  send: (values: Record<string, string>) => Promise<void>,
): HTMLFormElement {
  const said = notice('', 'bad')
  const button = make('button', { type: 'submit' }, options.button)
  const form = make(
    'form',
    { novalidate: true },
    fields,
    said,
    make('div', { class: 'helder-actions' }, button, options.also),
  )
  form.addEventListener('submit', async event => {
    event.preventDefault()
    said.textContent = ''
    button.disabled = true
    button.textContent = options.busy
    try {
      await send(formValues(form))
    } catch (error) {
      const trouble = error instanceof Trouble ? error : new Trouble(0, String(error))
      if (!showErrors(form, trouble.fields)) said.textContent = trouble.message
    } finally {
      button.disabled = false
      button.textContent = options.button
    }
  })
  return form
}
