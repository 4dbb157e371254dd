import { useParams, useRouter } from '@tanstack/react-router'
import { useWorkspace } from '../../core/place.tsx'
import { Permitted } from '../../core/shell/dead-ends.tsx'
import { useTexts } from '../../ui/language.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Screen } from '../../ui/screen.tsx'
import { useSite } from '../site.ts'
import { MakeForm } from './make.tsx'
import { texts } from './texts.ts'

/** Making a collection of content. */
export function NewCollection() {
  const t = useTexts(texts)
  const router = useRouter()
  const { slug } = useWorkspace()
  const { siteId = '' } = useParams({ strict: false })
  const site = useSite(siteId)
  return (
    <Permitted to="records.definitions.write">
      <Screen
        title={t.makeContent}
        about={t.makeContentAbout}
        width="text"
        back={{
          label: t.content,
          target: { to: '/w/$slug/sites/$siteId/content', params: { slug, siteId } },
        }}
      >
        <Loaded from={site}>
          {facts => <MakeForm site={facts} kind="content" close={() => router.history.back()} />}
        </Loaded>
      </Screen>
    </Permitted>
  )
}
