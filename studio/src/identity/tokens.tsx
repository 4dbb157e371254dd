import type { Reply } from '@helder/client'
import { endToken, listTokens } from '@helder/server/core/identity/schema'
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useCall, useReply } from '../core/api.tsx'
import { usePermissionNames } from '../core/permissions.tsx'
import { Permitted } from '../core/shell/dead-ends.tsx'
import { useCommands } from '../ui/commands/commands.tsx'
import type { Command } from '../ui/commands/rank.ts'
import { DangerButton } from '../ui/danger-button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useTexts } from '../ui/language.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { TableSkeleton } from '../ui/loading.tsx'
import { Moment, RelativeTime } from '../ui/moment.tsx'
import { Part } from '../ui/screen.tsx'
import { State } from '../ui/state.tsx'
import { type Column, DataTable } from '../ui/table/data-table.tsx'
import { useToasts } from '../ui/toasts/toaster.tsx'
import { MakeToken } from './make-token.tsx'
import { texts } from './texts.ts'

type Token = Reply<typeof listTokens>[number]

/** Keys with which programs work on one's behalf in a workspace. */
export function Tokens() {
  return (
    <Permitted to="identity.tokens.write">
      <TokenList />
    </Permitted>
  )
}

function TokenList() {
  const t = useTexts(texts)
  const tokens = useReply(listTokens, {})
  const [isMaking, setMaking] = useState(false)
  useCommands(
    useMemo(
      (): Command[] => [{ id: 'make-token', label: t.makeKey, group: 'do', run: () => setMaking(true) }],
      [t],
    ),
  )
  const make = (
    <Button leftSection={<IconPlus size={18} stroke={1.75} aria-hidden />} onClick={() => setMaking(true)}>
      {t.makeKey}
    </Button>
  )
  return (
    <Part title={t.keys} about={t.keysAbout} actions={tokens.data?.length ? make : null}>
      <Loaded from={tokens} shape={<TableSkeleton />}>
        {rows => <TokenTable rows={rows} make={make} />}
      </Loaded>
      <MakeToken isOpen={isMaking} close={() => setMaking(false)} />
    </Part>
  )
}

function TokenTable({ rows, make }: { rows: Token[]; make: React.ReactNode }) {
  const t = useTexts(texts)
  const nameOf = usePermissionNames()
  const columns: Column<Token>[] = [
    { key: 'name', label: t.key, cell: ({ name }) => name },
    {
      key: 'may',
      label: t.may,
      cell: ({ permissions }) => (
        <span title={permissions.map(nameOf).join('\n')}>{t.mayCount(permissions.length)}</span>
      ),
    },
    { key: 'used', label: t.usedAt, cell: ({ usedAt }) => (usedAt ? <RelativeTime at={usedAt} /> : t.never) },
    { key: 'expires', label: t.expiresAt, cell: token => <Expiry token={token} /> },
  ]
  return (
    <DataTable
      label={t.keys}
      rows={rows}
      columns={columns}
      rowKey={token => token.tokenId}
      rowName={token => token.name}
      actions={token => <EndToken token={token} />}
      empty={
        <EmptyState drawing="key" title={t.noKeys} action={make}>
          {t.noKeysAbout}
        </EmptyState>
      }
    />
  )
}

function Expiry({ token }: { token: Token }) {
  const t = useTexts(texts)
  if (token.expiresAt === null) return null
  if (new Date(token.expiresAt) < new Date()) return <State tone="warning">{t.expired}</State>
  return <Moment at={token.expiresAt} only="day" />
}

function EndToken({ token }: { token: Token }) {
  const t = useTexts(texts)
  const toasts = useToasts()
  const end = useCall(endToken)
  return (
    <DangerButton
      size="compact-md"
      label={t.endKey}
      consequence={t.endKeyAbout(token.name)}
      word={token.name}
      run={async () => {
        const { ok } = await end.call({ params: { tokenId: token.tokenId } })
        if (ok) toasts.done(t.keyEnded(token.name))
        return ok
      }}
    />
  )
}
