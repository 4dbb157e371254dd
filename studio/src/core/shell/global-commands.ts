import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useCommands } from '../../ui/commands/commands.tsx'
import type { Command } from '../../ui/commands/rank.ts'
import { useTexts } from '../../ui/language.tsx'
import { useScheme } from '../../ui/theme/appearance.tsx'
import { useMe } from '../place.tsx'
import { texts } from '../texts.ts'
import { useSignOut } from './sign-out.ts'

/** What can be gone to and done everywhere: workspaces, the account, colours, the way out. */
export function useGlobalCommands(): void {
  const t = useTexts(texts)
  const { workspaces, mayMakeWorkspaces } = useMe()
  const navigate = useNavigate()
  const [, setScheme] = useScheme()
  const signOut = useSignOut()
  const commands = useMemo((): Command[] => {
    const go = (id: string, label: string, run: () => void): Command => ({ id, label, group: 'go', run })
    const act = (id: string, label: string, run: () => void): Command => ({ id, label, group: 'do', run })
    return [
      ...workspaces.map(
        ({ slug, name }): Command => ({
          ...go(`workspace ${slug}`, name, () => void navigate({ to: '/w/$slug', params: { slug } })),
          hint: t.workspace,
        }),
      ),
      go('workspaces', t.yourWorkspaces, () => void navigate({ to: '/workspaces' })),
      ...(mayMakeWorkspaces
        ? [act('new-workspace', t.newWorkspace, () => void navigate({ to: '/workspaces/new' }))]
        : []),
      go('account', t.account, () => void navigate({ to: '/account' })),
      { ...act('light', t.toLight, () => setScheme('light')), keywords: [t.colours] },
      { ...act('dark', t.toDark, () => setScheme('dark')), keywords: [t.colours] },
      act('sign-out', t.signOut, () => void signOut()),
    ]
  }, [t, workspaces, mayMakeWorkspaces, navigate, setScheme, signOut])
  useCommands(commands, 'around')
}
