import { listReleases } from '@helder/server/sites/releases/schema'
import { IconChevronRight, IconCode, IconForms, IconNotes } from '@tabler/icons-react'
import { useReply } from '../core/api.tsx'
import { useWorkspace } from '../core/place.tsx'
import type { Icon } from '../core/slice.ts'
import { useTexts } from '../ui/language.tsx'
import { type LinkTarget, TargetLink } from '../ui/links.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { Notice } from '../ui/notice.tsx'
import { Section } from '../ui/screen.tsx'
import { waitingOf } from './changes.ts'
import { LivePicture } from './live-picture.tsx'
import styles from './overview.module.css'
import { PublishButton } from './publish/publish-button.tsx'
import { type Changes, useChanges } from './reads.ts'
import { ReleaseLine } from './releases/release-line.tsx'
import { SiteStates } from './site-card.tsx'
import { useSite, useSitePlace } from './site-context.tsx'
import { texts } from './texts.ts'

/** A website at a glance: what is live, what waits, what happened, and the ways in. */
export function Overview() {
  const t = useTexts(texts)
  const site = useSite()
  return (
    <div className={styles.overview}>
      <div className={styles.column}>
        {site.live ? null : (
          <Notice title={t.notLiveTitle} actions={<PublishButton />}>
            {t.notLiveAbout}
          </Notice>
        )}
        <Section title={t.whatWaits}>
          <WhatWaits />
        </Section>
        <Section title={t.workOn}>
          <WaysIn />
        </Section>
      </div>
      <div className={styles.column}>
        <Section title={t.whatVisitorsSee}>
          <LivePicture address={site.live ? site.address : null} />
          <SiteStates site={site} />
        </Section>
        <LastReleases />
      </div>
    </div>
  )
}

function WhatWaits() {
  const t = useTexts(texts)
  const { siteId } = useSite()
  const changes = useChanges(siteId)
  return (
    <Loaded from={changes}>
      {data => {
        const { count, drafts } = waitingOf(data)
        return count + drafts === 0 ? (
          <p className={styles.quiet}>{t.nothingWaitsAbout}</p>
        ) : (
          <Counts changes={data} />
        )
      }}
    </Loaded>
  )
}

function Counts({ changes }: { changes: Changes }) {
  const t = useTexts(texts)
  const { files, items, definitions, drafts, errors } = waitingOf(changes)
  const parts = [
    files > 0 ? t.files(files) : '',
    items > 0 ? t.items(items) : '',
    definitions > 0 ? t.definitions(definitions) : '',
    drafts > 0 ? t.drafts(drafts) : '',
  ].filter(Boolean)
  return (
    <>
      <ul className={styles.counts}>
        {parts.map(part => (
          <li key={part}>{part}</li>
        ))}
      </ul>
      {errors > 0 ? <Notice tone="warning">{t.problemsInWay(errors)}</Notice> : null}
    </>
  )
}

function WaysIn() {
  const t = useTexts(texts)
  const { can } = useWorkspace()
  const params = { ...useSitePlace() }
  const to = (path: string): LinkTarget => ({ to: `/w/$slug/sites/$siteId${path}`, params })
  const ways = [
    {
      icon: IconNotes,
      name: t.toContent,
      about: t.toContentAbout,
      target: to('/content'),
      may: 'records.content.read',
    },
    {
      icon: IconForms,
      name: t.toForms,
      about: t.toFormsAbout,
      target: to('/forms'),
      may: 'records.content.read',
    },
    { icon: IconCode, name: t.toCode, about: t.toCodeAbout, target: to('/code/$'), may: 'sites.files.read' },
  ]
  return (
    <ul className={styles.ways}>
      {ways
        .filter(({ may }) => can(may))
        .map(way => (
          <li key={way.target.to}>
            <Way {...way} />
          </li>
        ))}
    </ul>
  )
}

function Way(props: { icon: Icon; name: string; about: string; target: LinkTarget }) {
  const { icon: Picture, name, about, target } = props
  return (
    <TargetLink target={target} className={styles.way}>
      <Picture size={24} stroke={1.5} aria-hidden />
      <span className={styles.words}>
        <strong>{name}</strong>
        <span>{about}</span>
      </span>
      <IconChevronRight size={20} stroke={1.75} aria-hidden />
    </TargetLink>
  )
}

const shownReleases = 4

function LastReleases() {
  const t = useTexts(texts)
  const params = { ...useSitePlace() }
  const releases = useReply(
    listReleases,
    { params: { siteId: params.siteId }, query: { limit: shownReleases } },
    { topics: ['sites.release', 'sites.site'] },
  )
  if (releases.data?.length === 0) return null
  return (
    <Section title={t.lastReleases}>
      <Loaded from={releases}>
        {data => (
          <ul className={styles.releases}>
            {data.map(release => (
              <li key={release.releaseId}>
                <ReleaseLine release={release} />
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      <p>
        <TargetLink target={{ to: '/w/$slug/sites/$siteId/releases', params }}>{t.allReleases}</TargetLink>
      </p>
    </Section>
  )
}
