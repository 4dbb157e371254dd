import type { Language } from '@helder/words'
import type { Letter } from '../mail/letter.ts'
import type { LinkPurpose } from './rules.ts'

/** What a letter with a link needs to know. */
export interface LinkLetterInput {
  purpose: LinkPurpose
  name: string
  /** Where one signs in with it: the name of the installation or of the site's organisation. */
  place: string
  address: string
  language: Language
}

/** The letter that brings a link. */
export function linkLetter({ purpose, name, place, address, language }: LinkLetterInput): Letter {
  const words = letters[language][purpose]
  return {
    subject: words.subject(place),
    greeting: language === 'nl' ? `Dag ${name},` : `Hello ${name},`,
    paragraphs: words.paragraphs(place),
    button: { label: words.button, address },
    footer:
      language === 'nl'
        ? 'Vroeg je hier niet om? Dan hoef je niets te doen.'
        : 'Did you not ask for this? Then there is nothing you need to do.',
  }
}

type Words = { subject: (place: string) => string; paragraphs: (place: string) => string[]; button: string }

const letters: Record<Language, Record<LinkPurpose, Words>> = {
  nl: {
    'sign-in': {
      subject: place => `Je link om aan te melden bij ${place}`,
      paragraphs: place => [
        `Met deze link meld je je aan bij ${place}. Hij werkt één keer, twintig minuten lang.`,
      ],
      button: 'Aanmelden',
    },
    'set-password': {
      subject: place => `Een nieuw wachtwoord voor ${place}`,
      paragraphs: () => ['Met deze link kies je een nieuw wachtwoord. Hij werkt één keer, een uur lang.'],
      button: 'Wachtwoord kiezen',
    },
    verify: {
      subject: place => `Bevestig je e-mailadres voor ${place}`,
      paragraphs: place => [
        `Er is met dit adres een account gemaakt bij ${place}. Met deze link bevestig je dat het van jou is.`,
      ],
      button: 'Adres bevestigen',
    },
    'change-email': {
      subject: place => `Bevestig je nieuwe e-mailadres voor ${place}`,
      paragraphs: place => [
        `Met deze link wordt dit adres het adres van je account bij ${place}. Hij werkt één keer, een uur lang.`,
      ],
      button: 'Nieuw adres bevestigen',
    },
  },
  en: {
    'sign-in': {
      subject: place => `Your link to sign in to ${place}`,
      paragraphs: place => [`This link signs you in to ${place}. It works once, for twenty minutes.`],
      button: 'Sign in',
    },
    'set-password': {
      subject: place => `A new password for ${place}`,
      paragraphs: () => ['With this link you choose a new password. It works once, for an hour.'],
      button: 'Choose a password',
    },
    verify: {
      subject: place => `Confirm your e-mail address for ${place}`,
      paragraphs: place => [
        `An account was made with this address at ${place}. This link confirms that it is yours.`,
      ],
      button: 'Confirm address',
    },
    'change-email': {
      subject: place => `Confirm your new e-mail address for ${place}`,
      paragraphs: place => [
        `With this link this becomes the address of your account at ${place}. It works once, for an hour.`,
      ],
      button: 'Confirm new address',
    },
  },
}

/** The letter to somebody who makes an account with an address that has one already. */
export function accountExistsLetter(
  name: string,
  place: string,
  address: string,
  language: Language,
): Letter {
  return language === 'nl'
    ? {
        subject: `Je hebt al een account bij ${place}`,
        greeting: `Dag ${name},`,
        paragraphs: [
          `Iemand wilde met dit adres een account maken bij ${place}. Dat heb je al. Met deze link meld je je aan.`,
        ],
        button: { label: 'Aanmelden', address },
        footer: 'Was jij dit niet? Dan hoef je niets te doen.',
      }
    : {
        subject: `You already have an account at ${place}`,
        greeting: `Hello ${name},`,
        paragraphs: [
          `Somebody wanted to make an account at ${place} with this address. You have one already. This link signs you in.`,
        ],
        button: { label: 'Sign in', address },
        footer: 'Was this not you? Then there is nothing you need to do.',
      }
}

/** The letter to the old address when an account moves to a new one. */
export function emailChangedLetter(name: string, place: string, language: Language): Letter {
  return language === 'nl'
    ? {
        subject: `Het e-mailadres van je account bij ${place} is veranderd`,
        greeting: `Dag ${name},`,
        paragraphs: [
          `Je account bij ${place} heeft nu een ander e-mailadres. Deed je dat niet zelf? Antwoord dan op deze mail.`,
        ],
      }
    : {
        subject: `The e-mail address of your account at ${place} has changed`,
        greeting: `Hello ${name},`,
        paragraphs: [
          `Your account at ${place} now has another e-mail address. Did you not do this yourself? Then answer this mail.`,
        ],
      }
}
