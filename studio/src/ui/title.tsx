import { createContext, type ReactNode, useContext, useEffect } from 'react'

const PlaceContext = createContext('')

/** Names the place that all titles inside belong to, such as the workspace. */
export function TitlePlace({ name, children }: { name: string; children: ReactNode }) {
  return <PlaceContext value={name}>{children}</PlaceContext>
}

/** What gives a title: the innermost of those on screen wins. */
export type TitleRank = 'screen' | 'part' | 'panel'

const ranks: TitleRank[] = ['screen', 'part', 'panel']
const given = new Map<symbol, { title: string; place: string; rank: TitleRank }>()

function showTitle(): void {
  const [innermost] = [...given.values()].sort((a, b) => ranks.indexOf(b.rank) - ranks.indexOf(a.rank))
  const parts = [innermost?.title, innermost?.place, 'Helder']
  document.title = parts.filter((part, at) => part && parts.indexOf(part) === at).join(' · ')
}

/** Gives the browser's tab a title: what is shown, where. */
export function useTitle(title: string, rank: TitleRank = 'screen'): void {
  const place = useContext(PlaceContext)
  useEffect(() => {
    const key = Symbol(title)
    given.set(key, { title, place, rank })
    showTitle()
    return () => {
      given.delete(key)
      showTitle()
    }
  }, [title, place, rank])
}
