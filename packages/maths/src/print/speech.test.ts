import { expect, test } from 'vitest'
import { readLatex } from '../read/latex.ts'
import { speak } from './speech.ts'

const raw = String.raw

test.each([
  [raw`m^2+\frac12`, 'm kwadraat plus een half', 'm squared plus one half'],
  [raw`\frac34m`, 'drie kwart keer m', 'three quarters times m'],
  [raw`\frac{m}{n}`, 'm gedeeld door n', 'm divided by n'],
  [
    raw`\frac{m+1}{m-1}`,
    'breuk teller m plus 1 noemer m min 1 einde breuk',
    'fraction numerator m plus 1 denominator m minus 1 end fraction',
  ],
  [raw`\sqrt m`, 'wortel m', 'square root of m'],
  [raw`\sqrt{m+1}`, 'wortel van m plus 1 einde wortel', 'square root of m plus 1 end root'],
  [
    raw`\left(\sqrt m\right)^2`,
    'haakje openen wortel m haakje sluiten kwadraat',
    'open bracket square root of m close bracket squared',
  ],
  [
    raw`5(m+3)^2=8`,
    '5 keer haakje openen m plus 3 haakje sluiten kwadraat is gelijk aan 8',
    '5 times open bracket m plus 3 close bracket squared equals 8',
  ],
  ['-m^2', 'min m kwadraat', 'minus m squared'],
  [raw`\sin^2 m`, 'sinus kwadraat van m', 'sine squared of m'],
  [
    raw`\sin m^2`,
    'sinus van haakje openen m kwadraat haakje sluiten',
    'sine of open bracket m squared close bracket',
  ],
  [raw`\log_2(8)`, 'logaritme met grondtal 2 van 8', 'logarithm with base 2 of 8'],
  [raw`e^{2m}`, 'e tot de macht 2 m einde macht', 'e to the power 2 m end power'],
  [raw`7.5\%`, '7,5 procent', '7.5 percent'],
  [raw`3\frac12`, '3 en een half', '3 and one half'],
  [
    raw`A<x\le 5`,
    'hoofdletter A is kleiner dan x is kleiner dan of gelijk aan 5',
    'capital A is less than x is less than or equal to 5',
  ],
  [
    raw`[1,2\rangle`,
    'interval van 1 inbegrepen tot 2 niet inbegrepen',
    'interval from 1 included to 2 excluded',
  ],
  [raw`x=1\text{ of }x=-1`, 'x is gelijk aan 1 of x is gelijk aan min 1', 'x equals 1 or x equals minus 1'],
  ["f'(x)", 'f accent van x', 'f prime of x'],
  [raw`a_{n+1}`, 'a index n plus 1 einde index', 'a sub n plus 1 end sub'],
  [
    raw`\int_0^1 x^2\,dx`,
    'integraal van 0 tot 1 van x kwadraat d x einde integraal',
    'integral from 0 to 1 of x squared d x end integral',
  ],
  [
    raw`\begin{pmatrix}1&2\\3&4\end{pmatrix}`,
    'matrix rij 1: 1, 2; rij 2: 3, 4 einde matrix',
    'matrix row 1: 1, 2; row 2: 3, 4 end matrix',
  ],
])('%s is spoken', (latex, nl, en) => {
  const reading = readLatex(latex)
  if (!reading.ok) throw new Error(latex)
  expect([speak(reading.tree, 'nl'), speak(reading.tree, 'en')]).toEqual([nl, en])
})
