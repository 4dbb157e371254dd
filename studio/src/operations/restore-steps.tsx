import { type ReactNode, useState } from 'react'
import { CopyText } from '../ui/copy-text.tsx'
import { ChoiceField, TextField } from '../ui/form/fields.tsx'
import { useTexts } from '../ui/language.tsx'
import { Section } from '../ui/screen.tsx'
import { asLocal, asWritten, type BackupState, isWithin } from './line.ts'
import styles from './operations.module.css'
import { texts } from './texts.ts'

/** How to restore, with the very command for the moment that is chosen. */
export function RestoreSteps({ window }: { window: NonNullable<BackupState['window']> }) {
  const t = useTexts(texts)
  const [to, setTo] = useState<'latest' | 'moment'>('latest')
  const [moment, setMoment] = useState(() => asLocal(new Date(window.until)))
  const at = new Date(moment)
  const isPossible = to === 'latest' || isWithin(window, at)
  const argument = to === 'latest' ? 'latest' : isPossible ? asWritten(at) : null
  return (
    <Section title={t.restore} about={t.restoreAbout}>
      <ChoiceField
        name="to"
        label={t.toWhen}
        value={to}
        change={setTo}
        options={[
          { value: 'latest', label: t.toLatest },
          { value: 'moment', label: t.toMoment },
        ]}
      />
      {to === 'moment' ? (
        <TextField
          name="moment"
          type="datetime-local"
          label={t.moment}
          help={t.momentHelp}
          note={isPossible ? null : t.outside}
          value={moment}
          change={setMoment}
        />
      ) : null}
      <ol className={styles.steps}>
        <Step does={t.stepStop} how={t.stepStopHow} />
        <Step does={t.stepRun} how={t.stepRunHow}>
          {argument === null ? null : (
            <CopyText label={t.command} value={`npx helder restore --at ${argument}`} />
          )}
        </Step>
        <Step does={t.stepStart} how={t.stepStartHow}>
          <CopyText label={t.command} value="npm start" />
        </Step>
      </ol>
    </Section>
  )
}

function Step({ does, how, children }: { does: string; how: string; children?: ReactNode }) {
  return (
    <li>
      <strong>{does}</strong>
      {children}
      <p>{how}</p>
    </li>
  )
}
