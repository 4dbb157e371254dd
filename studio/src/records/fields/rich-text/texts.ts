import { text } from '@helder/words'

/** The words around formatted text. */
export const texts = {
  tools: { nl: (name: string) => `Opmaak van ${name}`, en: (name: string) => `Formatting of ${name}` },
  kind: text('Soort alinea', 'Kind of paragraph'),
  paragraph: text('Gewone tekst', 'Plain text'),
  heading2: text('Kop', 'Heading'),
  heading3: text('Tussenkop', 'Subheading'),
  heading4: text('Kleine kop', 'Small heading'),
  codeBlock: text('Codeblok', 'Code block'),
  bold: text('Vet', 'Bold'),
  italic: text('Cursief', 'Italic'),
  underline: text('Onderstreept', 'Underlined'),
  bulletList: text('Lijst met punten', 'List with bullets'),
  orderedList: text('Genummerde lijst', 'Numbered list'),
  blockquote: text('Citaat', 'Quotation'),
  line: text('Scheidingslijn', 'Dividing line'),
  link: text('Link maken of veranderen', 'Make or change a link'),
  picture: text('Plaatje', 'Picture'),
  undo: text('Ongedaan maken', 'Undo'),
  redo: text('Opnieuw doen', 'Redo'),
  address: text('Adres van de link', 'Address of the link'),
  apply: text('Link maken', 'Make link'),
  unlink: text('Link weghalen', 'Take link away'),
  cancel: text('Niet doen', 'Cancel'),
  wrongAddress: text(
    'Begin met https://, mailto:, tel: of, voor een eigen pagina, met /.',
    'Begin with https://, mailto:, tel: or, for a page of your own, with /.',
  ),
  removePicture: text('Plaatje weghalen', 'Take picture away'),
} as const
