import { decideRequest } from '@helder/server/privacy/requests/schema'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useCall } from '../../core/api.tsx'
import { useWorkspace } from '../../core/place.tsx'
import { DangerButton } from '../../ui/danger-button.tsx'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/form/fields.tsx'
import { Form } from '../../ui/form/form.tsx'
import { useTexts } from '../../ui/language.tsx'
import { useToasts } from '../../ui/toasts/toaster.tsx'
import type { Request } from './panel.tsx'
import { countFound, countTaken } from './plan.tsx'
import { texts } from './texts.ts'

/** A yes or a no to a request that waits. */
export function Decision({ request }: { request: Request }) {
  const { can } = useWorkspace()
  if (!can('privacy.requests.write')) return null
  return (
    <>
      <Refuse request={request} />
      {request.kind === 'access' ? <Give request={request} /> : <Erase request={request} />}
    </>
  )
}

function useApprove({ requestId }: Request) {
  const t = useTexts(texts)
  const toasts = useToasts()
  const decide = useCall(decideRequest, { doing: t.approving, changes: ['mail'] })
  const approve = async () => {
    const { ok } = await decide.call({ params: { requestId }, body: { approve: true } })
    if (ok) toasts.done(t.approved)
    return ok
  }
  return { approve, isBusy: decide.isBusy }
}

function Erase({ request }: { request: Request }) {
  const t = useTexts(texts)
  const { approve } = useApprove(request)
  const taken = countTaken(request.plan)
  return (
    <DangerButton
      label={taken === 0 ? t.approveNothing : t.approveErase(taken)}
      consequence={t.eraseConsequence}
      {...(request.email === null ? {} : { word: request.email })}
      run={approve}
    />
  )
}

function Give({ request }: { request: Request }) {
  const t = useTexts(texts)
  const [isOpen, setOpen] = useState(false)
  const { approve, isBusy } = useApprove(request)
  const found = countFound(request.plan)
  const label = found === 0 ? t.approveNothing : t.approveGive(found)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{label}</Button>
      <Dialog title={label} isOpen={isOpen} close={() => setOpen(false)} size="sm">
        <Form problem={null} submit={() => void approve()}>
          <p>{t.giveAbout(request.email ?? '', [t.givePage, t.giveData, t.giveFiles])}</p>
          <DialogActions>
            <Button type="submit" loading={isBusy} data-autofocus>
              {label}
            </Button>
          </DialogActions>
        </Form>
      </Dialog>
    </>
  )
}

function Refuse({ request }: { request: Request }) {
  const t = useTexts(texts)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t.refuse}
      </Button>
      <Dialog title={t.refuseTitle} isOpen={isOpen} close={() => setOpen(false)}>
        <RefuseForm request={request} />
      </Dialog>
    </>
  )
}

function RefuseForm({ request: { requestId } }: { request: Request }) {
  const t = useTexts(texts)
  const toasts = useToasts()
  const [reason, setReason] = useState('')
  const decide = useCall(decideRequest, { doing: t.refusing, changes: ['mail'], problems: 'form' })
  const submit = async () => {
    const { ok } = await decide.call({ params: { requestId }, body: { approve: false, reason } })
    if (ok) toasts.done(t.refused)
  }
  return (
    <Form problem={decide.problem} submit={() => void submit()}>
      <p>{t.refuseAbout}</p>
      <TextArea
        name="reason"
        label={t.reason}
        help={t.reasonHelp}
        maxLength={2000}
        rows={5}
        data-autofocus
        value={reason}
        change={setReason}
      />
      <DialogActions>
        <Button type="submit" loading={decide.isBusy}>
          {t.sendRefusal}
        </Button>
      </DialogActions>
    </Form>
  )
}
