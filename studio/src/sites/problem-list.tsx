import { said } from '@helder/fields'
import { getCollection, listCollections } from '@helder/server/records/collections/schema'
import { getRecord } from '@helder/server/records/rows/schema'
import type { SiteProblem } from '@helder/server/sites/releases/schema'
import type { Language, Text } from '@helder/words'
import { useReply } from '../core/api.tsx'
import { useWorkspace } from '../core/place.tsx'
import { useLanguage } from '../ui/language.tsx'
import { type LinkTarget, TargetLink } from '../ui/links.tsx'
import { State } from '../ui/state.tsx'
import { fileTarget } from './addresses.ts'
import styles from './problem-list.module.css'
import { type ProblemPlace, placeOf } from './problem-place.ts'
import { useSitePlace } from './site-context.tsx'

/** What is wrong, or what the server said of it in the language of whoever asked. */
type Problem = Omit<SiteProblem, 'message'> & { message: Text | string }

/** What is wrong on a site, each with a way to where it is mended. */
export function ProblemList({ problems }: { problems: readonly Problem[] }) {
  const language = useLanguage()
  return (
    <ul className={styles.problems}>
      {problems.map(problem => (
        <li key={`${problem.place} ${problem.line} ${messageIn(problem, language)}`}>
          <ProblemLine problem={problem} />
        </li>
      ))}
    </ul>
  )
}

function messageIn({ message }: Problem, language: Language): string {
  return typeof message === 'string' ? message : message[language]
}

function ProblemLine({ problem }: { problem: Problem }) {
  const language = useLanguage()
  const { severity, place, line } = problem
  return (
    <>
      <State tone={severity === 'error' ? 'bad' : 'warning'}>{messageIn(problem, language)}</State>
      <Way place={placeOf(place, line)} />
    </>
  )
}

function Way({ place }: { place: ProblemPlace }) {
  switch (place.kind) {
    case 'file':
      return <FileWay path={place.path} line={place.line} />
    case 'item':
      return <ItemWay recordId={place.recordId} />
    case 'definition':
      return <DefinitionWay collectionKey={place.key} field={place.field} />
    case 'nowhere':
      return null
  }
}

function PlainWay({ target, words }: { target: LinkTarget | null; words: string }) {
  return target === null ? (
    <span className={styles.way}>{words}</span>
  ) : (
    <TargetLink target={target} className={styles.way}>
      {words}
    </TargetLink>
  )
}

function FileWay({ path, line }: { path: string; line: number | null }) {
  const { can } = useWorkspace()
  const place = useSitePlace()
  const isFolder = path.endsWith('/')
  const target = fileTarget(place, isFolder ? '' : path, line === null ? {} : { line })
  return (
    <PlainWay
      target={can('sites.files.read') ? target : null}
      words={line === null ? path : `${path}:${line}`}
    />
  )
}

function ItemWay({ recordId }: { recordId: string }) {
  const { can } = useWorkspace()
  const place = useSitePlace()
  const language = useLanguage()
  const { data } = useReply(getRecord, { params: { recordId } }, { when: can('records.content.read') })
  if (data === undefined) return null
  const { collectionId, collection, title } = data
  const to = '/w/$slug/sites/$siteId/content/$collectionId/$recordId'
  return (
    <PlainWay
      target={{ to, params: { ...place, collectionId, recordId } }}
      words={`${said(collection, language)}: ${title}`}
    />
  )
}

function DefinitionWay({ collectionKey, field }: { collectionKey: string; field: string | null }) {
  const place = useSitePlace()
  const language = useLanguage()
  const { can } = useWorkspace()
  const when = can('records.content.read')
  const all = useReply(listCollections, { query: { siteId: place.siteId } }, { when })
  const collection = all.data?.find(one => one.key === collectionKey)
  const collectionId = collection?.collectionId
  const one = useReply(
    getCollection,
    { params: { collectionId: collectionId ?? '' } },
    { when: collectionId !== undefined },
  )
  if (collection === undefined || collectionId === undefined)
    return <PlainWay target={null} words={collectionKey} />
  const top = field?.split('.')[0]
  const label = one.data?.draft.fields.find(({ key }) => key === top)?.label
  const to = `/w/$slug/sites/$siteId/${collection.kind === 'form' ? 'forms' : 'content'}/$collectionId`
  const name = said(collection.name, language)
  return (
    <PlainWay
      target={{ to, params: { ...place, collectionId }, ...(label && top ? { hash: top } : {}) }}
      words={label ? `${name}: ${said(label, language)}` : name}
    />
  )
}
