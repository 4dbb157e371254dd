import type { Reply } from '@helder/client'
import { getMessage } from '@helder/server/core/mail/schema'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useReply } from '../core/api.tsx'
import { useWorkspace } from '../core/place.tsx'
import { useTexts } from '../ui/language.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { Moment } from '../ui/moment.tsx'
import { Notice } from '../ui/notice.tsx'
import { SidePanel } from '../ui/side-panel.tsx'
import { Switch } from '../ui/switch.tsx'
import styles from './message.module.css'
import { texts } from './texts.ts'

type Mail = Reply<typeof getMessage>

/** One mail, as it came or would come. */
export function Message() {
  const t = useTexts(texts)
  const { slug } = useWorkspace()
  const { messageId } = useParams({ from: '/signed-in/w/$slug/mail/$messageId' })
  const mail = useReply(getMessage, { params: { messageId } })
  return (
    <SidePanel
      key={messageId}
      title={mail.data?.subject ?? t.outbox}
      back={{ to: '/w/$slug/mail', params: { slug } }}
    >
      <Loaded from={mail}>{data => <Letter mail={data} />}</Loaded>
    </SidePanel>
  )
}

function Letter({ mail }: { mail: Mail }) {
  const t = useTexts(texts)
  const [view, setView] = useState<'letter' | 'text'>('letter')
  return (
    <>
      <dl className={styles.facts}>
        <div>
          <dt>{t.to}</dt>
          <dd>{mail.to}</dd>
        </div>
        <div>
          <dt>{t.written}</dt>
          <dd>
            <Moment at={mail.createdAt} />
          </dd>
        </div>
        {mail.sentAt ? (
          <div>
            <dt>{t.sent}</dt>
            <dd>
              <Moment at={mail.sentAt} />
            </dd>
          </div>
        ) : null}
      </dl>
      {mail.failure ? <Notice tone="bad">{t.failedAbout(mail.failure)}</Notice> : null}
      {mail.sentAt ? <p className={styles.aside}>{t.secretsGone}</p> : null}
      <Switch
        label={t.look}
        value={view}
        change={setView}
        options={[
          { value: 'letter', label: t.asLetter },
          { value: 'text', label: t.asText },
        ]}
      />
      {view === 'letter' ? (
        <iframe
          className={styles.letter}
          title={t.letterOf(mail.subject)}
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          srcDoc={inNewWindow(mail.html)}
        />
      ) : (
        <pre className={styles.text}>{mail.text}</pre>
      )}
    </>
  )
}

// A link in a mail opens as from a mail program: apart, and not inside the frame.
function inNewWindow(html: string): string {
  return html.replace('<head>', '<head><base target="_blank">')
}
