import { type AnyContract, type CallExtras, client, type Given, Problem, type Reply } from '@helder/client'
import { type Language, text } from '@helder/words'
import {
  type InfiniteData,
  keepPreviousData,
  MutationCache,
  QueryCache,
  QueryClient,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { useBusy } from '../ui/busy-provider.tsx'
import { useLanguage } from '../ui/language.tsx'
import type { Reading } from '../ui/loaded.tsx'
import type { MoreState } from '../ui/table/more-rows.tsx'
import { useToasts } from '../ui/toasts/toaster.tsx'
import { useWorkspaceId } from './place.tsx'
import { type Topic, topicOf, touches } from './topics.ts'

const offline = text(
  'De server antwoordt niet. Controleer de verbinding en probeer het opnieuw; wat je typte blijft staan.',
  'The server does not answer. Check the connection and try again; what you typed stays.',
)

/** Who calls: the workspace, if any, and the language of whoever reads the answer. */
interface Caller {
  workspaceId: string | undefined
  language: Language
}

/** Calls a contract once, outside React's life: in loaders. */
export function call<C extends AnyContract>(
  contract: C,
  given: Given<C>,
  { workspaceId, language }: Caller,
  extras: CallExtras = {},
): Promise<Reply<C>> {
  const speak = client({
    language,
    offline: offline[language],
    ...(workspaceId === undefined ? {} : { workspaceId }),
  })
  return speak(contract, Object.assign({}, given, extras))
}

// An error that is no Problem is a mistake of ours, and said as one.
function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  return new Problem({
    type: 'bug',
    status: 0,
    detail: error instanceof Error ? error.message : String(error),
  })
}

function problemOf(error: unknown): Problem | null {
  return error === null || error === undefined ? null : asProblem(error)
}

/** Makes the store of what was read; `onSignedOut` is called when the server no longer knows who asks. */
export function makeQueryClient(onSignedOut: () => void): QueryClient {
  const watch = (error: unknown) => {
    if (error instanceof Problem && error.kind === 'not-signed-in') onSignedOut()
  }
  return new QueryClient({
    queryCache: new QueryCache({ onError: watch }),
    mutationCache: new MutationCache({ onError: watch }),
    defaultOptions: {
      // Without a connection the answer is a sentence, not silence.
      mutations: { networkMode: 'always' },
      queries: {
        networkMode: 'always',
        // Live events tell what changed; this is for when they could not.
        staleTime: 60_000,
        retry: (count, error) =>
          count < 2 && error instanceof Problem && (error.status === 0 || error.status >= 502),
        retryDelay: count => 400 * 2 ** count,
      },
    },
  })
}

/** How a reply is kept and found again. */
export function replyOptions<C extends AnyContract>(
  contract: C,
  given: Given<C>,
  caller: Caller,
  topics: Topic[] = [topicOf(contract)],
) {
  const { workspaceId } = caller
  const realm = contract.area === 'workspace' ? workspaceId : undefined
  return queryOptions<Reply<C>>({
    queryKey: [realm ?? '', `${contract.method} ${contract.path}`, given],
    queryFn: ({ signal }) => call(contract, given, caller, { signal }),
    meta: { topics },
  })
}

/** Reads anew whatever a change in these topics touches. */
export function refresh(queries: QueryClient, topics: Topic[]): Promise<void> {
  return queries.invalidateQueries({
    predicate: ({ meta }) =>
      ((meta?.topics ?? []) as Topic[]).some(read => topics.some(changed => touches(changed, read))),
  })
}

/** How something is read. */
export interface ReadOptions {
  /** What it is about; without it, everything in its slice. Changes in it are read as they happen. */
  topics?: Topic[]
  /** False for what should not be read now, for instance because it is not allowed. */
  when?: boolean
  /** Shows the last answer while another question of the same kind is being read. */
  keepLast?: boolean
}

/** Reads a contract and keeps reading it as it changes. */
export function useReply<C extends AnyContract>(
  contract: C,
  given: Given<C>,
  { topics, when = true, keepLast = false }: ReadOptions = {},
): Reading<Reply<C>> {
  const caller = useCaller()
  const { data, error, refetch } = useQuery({
    ...replyOptions(contract, given, caller, topics),
    enabled: when,
    ...(keepLast ? { placeholderData: keepPreviousData } : {}),
  })
  return { data: data as Reply<C> | undefined, problem: problemOf(error), retry: () => void refetch() }
}

/** A list that is read in parts: its rows, and how it stands with the rest. */
export interface Rows<Row> extends Reading<Row[]> {
  more: MoreState
}

/** How a list in parts goes on. */
export interface RowsOptions<C extends AnyContract, Row> extends ReadOptions {
  rows: (reply: Reply<C>) => Row[]
  /** What is asked for the part after a last row, of a reply with so many; null where there is no more. */
  next: (last: Row, count: number, reply: Reply<C>) => Given<C> | null
}

/** Reads a list in parts. */
export function useRows<C extends AnyContract, Row>(
  contract: C,
  given: Given<C>,
  { rows, next, topics = [topicOf(contract)], when = true }: RowsOptions<C, Row>,
): Rows<Row> & { first: Reply<C> | undefined } {
  const caller = useCaller()
  const query = useInfiniteQuery<Reply<C>, Error, InfiniteData<Reply<C>>, unknown[], Given<C>>({
    queryKey: [caller.workspaceId ?? '', `rows of ${contract.path}`, given],
    // Of a page that depends on a contract the compiler no longer knows what it was given.
    queryFn: ({ pageParam, signal }) => call(contract, pageParam as Given<C>, caller, { signal }),
    initialPageParam: given,
    getNextPageParam: last => {
      const part = rows(last)
      const row = part.at(-1)
      return row === undefined ? null : next(row, part.length, last)
    },
    meta: { topics },
    enabled: when,
  })
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage, isFetchNextPageError } = query
  return {
    data: data?.pages.flatMap(rows),
    first: data?.pages[0],
    problem: data === undefined ? problemOf(error) : null,
    retry: () => void refetch(),
    more: {
      isMore: hasNextPage,
      isLoading: isFetchingNextPage,
      problem: isFetchNextPageError ? problemOf(error) : null,
      load: () => void fetchNextPage(),
    },
  }
}

/** How a call ended. */
export type Outcome<R> = { ok: true; reply: R } | { ok: false; problem: Problem }

/** A contract that can be called from a button or a form. */
export interface Calling<C extends AnyContract> {
  /** Calls; never rejects. */
  call(given: Given<C> & CallExtras): Promise<Outcome<Reply<C>>>
  isBusy: boolean
  /** What was wrong the last time, for the form that asked. */
  problem: Problem | null
  /** Forgets what was wrong. */
  forget(): void
}

/** How a call is made. */
export interface CallOptions {
  /** What it changes besides everything in its slice. */
  changes?: Topic[]
  /** What is happening, said when it takes more than a second. */
  doing?: string
  /** Leaves a screen that the call makes an end to, before what changed is read anew. */
  leave?: (() => Promise<void>) | undefined
  /** Where a problem is shown: as a notice that passes, or by the form that asked. */
  problems?: 'toast' | 'form'
}

/** Makes a contract callable; afterwards everything that it touches is read anew. */
export function useCall<C extends AnyContract>(
  contract: C,
  { changes = [], doing, leave, problems = 'toast' }: CallOptions = {},
): Calling<C> {
  const caller = useCaller()
  const queries = useQueryClient()
  const toasts = useToasts()
  const busy = useBusy()
  const mutation = useMutation<Reply<C>, unknown, Given<C> & CallExtras>({
    mutationFn: given => call(contract, given, caller),
  })
  const attempt: Calling<C>['call'] = async given => {
    try {
      const work = mutation.mutateAsync(given)
      const reply = await (doing ? busy.during(doing, work) : work)
      await leave?.()
      // Whoever goes on sees what changed: the lists are read before the dialog closes.
      await refresh(queries, [topicOf(contract), ...changes])
      return { ok: true, reply }
    } catch (error) {
      const problem = asProblem(error)
      if (problems === 'toast') toasts.problem(problem.message)
      return { ok: false, problem }
    }
  }
  const problem = mutation.error === null ? null : asProblem(mutation.error)
  return { call: attempt, isBusy: mutation.isPending, problem, forget: mutation.reset }
}

/** Who calls from here. */
export function useCaller(): Caller {
  return { workspaceId: useWorkspaceId(), language: useLanguage() }
}
