import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { CopyText } from '../ui/copy-text.tsx'
import { DangerButton } from '../ui/danger-button.tsx'
import { Dialog, DialogActions } from '../ui/dialog.tsx'
import { Drawing, type DrawingName } from '../ui/drawings.tsx'
import { KeyHint } from '../ui/key-hint.tsx'
import { useTexts } from '../ui/language.tsx'
import { Layers } from '../ui/layers.tsx'
import { Moment, RelativeTime } from '../ui/moment.tsx'
import { Notice } from '../ui/notice.tsx'
import { Progress } from '../ui/progress.tsx'
import { Screen, Section } from '../ui/screen.tsx'
import { State, Tag } from '../ui/state.tsx'
import { Switch } from '../ui/switch.tsx'
import { useDensity, useScheme } from '../ui/theme/appearance.tsx'
import styles from './catalogue.module.css'
import { DaylightExamples } from './daylight-examples.tsx'
import { FieldExamples } from './field-examples.tsx'
import { TableExamples } from './table-examples.tsx'
import { texts } from './texts.ts'
import { WorkExamples } from './work-examples.tsx'

/** Each part of the kit in all its states: the page to look at before and after changing one. */
export function Catalogue() {
  const t = useTexts(texts)
  return (
    <main id="content" className={styles.catalogue}>
      <Screen title={t.catalogue} about={t.about} actions={<Choices />}>
        <Colours />
        <Type />
        <Buttons />
        <States />
        <Notices />
        <FieldExamples />
        <DaylightExamples />
        <TableExamples />
        <WorkExamples />
        <Moments />
        <Drawings />
      </Screen>
      <Layers />
    </main>
  )
}

function Choices() {
  const t = useTexts(texts)
  const [scheme, setScheme] = useScheme()
  const [density, setDensity] = useDensity()
  return (
    <>
      <Switch
        label={t.scheme}
        value={scheme === 'dark' ? 'dark' : 'light'}
        change={setScheme}
        options={[
          { value: 'light', label: t.light },
          { value: 'dark', label: t.dark },
        ]}
      />
      <Switch
        label={t.density}
        value={density}
        change={setDensity}
        options={[
          { value: 'comfortable', label: t.comfortable },
          { value: 'compact', label: t.compact },
        ]}
      />
    </>
  )
}

function Row({ children }: { children: ReactNode }) {
  return <div className={styles.row}>{children}</div>
}

const tokens = [
  ...['sunken', 'paper', 'surface', 'line', 'edge', 'ink', 'ink-soft', 'ink-faint'],
  ...['blue', 'blue-ink', 'blue-soft', 'daylight', 'daylight-soft'],
  ...['green', 'green-soft', 'amber', 'amber-soft', 'brick', 'brick-soft'],
]

function Colours() {
  const t = useTexts(texts)
  return (
    <Section title={t.colours}>
      <ul className={styles.colours}>
        {tokens.map(token => (
          <li key={token}>
            <span className={styles.colour} style={{ background: `var(--${token})` }} />
            <code>{token}</code>
          </li>
        ))}
      </ul>
    </Section>
  )
}

const sizes = ['3xl', '2xl', 'xl', 'lg', 'md', 'sm', 'xs']

function Type() {
  const t = useTexts(texts)
  return (
    <Section title={t.type}>
      {sizes.map(size => (
        <p key={size} style={{ fontSize: `var(--text-${size})` }}>
          {t.pangram}
        </p>
      ))}
      <p>
        <code>{t.pangram}</code>
      </p>
    </Section>
  )
}

function Buttons() {
  const t = useTexts(texts)
  const [isOpen, setOpen] = useState(false)
  return (
    <Section title={t.buttons}>
      <Row>
        <Button onClick={() => setOpen(true)}>{t.publish}</Button>
        <Button variant="default">{t.preview}</Button>
        <Button variant="subtle">{t.more}</Button>
        <DangerButton
          label={t.remove}
          consequence={t.removeAbout}
          word="kwekerij-de-zon"
          run={async () => true}
        />
      </Row>
      <Row>
        <Button disabled>{t.publish}</Button>
        <Button variant="default" disabled>
          {t.preview}
        </Button>
        <Button loading>{t.publish}</Button>
        <Button variant="default" size="compact-md">
          {t.preview}
        </Button>
      </Row>
      <Dialog title={t.dialog} isOpen={isOpen} close={() => setOpen(false)}>
        <p>{t.removeAbout}</p>
        <DialogActions>
          <Button onClick={() => setOpen(false)}>{t.publish}</Button>
        </DialogActions>
      </Dialog>
    </Section>
  )
}

function States() {
  const t = useTexts(texts)
  return (
    <Section title={t.states}>
      <Row>
        <State>{t.draft}</State>
        <State tone="good">{t.published}</State>
        <State tone="warning">{t.changed}</State>
        <State tone="bad">{t.failed}</State>
        <Tag>{t.tag}</Tag>
      </Row>
    </Section>
  )
}

function Notices() {
  const t = useTexts(texts)
  return (
    <Section title={t.notices}>
      <Notice>{t.noticePlain}</Notice>
      <Notice tone="good">{t.noticeGood}</Notice>
      <Notice tone="warning" title={t.changed} actions={<Button variant="default">{t.edit}</Button>}>
        {t.noticeWarning}
      </Notice>
      <Notice tone="bad">{t.noticeBad}</Notice>
    </Section>
  )
}

function Moments() {
  const t = useTexts(texts)
  const [opened] = useState(() => new Date(Date.now() - 3 * 60_000).toISOString())
  return (
    <Section title={t.moments}>
      <Row>
        <Moment at="2026-11-22T14:05:00.000Z" />
        <Moment at="2026-11-22T14:05:00.000Z" only="day" />
        <RelativeTime at={opened} />
        <KeyHint keys="mod+k" />
        <KeyHint keys="g m" />
        <KeyHint keys="ArrowDown" />
      </Row>
      <Progress label={t.progress} done={34} total={120} />
      <CopyText label={t.copy} value="https://kwekerij-de-zon.example" />
    </Section>
  )
}

const drawings: DrawingName[] = [
  ...(['letter', 'people', 'plant', 'book', 'key'] as const),
  ...(['glasses', 'house', 'closed', 'unplugged'] as const),
]

function Drawings() {
  const t = useTexts(texts)
  return (
    <Section title={t.drawings}>
      <Row>
        {drawings.map(name => (
          <Drawing key={name} name={name} />
        ))}
      </Row>
    </Section>
  )
}
