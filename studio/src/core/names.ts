import { useMemo } from 'react'
import { useLanguage } from '../ui/language.tsx'
import { useSlices } from './slices.tsx'

/** What a kind of mail is called, by its template. */
export function useLetterName(): (template: string) => string {
  return useNames('letters')
}

/** What somebody did, by the action in the audit trail. */
export function useActName(): (action: string) => string {
  return useNames('acts')
}

function useNames(of: 'letters' | 'acts'): (key: string) => string {
  const slices = useSlices()
  const language = useLanguage()
  return useMemo(() => {
    const names = Object.assign({}, ...slices.map(slice => slice[of] ?? {}))
    return key => names[key]?.[language] ?? key
  }, [slices, language, of])
}
