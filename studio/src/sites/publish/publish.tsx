import { Dialog } from '../../ui/dialog.tsx'
import { useTexts } from '../../ui/language.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { useChanges } from '../reads.ts'
import { useSite } from '../site-context.tsx'
import { ChooseChanges } from './choose-changes.tsx'
import { FollowRelease } from './follow-release.tsx'
import { usePublishing } from './publishing.ts'
import { texts } from './texts.ts'

/** The panel of publishing: what goes along, and after that what comes of it. */
export function Publish({ open }: { open: string }) {
  const t = useTexts(texts)
  const { name } = useSite()
  const { close } = usePublishing()
  return (
    <Dialog title={t.title(name)} isOpen close={close}>
      {open === 'changes' ? <Choose /> : <FollowRelease key={open} releaseId={open} />}
    </Dialog>
  )
}

function Choose() {
  const { siteId } = useSite()
  const changes = useChanges(siteId)
  return <Loaded from={changes}>{data => <ChooseChanges changes={data} />}</Loaded>
}
