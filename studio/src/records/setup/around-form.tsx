import { listMembers } from '@helder/server/core/tenancy/schema'
import type { FormSettings } from '@helder/server/records/collections/schema'
import { useReply } from '../../core/api.tsx'
import { useWorkspace } from '../../core/place.tsx'
import { ChecksField } from '../../ui/form/fields.tsx'
import { useTexts } from '../../ui/language.tsx'
import { Section } from '../../ui/screen.tsx'
import { type Body, hasWords } from './body.ts'
import { useBuilder } from './builder-context.ts'
import { LabelField } from './label-field.tsx'
import styles from './setup.module.css'
import { texts } from './texts.ts'

/** What a form does besides asking: who gets a mail, what the visitor reads, what is on the button. */
export function AfterSending({ body, edit }: { body: Body; edit: (change: (body: Body) => Body) => void }) {
  const t = useTexts(texts)
  const { languages } = useBuilder()
  const form: FormSettings = body.settings.form ?? { notify: [] }
  const change = (next: Partial<FormSettings>) =>
    edit(now => ({
      ...now,
      settings: { ...now.settings, form: { ...(now.settings.form ?? { notify: [] }), ...next } },
    }))
  return (
    <Section title={t.after}>
      <div className={styles.part}>
        <Notify notify={form.notify} change={notify => change({ notify })} />
        <LabelField
          name="settings.form.thanks"
          label={t.thanks}
          isOptional
          isLong
          languages={languages}
          value={form.thanks}
          change={thanks => change({ thanks: hasWords(thanks) ? thanks : undefined })}
        />
        <LabelField
          name="settings.form.button"
          label={t.button}
          isOptional
          languages={languages}
          maxLength={60}
          value={form.button}
          change={button => change({ button: hasWords(button) ? button : undefined })}
        />
      </div>
    </Section>
  )
}

function Notify({ notify, change }: { notify: string[]; change: (notify: string[]) => void }) {
  const t = useTexts(texts)
  const { can } = useWorkspace()
  const maySee = can('tenancy.members.read')
  const { data } = useReply(listMembers, {}, { topics: ['tenancy.member'], when: maySee })
  if (!maySee) return <p className={styles.aside}>{t.notifyHidden(notify.length)}</p>
  if (data === undefined) return null
  return (
    <ChecksField
      name="settings.form.notify"
      label={t.notify}
      help={t.notifyHelp}
      shape="columns"
      value={notify}
      change={change}
      options={data.members.map(({ accountId, name, email }) => ({
        value: accountId,
        label: name,
        help: email,
      }))}
    />
  )
}
