import { said } from '@helder/fields'
import type { ReactNode } from 'react'
import { useWorkspace } from '../../core/place.tsx'
import { useLanguage, useTexts } from '../../ui/language.tsx'
import { Screen } from '../../ui/screen.tsx'
import { SetupLinks } from '../setup/links.tsx'
import { useSiteContent } from './site-content.tsx'
import { texts } from './texts.ts'

/** The screen of a site's content, with a tab for each collection. */
export function ContentScreen({ actions, children }: { actions?: ReactNode; children: ReactNode }) {
  const t = useTexts(texts)
  const language = useLanguage()
  const { slug, can } = useWorkspace()
  const { site, collections } = useSiteContent()
  const { siteId, name } = site
  const tabs = collections.map(collection => ({
    label: said(collection.name, language),
    target: {
      to: '/w/$slug/sites/$siteId/content/$collectionId',
      params: { slug, siteId, collectionId: collection.collectionId },
    },
  }))
  return (
    <Screen
      title={name === '' ? t.content : t.contentOf(name)}
      tabs={tabs}
      actions={
        <>
          <SetupLinks siteId={siteId} />
          {actions}
        </>
      }
      {...(can('sites.sites.read')
        ? { back: { label: name, target: { to: '/w/$slug/sites/$siteId', params: { slug, siteId } } } }
        : {})}
    >
      {children}
    </Screen>
  )
}
