import type { Language } from '@helder/words'
import type { Letter } from '../../core/mail/letter.ts'

/** The letter that says that a form was filled in. What was filled in stays in the studio. */
export function submissionLetter(
  form: string,
  workspace: string,
  address: string,
  language: Language,
): Letter {
  return language === 'nl'
    ? {
        subject: `Nieuwe inzending: ${form}`,
        paragraphs: [
          `Iemand heeft het formulier ‘${form}’ van ${workspace} ingevuld. In de studio lees je wat er staat.`,
        ],
        button: { label: 'Inzending lezen', address },
        footer: 'Wat iemand invult staat niet in deze mail, zodat het nergens blijft liggen.',
      }
    : {
        subject: `New submission: ${form}`,
        paragraphs: [`Somebody filled in the form ‘${form}’ of ${workspace}. You can read it in the studio.`],
        button: { label: 'Read the submission', address },
        footer: 'What somebody fills in is not in this mail, so that it is not left lying anywhere.',
      }
}
