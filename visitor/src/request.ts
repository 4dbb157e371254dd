import type { Reply } from '@helder/client'
import type { ErasureProof, visitorRequests } from '@helder/server/privacy/requests/schema'
import { day, moment } from '@helder/words'
import { type Child, make, notice, show } from './dom.ts'
import { formOf } from './form-of.ts'
import { addStyle } from './style.ts'
import { call, download, language, linkTrouble, spoken, Trouble } from './talk.ts'

type Contracts = typeof visitorRequests
type Request = Reply<Contracts['look']>

const texts = spoken({
  access: { nl: 'Verzoek om inzage', en: 'Request to see your data' },
  erasure: { nl: 'Verzoek om gegevens te wissen', en: 'Request to erase your data' },
  confirmAbout: {
    nl: 'Bevestig dat dit verzoek van jou komt. Vanaf dan loopt de termijn van een maand.',
    en: 'Confirm that this request is yours. The term of one month runs from then.',
  },
  confirm: { nl: 'Ja, dit verzoek is van mij', en: 'Yes, this request is mine' },
  confirming: { nl: 'Een ogenblik …', en: 'One moment …' },
  noAnswer: { nl: 'De pagina kon niet geladen worden', en: 'The page could not be loaded' },
  again: { nl: 'Opnieuw proberen', en: 'Try again' },
  broken: { nl: 'Deze link werkt niet', en: 'This link does not work' },
  another: { nl: 'Doe een nieuw verzoek', en: 'Make a new request' },
  number: { nl: 'Nummer', en: 'Number' },
  to: { nl: 'Gericht aan', en: 'Made to' },
  received: { nl: 'Ontvangen', en: 'Received' },
  due: { nl: 'Antwoord uiterlijk', en: 'Answer by' },
  waiting: {
    nl: 'Je verzoek is bevestigd. De organisatie bekijkt het; op deze pagina zie je wat ermee gebeurt. Bewaar de link.',
    en: 'Your request is confirmed. The organisation looks at it; this page shows what happens. Keep the link.',
  },
  approved: {
    nl: 'Je verzoek is goedgekeurd en wordt nu uitgevoerd.',
    en: 'Your request is approved and is being carried out.',
  },
  refused: {
    nl: 'De organisatie heeft je verzoek afgewezen:',
    en: 'The organisation has refused your request:',
  },
  complain: {
    nl: 'Ben je het er niet mee eens? Je kunt een klacht indienen bij de Autoriteit Persoonsgegevens, of naar de rechter gaan.',
    en: 'Do you disagree? You can complain to the Dutch data protection authority (Autoriteit Persoonsgegevens), or go to court.',
  },
  lapsed: {
    nl: 'Je gegevens zijn intussen gewist, op een ander verzoek van jou. Dit verzoek is daarmee vervallen.',
    en: 'Your data was erased since, by another request of yours. With that this request has lapsed.',
  },
  failed: {
    nl: 'Er ging iets mis bij de uitvoering. De organisatie weet ervan; je hoeft niets te doen.',
    en: 'Something went wrong in carrying it out. The organisation knows; there is nothing you need to do.',
  },
  ready: { nl: 'Je gegevens staan klaar.', en: 'Your data is ready.' },
  until: {
    nl: (when: string) => `Je kunt ze ophalen tot ${when}.`,
    en: (when: string) => `You can fetch it until ${when}.`,
  },
  fetch: { nl: 'Gegevens downloaden', en: 'Download your data' },
  fetching: { nl: 'Bezig met ophalen …', en: 'Fetching …' },
  gone: {
    nl: 'De termijn om ze op te halen is voorbij. Doe een nieuw verzoek als je ze nog wilt.',
    en: 'The time to fetch it is over. Make a new request if you still want it.',
  },
  erased: { nl: 'Je gegevens zijn gewist.', en: 'Your data is erased.' },
  proof: { nl: 'Het bewijs', en: 'The proof' },
  where: { nl: 'Waar', en: 'Where' },
  found: { nl: 'Gevonden', en: 'Found' },
  erasedCount: { nl: 'Gewist', en: 'Erased' },
  stayed: { nl: 'Gebleven', en: 'Stayed' },
  scan: {
    nl: (rows: string, objects: string, left: string) =>
      `Daarna zijn ${rows} rijen en ${objects} bestanden doorzocht. Er is ${left === '0' ? 'niets' : left} van je teruggevonden.`,
    en: (rows: string, objects: string, left: string) =>
      `After that ${rows} rows and ${objects} files were searched. ${left === '0' ? 'Nothing' : left} of yours was found.`,
  },
  ledger: { nl: 'Grootboek van wissingen', en: 'Ledger of erasures' },
  entry: { nl: (sequence: string) => `regel ${sequence}`, en: (sequence: string) => `entry ${sequence}` },
  repeated: {
    nl: (when: string, again: string) =>
      `Op ${when} is een reservekopie teruggezet. Daarna is ${again === '0' ? 'opnieuw gekeken: er was niets van je' : `${again} keer iets van je opnieuw gewist`}.`,
    en: (when: string, again: string) =>
      `On ${when} a backup was restored. After that ${again === '0' ? 'it was checked again: there was nothing of yours' : `${again} things of yours were erased again`}.`,
  },
})

// No answer, or one that says nothing about the request: it may be another the next time.
function isPassing(error: unknown): boolean {
  return error instanceof Trouble && (error.status === 0 || error.status >= 500 || error.status === 429)
}

const answered = new Set(['done', 'refused', 'lapsed'])
const stillMoving = new Set(['waiting', 'approved', 'working'])

/** `<helder-request>`: how a request stands, the data when it is ready, the proof when it is erased. */
class HelderRequest extends HTMLElement {
  private secret = ''
  private timer: ReturnType<typeof setTimeout> | undefined

  async connectedCallback(): Promise<void> {
    addStyle()
    this.secret = location.hash.slice(1)
    await this.refresh()
  }

  disconnectedCallback(): void {
    clearTimeout(this.timer)
  }

  private async refresh(shown?: string): Promise<void> {
    try {
      const request = await call<Contracts['look']>('POST', '/privacy/requests/look', { secret: this.secret })
      // A page that is read aloud must not begin anew while nothing has changed.
      if (request.state !== shown) show(this, this.heading(request), this.facts(request), this.body(request))
      if (stillMoving.has(request.state)) this.timer = setTimeout(() => this.refresh(request.state), 4000)
    } catch (error) {
      // What is on screen stays true for as long as the connection is gone.
      if (shown !== undefined && isPassing(error)) this.timer = setTimeout(() => this.refresh(shown), 4000)
      else this.showTrouble(error)
    }
  }

  private showTrouble(error: unknown): void {
    const again = make('button', { type: 'button', click: () => this.refresh() }, texts.again)
    const another = make('a', { href: '/_helder/privacy' }, texts.another)
    show(
      this,
      make('h1', {}, isPassing(error) ? texts.noAnswer : texts.broken),
      notice(linkTrouble(error), 'bad'),
      make('div', { class: 'helder-actions' }, isPassing(error) ? again : another),
    )
  }

  private heading(request: Request): HTMLElement {
    return make('h1', {}, request.kind === 'access' ? texts.access : texts.erasure)
  }

  private facts(request: Request): HTMLElement {
    return make(
      'dl',
      { class: 'helder-facts' },
      fact(texts.number, String(request.number)),
      fact(texts.to, request.controller),
      fact(texts.received, moment(request.receivedAt, language)),
      request.dueOn && !answered.has(request.state) ? fact(texts.due, day(request.dueOn, language)) : [],
    )
  }

  private body(request: Request): Child {
    switch (request.state) {
      case 'unverified':
        return this.confirmation()
      case 'waiting':
        return notice(texts.waiting, 'good')
      case 'approved':
      case 'working':
        return notice(texts.approved, 'good')
      case 'refused':
        return [notice(`${texts.refused} ${request.reason ?? ''}`, 'bad'), make('p', {}, texts.complain)]
      case 'lapsed':
        return notice(texts.lapsed)
      case 'failed':
        return notice(texts.failed, 'bad')
      case 'done':
        return request.kind === 'access' ? this.handover(request) : this.proofOf(request.proof)
    }
  }

  private confirmation(): Child {
    const confirm = async () => {
      await call<Contracts['confirm']>('POST', '/privacy/requests/confirm', { secret: this.secret })
      await this.refresh()
    }
    return [
      make('p', {}, texts.confirmAbout),
      formOf({ button: texts.confirm, busy: texts.confirming }, [], confirm),
    ]
  }

  private handover(request: Request): Child {
    if (request.exportUntil === null) return notice(texts.gone)
    const button = make('button', { type: 'button', click: () => this.fetchData(button) }, texts.fetch)
    return [
      notice(`${texts.ready} ${texts.until(moment(request.exportUntil, language))}`, 'good'),
      make('div', { class: 'helder-actions' }, button),
    ]
  }

  private async fetchData(button: HTMLButtonElement): Promise<void> {
    button.disabled = true
    button.textContent = texts.fetching
    try {
      const address = URL.createObjectURL(
        await download('/privacy/requests/download', { secret: this.secret }),
      )
      make('a', { href: address, download: language === 'nl' ? 'mijn-gegevens.zip' : 'my-data.zip' }).click()
      setTimeout(() => URL.revokeObjectURL(address), 60_000)
    } catch (error) {
      this.append(notice(error instanceof Error ? error.message : '', 'bad'))
    } finally {
      button.disabled = false
      button.textContent = texts.fetch
    }
  }

  private proofOf(proof: ErasureProof | null): Child {
    if (proof === null) return notice(texts.erased, 'good')
    const number = (value: number) => new Intl.NumberFormat(language).format(value)
    return [
      notice(texts.erased, 'good'),
      make('h2', {}, texts.proof),
      make(
        'table',
        { class: 'helder-table', role: 'table' },
        make(
          'thead',
          { role: 'rowgroup' },
          make(
            'tr',
            { role: 'row' },
            head(texts.where),
            head(texts.found, true),
            head(texts.erasedCount, true),
            head(texts.stayed, true),
          ),
        ),
        make(
          'tbody',
          { role: 'rowgroup' },
          proof.stores.map(store => storeRow(store, number)),
        ),
      ),
      make(
        'p',
        {},
        texts.scan(number(proof.scan.rows), number(proof.scan.objects), number(proof.scan.unexpected)),
      ),
      proof.repetitions.map(repetition =>
        notice(
          texts.repeated(moment(repetition.repeatedAt, language), number(repetition.erasedAgain)),
          'good',
        ),
      ),
      make(
        'dl',
        { class: 'helder-facts' },
        fact(texts.ledger, `${texts.entry(number(proof.sequence))}, ${moment(proof.erasedAt, language)}`),
        make('dt', {}, 'SHA-256'),
        make('dd', { class: 'helder-hash' }, proof.hash),
      ),
    ]
  }
}

function fact(term: string, value: string): Child {
  return [make('dt', {}, term), make('dd', {}, value)]
}

function head(words: string, isNumber = false): HTMLElement {
  return make('th', { scope: 'col', role: 'columnheader', class: isNumber ? 'number' : undefined }, words)
}

function storeRow(store: ErasureProof['stores'][number], number: (value: number) => string): HTMLElement {
  const reasons = store.because.map(reason => make('p', { class: 'helder-help' }, reason[language]))
  const count = (label: string, value: number) =>
    make('td', { class: 'number', 'data-label': label, role: 'cell' }, number(value))
  // Drawn as blocks on a phone, and a table all the same to whoever hears it.
  return make(
    'tr',
    { role: 'row' },
    make('th', { scope: 'row', role: 'rowheader' }, store.about[language], reasons),
    count(texts.found, store.found),
    count(texts.erasedCount, store.erased + store.blanked),
    count(texts.stayed, store.stayed),
  )
}

customElements.define('helder-request', HelderRequest)
