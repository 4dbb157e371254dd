import { Problem } from '@helder/client'
import { useQuery } from '@tanstack/react-query'
import { Outlet } from '@tanstack/react-router'
import { useEffect } from 'react'
import { ErrorState } from '../../ui/error-state.tsx'
import { Skeleton } from '../../ui/loading.tsx'
import { useChosenLanguage } from '../language.ts'
import { MeProvider } from '../place.tsx'
import { meOptions } from '../session.ts'
import { useGlobalCommands } from './global-commands.ts'

/** Around every screen for which one is signed in: who one is, kept up to date. */
export function SignedIn() {
  const { data: me, error, refetch } = useQuery(meOptions())
  const [, setLanguage] = useChosenLanguage()
  const spoken = me?.account.language
  useEffect(() => {
    if (spoken !== undefined) setLanguage(spoken)
    // The account decides when it is read; a choice made here is written to the account as well.
  }, [spoken, setLanguage])
  if (me !== undefined)
    return (
      <MeProvider me={me}>
        <Commands />
        <Outlet />
      </MeProvider>
    )
  if (error instanceof Problem) return <ErrorState trouble={error} retry={() => void refetch()} />
  return <Skeleton />
}

function Commands() {
  useGlobalCommands()
  return null
}
