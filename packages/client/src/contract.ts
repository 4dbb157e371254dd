import type { z } from 'zod'

/** The HTTP methods that a contract may have. */
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/**
 * Where an address lives, and with it who is asked to sign in:
 * - `workspace`: below /api/w/:workspaceId, for members;
 * - `account`: below /api, for anyone who is signed in to the platform;
 * - `open`: below /api, for everyone;
 * - `visitor`: below /_helder on a client's own site, for its visitors and signed-in customers.
 */
export type Area = 'workspace' | 'account' | 'open' | 'visitor'

/** What one address of the interface takes and gives: read by the server, the client and the documentation. */
export interface Contract<
  Params extends z.ZodObject = z.ZodObject,
  Query extends z.ZodObject = z.ZodObject,
  Body extends z.ZodType = z.ZodType,
  Reply extends z.ZodType = z.ZodType,
> {
  area: Area
  method: Method
  /** The path below its area, with parameters as `:name` and a last `*` for the rest. */
  path: string
  /** One sentence for the documentation of the interface. */
  about: string
  params?: Params
  query?: Query
  /** Absent: no body. A `z.file()`-like upload is declared with `upload` instead. */
  body?: Body
  /** Raw bytes come in, of at most this size. */
  uploadBytes?: number
  /** Absent: 204, nothing comes back. */
  reply?: Reply
  /** The reply is bytes rather than JSON: a download, or a stream of events. */
  download?: string
}

/** States a contract. */
export function contract<
  Params extends z.ZodObject = z.ZodObject<Record<never, never>>,
  Query extends z.ZodObject = z.ZodObject<Record<never, never>>,
  Body extends z.ZodType = z.ZodUndefined,
  Reply extends z.ZodType = z.ZodVoid,
>(stated: Contract<Params, Query, Body, Reply>): Contract<Params, Query, Body, Reply> {
  return stated
}

/** Any contract. */
// biome-ignore lint/suspicious/noExplicitAny: parameters of a contract are contravariant, so unknown fits none
export type AnyContract = Contract<any, any, any, any>

/** What a caller gives for a contract. */
export type Given<C extends AnyContract> =
  C extends Contract<infer P, infer Q, infer B, infer _R>
    ? Part<'params', z.input<P>> & Part<'query', z.input<Q>> & Part<'body', z.input<B>>
    : never

/** What a contract gives back. */
export type Reply<C extends AnyContract> =
  C extends Contract<infer _P, infer _Q, infer _B, infer R> ? z.output<R> : never

// A part that may be left out altogether, because it is empty or all of it is optional, is optional.
type Part<K extends string, T> = T extends undefined
  ? { [P in K]?: undefined }
  : Record<never, never> extends T
    ? { [P in K]?: T }
    : { [P in K]: T }
