import { day, type Language } from '@helder/words'
import type { Letter } from '../../core/mail/letter.ts'
import type { RequestKind } from './schema.ts'

/** What every letter about a request says of it. */
export interface LetterInput {
  kind: RequestKind
  /** The organisation that decides. */
  controller: string
  /** The person's own page about the request. */
  address: string
  language: Language
}

const asked: Record<RequestKind, Record<Language, string>> = {
  access: { nl: 'te zien wat er over je bewaard wordt', en: 'to see what is held about you' },
  erasure: { nl: 'je gegevens te laten wissen', en: 'to have your data erased' },
}

/** The letter that asks whether the request is really from whoever has the address. */
export function confirmLetter({ kind, controller, address, language }: LetterInput): Letter {
  return language === 'nl'
    ? {
        subject: `Bevestig je verzoek aan ${controller}`,
        paragraphs: [
          `Met dit e-mailadres is aan ${controller} gevraagd om ${asked[kind].nl}. Open de link om te bevestigen dat jij dat bent. Pas daarna gaat het verzoek naar ${controller}.`,
          'Bewaar deze mail: op dezelfde pagina zie je later hoe het ermee staat.',
        ],
        button: { label: 'Verzoek bevestigen', address },
        footer: 'Heb jij dit niet gevraagd? Dan hoef je niets te doen: zonder bevestiging gebeurt er niets.',
      }
    : {
        subject: `Confirm your request to ${controller}`,
        paragraphs: [
          `With this e-mail address ${controller} was asked ${asked[kind].en}. Open the link to confirm that it is you. Only then does the request go to ${controller}.`,
          'Keep this mail: the same page shows later how it stands.',
        ],
        button: { label: 'Confirm the request', address },
        footer:
          'Was it not you who asked? Then there is nothing you need to do: unconfirmed, nothing happens.',
      }
}

/** The letter about a request that the organisation wrote down for somebody. */
export function openedLetter({ kind, controller, address, language }: LetterInput): Letter {
  return language === 'nl'
    ? {
        subject: `Je verzoek aan ${controller}`,
        paragraphs: [
          `${controller} heeft je verzoek opgeschreven om ${asked[kind].nl}. Op deze pagina zie je hoe het ermee staat. Bewaar deze mail.`,
        ],
        button: { label: 'Verzoek bekijken', address },
        footer: 'Heb je dit niet gevraagd? Laat het de organisatie dan meteen weten.',
      }
    : {
        subject: `Your request to ${controller}`,
        paragraphs: [
          `${controller} wrote down your request ${asked[kind].en}. This page shows how it stands. Keep this mail.`,
        ],
        button: { label: 'See the request', address },
        footer: 'Did you not ask for this? Then tell the organisation at once.',
      }
}

/** The letter with a no, why, and what can be done about it. Source: GDPR art. 12(4). */
export function refusedLetter(input: LetterInput & { reason: string }): Letter {
  const { kind, controller, address, language, reason } = input
  return language === 'nl'
    ? {
        subject: `${controller} wijst je verzoek af`,
        paragraphs: [
          `Je vroeg ${controller} om ${asked[kind].nl}. Dat verzoek is afgewezen. De reden:`,
          reason,
          'Ben je het er niet mee eens? Overleg dan met de organisatie. Je kunt ook een klacht indienen bij de Autoriteit Persoonsgegevens (autoriteitpersoonsgegevens.nl) of naar de rechter gaan.',
        ],
        button: { label: 'Verzoek bekijken', address },
      }
    : {
        subject: `${controller} refuses your request`,
        paragraphs: [
          `You asked ${controller} ${asked[kind].en}. That request was refused. The reason:`,
          reason,
          'Do you disagree? Then talk with the organisation. You can also complain to the Dutch data protection authority (autoriteitpersoonsgegevens.nl) or go to court.',
        ],
        button: { label: 'See the request', address },
      }
}

/** The letter that the data can be fetched. */
export function readyLetter(input: LetterInput & { until: Date }): Letter {
  const { controller, address, language } = input
  const until = day(input.until, language)
  return language === 'nl'
    ? {
        subject: `Je gegevens bij ${controller} staan klaar`,
        paragraphs: [
          `Wat ${controller} over je bewaart staat klaar. Je kunt het ophalen tot en met ${until}; daarna wordt het bestand verwijderd.`,
        ],
        button: { label: 'Gegevens ophalen', address },
      }
    : {
        subject: `Your data at ${controller} is ready`,
        paragraphs: [
          `What ${controller} holds about you is ready. You can fetch it up to and including ${until}; after that the file is removed.`,
        ],
        button: { label: 'Fetch the data', address },
      }
}

/** The last letter: the data is being erased, and with it this letter in the outbox. */
export function erasedLetter({ controller, address, language }: LetterInput): Letter {
  return language === 'nl'
    ? {
        subject: `${controller} wist je gegevens`,
        paragraphs: [
          `${controller} heeft je verzoek goedgekeurd. Je gegevens worden nu gewist, ook je e-mailadres: dit is de laatste mail. Op deze pagina zie je zo wat er gewist is en wat er moest blijven, met de reden.`,
        ],
        button: { label: 'Bekijken wat er gewist is', address },
      }
    : {
        subject: `${controller} erases your data`,
        paragraphs: [
          `${controller} approved your request. Your data is being erased now, your e-mail address too: this is the last mail. This page will show what was erased and what had to stay, and why.`,
        ],
        button: { label: 'See what was erased', address },
      }
}

/** What a new request means for whoever must decide on it. */
export function arrivedLetter(input: {
  kind: RequestKind
  workspace: string
  dueOn: string
  address: string
  language: Language
}): Letter {
  const { kind, workspace, address, language } = input
  const due = day(`${input.dueOn}T12:00:00Z`, language)
  return language === 'nl'
    ? {
        subject: `Privacyverzoek voor ${workspace}: antwoord uiterlijk ${due}`,
        paragraphs: [
          `Iemand vraagt ${workspace} om ${kind === 'access' ? 'te zien wat er over diegene bewaard wordt' : 'gegevens te wissen'}. Het e-mailadres is bevestigd. Het antwoord moet er uiterlijk ${due} zijn.`,
        ],
        button: { label: 'Verzoek beoordelen', address },
      }
    : {
        subject: `Privacy request for ${workspace}: answer by ${due}`,
        paragraphs: [
          `Somebody asks ${workspace} ${kind === 'access' ? 'to see what is held about them' : 'to erase data'}. The e-mail address is confirmed. The answer must be there by ${due}.`,
        ],
        button: { label: 'Decide on the request', address },
      }
}
