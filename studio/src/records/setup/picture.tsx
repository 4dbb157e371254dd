import { type Daylight, leavesOf } from '@helder/fields'
import { formHtml } from '@helder/liquid/form-html'
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { ownNames } from '../../core/language.ts'
import { useTexts } from '../../ui/language.tsx'
import { Switch } from '../../ui/switch.tsx'
import { daylightOf } from '../daylight.tsx'
import type { Body } from './body.ts'
import { useBuilder } from './builder-context.ts'
import pictureStyle from './picture.css?inline'
import styles from './setup.module.css'
import { texts } from './texts.ts'

/** The form as a site draws it, as it changes; what the open field says of itself stands open in it. */
export function Picture({ formKey, body }: { formKey: string; body: Body }) {
  const t = useTexts(texts)
  const { holding, languages, open } = useBuilder()
  const [language, setLanguage] = useState(languages[0] ?? 'nl')
  const shown = useDeferredValue(body)
  const html = useMemo(() => {
    const daylight: Record<string, Daylight> = {}
    for (const { path, field } of leavesOf(shown.fields)) {
      const said = daylightOf(holding, field)
      if (said !== null) daylight[path] = said
    }
    const { name, fields, settings } = shown
    const { thanks, button } = settings.form ?? {}
    const form = { key: formKey, name, fields, thanks, button, daylight }
    return formHtml(form, { language, address: '/', state: undefined })
  }, [formKey, shown, holding, language])
  return (
    <div className={styles.picture}>
      <header>
        <h2>{t.picture}</h2>
        {languages.length > 1 ? (
          <Switch
            label={t.pictureLanguage}
            value={language}
            change={setLanguage}
            options={languages.map(value => ({ value, label: ownNames[value] }))}
          />
        ) : null}
      </header>
      {body.fields.length === 0 ? (
        <p className={styles.aside}>{t.pictureEmpty}</p>
      ) : (
        <Drawn label={t.picture} html={html} language={language} open={open} />
      )}
      <p className={styles.aside}>{t.pictureAbout}</p>
    </div>
  )
}

// In a tree of its own the studio's look does not reach it. It is looked at, not used: every part of it can be
// reached in the list beside it.
function Drawn(props: { label: string; html: string; language: string; open: string | undefined }) {
  const { label, html, language, open } = props
  const host = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const { current } = host
    if (current === null) return
    const root = current.shadowRoot ?? current.attachShadow({ mode: 'open' })
    root.innerHTML = `<style>${pictureStyle}</style>${html}`
    const field = open ? root.querySelector(`[data-field="${CSS.escape(open)}"]`) : null
    if (!field) return
    field.setAttribute('data-shown', '')
    field.querySelector(':scope > details')?.setAttribute('open', '')
    scrollWithin(current.parentElement, field)
  }, [html, open])
  return (
    // Scrolls by keyboard as well.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section className={styles.drawn} aria-label={label} tabIndex={0}>
      <div ref={host} inert lang={language} />
    </section>
  )
}

// Only the picture scrolls: the page stays where somebody is working.
function scrollWithin(around: HTMLElement | null, field: Element): void {
  if (around === null) return
  const [outer, inner] = [around.getBoundingClientRect(), field.getBoundingClientRect()]
  const isInSight = inner.top >= outer.top && inner.bottom <= outer.bottom
  if (!isInSight) around.scrollTop += inner.top - outer.top - outer.height / 3
}
