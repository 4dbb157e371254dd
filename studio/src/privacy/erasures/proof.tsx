import { listErasures } from '@helder/server/privacy/erasures/schema'
import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useParams } from '@tanstack/react-router'
import { useReply } from '../../core/api.tsx'
import { useMe, useWorkspace } from '../../core/place.tsx'
import { Permitted } from '../../core/shell/dead-ends.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useTexts } from '../../ui/language.tsx'
import { ButtonLink } from '../../ui/links.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Screen } from '../../ui/screen.tsx'
import { ProofSheet } from './proof-sheet.tsx'
import { texts } from './texts.ts'

/** The proof of an erasure, to read, to print and to hand over. */
export function Proof() {
  return (
    <Permitted to="privacy.requests.read">
      <ProofScreen />
    </Permitted>
  )
}

function ProofScreen() {
  const t = useTexts(texts)
  const { operator } = useMe()
  const { slug, name } = useWorkspace()
  const { requestId } = useParams({ from: '/signed-in/w/$slug/privacy/requests/$requestId/proof' })
  // From the ledger rather than the request, which may be gone by now.
  const erasures = useReply(listErasures, {}, { topics: ['privacy.request'] })
  const list = { to: '/w/$slug/privacy/erasures', params: { slug } }
  return (
    <Screen
      title={t.proof}
      back={{ label: t.toRequests, target: list }}
      actions={
        <Button
          variant="default"
          leftSection={<IconPrinter size={18} stroke={1.75} aria-hidden />}
          onClick={() => print()}
        >
          {t.print}
        </Button>
      }
    >
      <Loaded from={erasures}>
        {all => {
          const proof = all.find(one => one.requestId === requestId)
          return proof ? (
            <ProofSheet proof={proof} number={proof.number} controller={name} operator={operator} />
          ) : (
            <NoProof />
          )
        }}
      </Loaded>
    </Screen>
  )
}

function NoProof() {
  const t = useTexts(texts)
  const { slug } = useWorkspace()
  return (
    <EmptyState
      drawing="book"
      title={t.noProof}
      action={
        <ButtonLink to="/w/$slug/privacy/erasures" params={{ slug }} variant="default">
          {t.toRequests}
        </ButtonLink>
      }
    >
      {t.noProofAbout}
    </EmptyState>
  )
}
