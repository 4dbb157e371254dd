import type { IncomingHttpHeaders } from 'node:http'
import type { Readable } from 'node:stream'
import type { AnyContract, Contract, Reply } from '@helder/client'
import type { z } from 'zod'
import type { Ctx } from '../ctx.ts'

/** Who may call a route: members with a permission, anyone signed in, or everyone; the last two say why. */
export type Access = { permission: string } | { signedIn: string } | { public: string }

/** Opens a route to everyone; the reason is for whoever reads the list of open routes. */
export function open(reason: string): Access {
  return { public: reason }
}

/** Opens a route to whoever is signed in where the route lives; for reasons see `open`. */
export function signedIn(reason: string): Access {
  return { signedIn: reason }
}

/** What a route needs to know of HTTP, and the few things it may do with it. */
export interface Http {
  requestId: string
  /** The address that the request came from, for counting tries; it is never stored. */
  ip: string
  headers: IncomingHttpHeaders
  /** The site that was asked, in the area `visitor`. */
  siteId: string | undefined
  /** Whether the host that was asked is a preview, where nothing is kept. */
  preview: boolean
  /** The origin that was asked: `http://studio.localhost:4000`. */
  origin: string
  /** The secret of the session, if the request brought one. */
  sessionToken: string | undefined
  /** Signs the browser in, or out with null. */
  setSession(token: string | null): void
  /** The bytes of an upload, at most as many as the contract allows. */
  upload(): Promise<Buffer>
}

/** What a route answers when JSON does not fit: bytes, a stream, or a page with a status of its own. */
export class Answer {
  readonly body: Buffer | string | Readable
  readonly headers: Record<string, string>
  readonly status: number

  constructor(body: Buffer | string | Readable, headers: Record<string, string>, status = 200) {
    this.body = body
    this.headers = headers
    this.status = status
  }
}

/** What comes in, checked against the contract. */
export interface Input<C extends AnyContract> {
  params: C extends Contract<infer P, infer _Q, infer _B, infer _R> ? z.output<P> : never
  query: C extends Contract<infer _P, infer Q, infer _B, infer _R> ? z.output<Q> : never
  body: C extends Contract<infer _P, infer _Q, infer B, infer _R> ? z.output<B> : never
}

/** A contract with what answers it. */
export interface Route {
  contract: AnyContract
  access: Access
  handle(ctx: Ctx, input: Input<AnyContract>, http: Http): Promise<unknown>
}

/** Binds a contract to who may call it and to what answers it. */
export function route<C extends AnyContract>(
  contract: C,
  access: Access | string,
  handle: (ctx: Ctx, input: Input<C>, http: Http) => Promise<Reply<C> | Answer>,
): Route {
  return {
    contract,
    access: typeof access === 'string' ? { permission: access } : access,
    handle: handle as Route['handle'],
  }
}
