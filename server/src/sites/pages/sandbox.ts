import type { RecordFacts, TemplateProblem } from '@helder/liquid'
import type {
  BundleOrder,
  MadeBundle,
  MadePage,
  Order,
  PageOrder,
  SandboxKind,
  SiteFacts,
  Wish,
  Word,
} from '@helder/sandbox/protocol'
import { type Text, text } from '@helder/words'
import { newId } from '../../core/ids.ts'
import type { Log } from '../../core/log.ts'
import { type SandboxProcess, startSandbox } from './sandbox-process.ts'

/** What a client wrote and the sandbox could not do: with its place, where that is known. */
export class SandboxFault extends Error {
  readonly problem: TemplateProblem

  constructor(problem: TemplateProblem) {
    super(problem.message.en)
    this.name = 'SandboxFault'
    this.problem = problem
  }
}

/** Where a site's files and records come from, when the sandbox asks. */
export interface SiteSource {
  /** The text of a file by its SHA-256. Asked only for files that the site's facts or the order name. */
  source(sha: string): Promise<string>
  records(collection: string): Promise<RecordFacts[]>
}

/** A site of which pages can be made, until it is closed. */
export interface SiteSession {
  /** Makes a page. Throws a SandboxFault. */
  page(order: PageOrder): Promise<MadePage>
  close(): void
}

/** How soon something is wanted: somebody looks on, or it may take its turn. */
export type Urgency = 'now' | 'later'

/** The processes that run what clients wrote: started when there is work, replaced when they misbehave. */
export interface Sandbox {
  open(facts: SiteFacts, source: SiteSource, urgency: Urgency): SiteSession
  /** What is wrong with a template, script or style by itself. */
  check(kind: SandboxKind, path: string, source: string): Promise<TemplateProblem[]>
  bundle(order: BundleOrder, source: Pick<SiteSource, 'source'>, urgency: Urgency): Promise<MadeBundle>
  stop(): Promise<void>
}

/** How many processes there are, how long a job may take, and when an idle process is let go. */
export interface SandboxOptions {
  processes: Record<SandboxKind, number>
  /** For one page, or one bundle; waiting for the server does not count. */
  jobMs: Record<SandboxKind, number>
  idleMs: number
}

const standard: SandboxOptions = {
  processes: { render: 2, bundle: 1 },
  jobMs: { render: 4000, bundle: 15_000 },
  idleMs: 5 * 60_000,
}

interface Job {
  kind: SandboxKind
  urgency: Urgency
  /** The path that is named when the job ends its process. */
  path: string
  session: OpenSession | undefined
  order(job: number): Order
  answer(wish: Wish): Promise<string | RecordFacts[] | null>
  resolve(word: Word): void
  reject(error: Error): void
}

interface OpenSession {
  id: string
  facts: SiteFacts
}

interface Worker {
  kind: SandboxKind
  process: SandboxProcess
  /** The sites that this process has been told about. */
  sessions: Set<string>
  job: { id: number; job: Job; clock: Clock } | undefined
  idle: NodeJS.Timeout | undefined
}

/** Makes the pool; no process is started before there is work. */
export function makeSandbox(log: Log, given: Partial<SandboxOptions> = {}): Sandbox {
  const pool = new Pool(log, { ...standard, ...given })
  return {
    open: (facts, source, urgency) => openSite(pool, facts, source, urgency),
    check: async (kind, path, source) => {
      const word = await pool.run({
        kind,
        urgency: 'now',
        path,
        session: undefined,
        order: job => ({ do: 'check', job, path, source }),
        answer: async () => null,
      })
      return word.say === 'checked' ? word.problems : []
    },
    async bundle(order, { source }, urgency) {
      const known = new Set(Object.values(order.files))
      const word = await pool.run({
        kind: 'bundle',
        urgency,
        path: 'assets/',
        session: undefined,
        order: job => ({ do: 'bundle', job, order }),
        answer: async wish => (wish.kind === 'source' && known.has(wish.sha) ? source(wish.sha) : null),
      })
      if (word.say !== 'bundle') throw new Error('the sandbox answered something else')
      return word.bundle
    },
    stop: () => pool.stop(),
  }
}

function openSite(pool: Pool, facts: SiteFacts, source: SiteSource, urgency: Urgency): SiteSession {
  const session = { id: newId(), facts }
  const files = new Set([...Object.values(facts.templates), ...Object.values(facts.texts)])
  const collections = new Set(facts.collections.map(({ key }) => key))
  // A sandbox gets what belongs to the site it works on; whatever else it asks for is not there.
  const answer = async (wish: Wish) => {
    if (wish.kind === 'source') return files.has(wish.sha) ? source.source(wish.sha) : null
    return collections.has(wish.collection) ? source.records(wish.collection) : null
  }
  return {
    async page(order) {
      const word = await pool.run({
        kind: 'render',
        urgency,
        path: order.template ?? 'layouts/',
        session,
        order: job => ({ do: 'page', job, session: session.id, page: order }),
        answer,
      })
      if (word.say !== 'page') throw new Error('the sandbox answered something else')
      return word.page
    },
    close: () => pool.forget(session.id),
  }
}

class Pool {
  readonly #log: Log
  readonly #options: SandboxOptions
  readonly #workers: Worker[] = []
  readonly #waiting: Job[] = []
  #stopped = false
  #jobs = 0

  constructor(log: Log, options: SandboxOptions) {
    this.#log = log
    this.#options = options
  }

  run(wanted: Omit<Job, 'resolve' | 'reject'>): Promise<Word> {
    return new Promise((resolve, reject) => {
      if (this.#stopped) {
        reject(new Error('the sandbox has stopped'))
        return
      }
      this.#waiting.push({ ...wanted, resolve, reject })
      this.#dispatch()
    })
  }

  forget(session: string): void {
    for (const worker of this.#workers) {
      if (worker.sessions.delete(session)) worker.process.send({ do: 'close', session })
    }
  }

  async stop(): Promise<void> {
    this.#stopped = true
    for (const job of this.#waiting.splice(0)) job.reject(new Error('the sandbox has stopped'))
    const workers = [...this.#workers]
    for (const worker of workers) worker.process.kill()
    await Promise.all(workers.map(worker => worker.process.ended))
  }

  // Gives each waiting job a process that has nothing to do, urgent ones first.
  #dispatch(): void {
    if (this.#stopped) return
    for (const urgency of ['now', 'later'] as const) {
      for (const job of this.#waiting.filter(candidate => candidate.urgency === urgency)) {
        const worker = this.#freeWorker(job)
        if (worker === undefined) continue
        this.#waiting.splice(this.#waiting.indexOf(job), 1)
        this.#assign(worker, job)
      }
    }
  }

  #freeWorker({ kind, urgency }: Job): Worker | undefined {
    const most = this.#options.processes[kind]
    const ofKind = this.#workers.filter(worker => worker.kind === kind)
    const busyLater = ofKind.filter(worker => worker.job?.job.urgency === 'later').length
    // One process stays for whoever looks on, however much is being built.
    if (urgency === 'later' && busyLater >= Math.max(1, most - 1)) return undefined
    return (
      ofKind.find(worker => worker.job === undefined) ??
      (ofKind.length < most ? this.#start(kind) : undefined)
    )
  }

  #start(kind: SandboxKind): Worker {
    const process = startSandbox(kind, word => this.#hear(worker, word))
    const worker: Worker = { kind, process, sessions: new Set(), job: undefined, idle: undefined }
    this.#workers.push(worker)
    process.ready.catch(() => {})
    void process.ended.then(end => this.#bury(worker, end))
    return worker
  }

  #assign(worker: Worker, job: Job): void {
    clearTimeout(worker.idle)
    worker.process.hold(true)
    const id = ++this.#jobs
    const clock = new Clock(this.#options.jobMs[job.kind], () => worker.process.kill())
    worker.job = { id, job, clock }
    worker.process.ready.then(
      () => {
        const { session } = job
        if (session && !worker.sessions.has(session.id)) {
          worker.sessions.add(session.id)
          worker.process.send({ do: 'open', session: session.id, facts: session.facts })
        }
        clock.run()
        worker.process.send(job.order(id))
      },
      () => {},
    )
  }

  #hear(worker: Worker, word: Word): void {
    const current = worker.job
    if (word.say === 'ready' || current === undefined || word.job !== current.id) return
    if (word.say === 'ask') {
      this.#answer(worker, current, word)
      return
    }
    this.#release(worker)
    if (word.say === 'fault') current.job.reject(new SandboxFault(word.problem))
    else if (word.say === 'bug') current.job.reject(new Error(`in the sandbox: ${word.message}`))
    else current.job.resolve(word)
    this.#dispatch()
  }

  #answer(worker: Worker, current: NonNullable<Worker['job']>, { ask, wish }: Word & { say: 'ask' }): void {
    current.clock.pause()
    current.job.answer(wish).then(
      value => {
        worker.process.send({ do: 'answer', ask, value })
        current.clock.run()
      },
      error => {
        // The job in the process would wait for an answer that does not come.
        this.#discard(worker)
        current.clock.stop()
        current.job.reject(error)
        this.#dispatch()
      },
    )
  }

  #release(worker: Worker): void {
    worker.job?.clock.stop()
    worker.job = undefined
    worker.process.hold(false)
    worker.idle = setTimeout(() => this.#discard(worker), this.#options.idleMs).unref()
  }

  // From here on it gets no work, however long it takes to end.
  #discard(worker: Worker): void {
    clearTimeout(worker.idle)
    worker.job = undefined
    const index = this.#workers.indexOf(worker)
    if (index !== -1) this.#workers.splice(index, 1)
    worker.process.kill()
  }

  // A job that ended its process is not tried on another one: it would end that too.
  #bury(worker: Worker, end: { signal: string | null; code: number | null }): void {
    const { job: current } = worker
    this.#discard(worker)
    if (current === undefined) return
    const { ranOut } = current.clock
    current.clock.stop()
    this.#log.warn({ kind: worker.kind, ranOut, signal: end.signal, code: end.code }, 'a sandbox ended')
    if (!current.clock.started) current.job.reject(new Error('the sandbox does not start'))
    else current.job.reject(new SandboxFault(endedBy(current.job, ranOut)))
    this.#dispatch()
  }
}

function endedBy({ path, kind }: Job, ranOut: boolean): TemplateProblem {
  return { path, line: 1, column: 1, message: endings[kind][ranOut ? 'time' : 'memory'] }
}

const endings: Record<SandboxKind, { time: Text; memory: Text }> = {
  render: {
    time: text(
      'Deze pagina kostte te veel tijd en is gestopt. Kijk of er een lus in staat die niet ophoudt.',
      'This page took too much time and was stopped. See whether it has a loop that does not end.',
    ),
    memory: text(
      'Deze pagina kostte te veel geheugen en is gestopt. Toon minder tegelijk.',
      'This page took too much memory and was stopped. Show less at once.',
    ),
  },
  bundle: {
    time: text(
      'Het bouwen van de scripts en stijlen kostte te veel tijd en is gestopt.',
      'Building the scripts and styles took too much time and was stopped.',
    ),
    memory: text(
      'Het bouwen van de scripts en stijlen kostte te veel geheugen en is gestopt.',
      'Building the scripts and styles took too much memory and was stopped.',
    ),
  },
}

/** Counts the time that a job takes by itself; stands still while it waits for the server. */
class Clock {
  ranOut = false
  started = false
  readonly #over: () => void
  #leftMs: number
  #since: number | undefined
  #timer: NodeJS.Timeout | undefined
  #pauses = 1

  constructor(leftMs: number, over: () => void) {
    this.#leftMs = leftMs
    this.#over = over
  }

  /** Goes on, once every pause has ended; it begins with one. */
  run(): void {
    this.started = true
    this.#pauses -= 1
    if (this.#pauses > 0) return
    this.#since = performance.now()
    this.#timer = setTimeout(() => {
      this.ranOut = true
      this.#over()
    }, this.#leftMs)
  }

  pause(): void {
    this.#pauses += 1
    if (this.#since !== undefined) this.#leftMs -= performance.now() - this.#since
    this.#since = undefined
    clearTimeout(this.#timer)
  }

  /** Ends for good. */
  stop(): void {
    this.#pauses = Number.POSITIVE_INFINITY
    clearTimeout(this.#timer)
  }
}
