/** Words in both languages, as `key: Dutch | English`. */
export const words = table(`
open: haakje openen | open bracket
close: haakje sluiten | close bracket
+: plus | plus
-: min | minus
pm: plus of min | plus or minus
times: keer | times
over: gedeeld door | divided by
fraction: breuk teller | fraction numerator
denominator: noemer | denominator
endFraction: einde breuk | end fraction
squared: kwadraat | squared
cubed: tot de derde | cubed
power: tot de macht | to the power
endPower: einde macht | end power
and: en | and
or: of | or
not: niet | not
=: is gelijk aan | equals
#: is niet gelijk aan | is not equal to
<: is kleiner dan | is less than
<=: is kleiner dan of gelijk aan | is less than or equal to
>: is groter dan | is greater than
>=: is groter dan of gelijk aan | is greater than or equal to
approx: is ongeveer gelijk aan | is approximately equal to
similar: is gelijkvormig met | is similar to
congruent: is congruent met | is congruent to
equiv: is equivalent met | is equivalent to
proportional: is evenredig met | is proportional to
perpendicular: staat loodrecht op | is perpendicular to
parallel: is evenwijdig met | is parallel to
in: is element van | is an element of
notin: is geen element van | is not an element of
subset: is een deelverzameling van | is a subset of
subseteq: is een deelverzameling van of gelijk aan | is a subset of or equal to
implies: dan geldt | implies
xnor: geldt precies als | if and only if
define: is gedefinieerd als | is defined as
union: verenigd met | union
intersection: doorsnede met | intersection
setminus: zonder | without
sqrt: wortel | square root of
sqrtOf: wortel van | square root of
endRoot: einde wortel | end root
cube: derdemachtswortel van | cube root of
root: machtswortel van | root of
degreeOf: met wortelexponent | with index
abs: absolute waarde van | absolute value of
endAbs: einde absolute waarde | end absolute value
floor: naar beneden afgerond | floor of
endFloor: einde afronding | end floor
ceiling: naar boven afgerond | ceiling of
endCeiling: einde afronding | end ceiling
conjugate: geconjugeerde van | conjugate of
endConjugate: einde geconjugeerde | end conjugate
log: logaritme | logarithm
base: met grondtal | with base
of: van | of
factorial: faculteit | factorial
percent: procent | percent
degree: graden | degrees
list: lijst | list
endList: einde lijst | end list
set: verzameling | set
endSet: einde verzameling | end set
emptySet: lege verzameling | empty set
tuple: punt | point
endTuple: einde punt | end point
matrix: matrix | matrix
row: rij | row
endMatrix: einde matrix | end matrix
interval: interval van | interval from
to: tot | to
including: inbegrepen | included
excluding: niet inbegrepen | excluded
index: index | sub
endIndex: einde index | end sub
prime: accent | prime
inverse: inverse | inverse
capital: hoofdletter | capital
diff: afgeleide naar | derivative with respect to
integral: integraal | integral
from: van | from
endIntegral: einde integraal | end integral
sum: som voor | sum for
product: product voor | product for
endSum: einde som | end sum
endProduct: einde product | end product
limit: limiet voor | limit as
goes: naar | goes to
plus: van boven | from above
minus: van beneden | from below
if: als | if
else: anders | otherwise
endCases: einde gevallen | end cases
inf: oneindig | infinity
minf: min oneindig | minus infinity
true: waar | true
false: onwaar | false
all: alle waarden | all values
none: geen waarden | no values
half: half | half
halves: halven | halves
quarter: kwart | quarter
quarters: kwart | quarters
third: derde | third
thirds: derde | thirds
fifth: vijfde | fifth
fifths: vijfde | fifths
sixth: zesde | sixth
sixths: zesde | sixths
eighth: achtste | eighth
eighths: achtste | eighths
tenth: tiende | tenth
tenths: tiende | tenths
sin: sinus | sine
cos: cosinus | cosine
tan: tangens | tangent
cot: cotangens | cotangent
sec: secans | secant
csc: cosecans | cosecant
asin: arcsinus | arc sine
acos: arccosinus | arc cosine
atan: arctangens | arc tangent
acot: arccotangens | arc cotangent
asec: arcsecans | arc secant
acsc: arccosecans | arc cosecant
sinh: sinus hyperbolicus | hyperbolic sine
cosh: cosinus hyperbolicus | hyperbolic cosine
tanh: tangens hyperbolicus | hyperbolic tangent
ln: natuurlijke logaritme | natural logarithm
exp: e-macht | exponential
gcd: grootste gemene deler | greatest common divisor
lcm: kleinste gemene veelvoud | least common multiple
max: maximum | maximum
min: minimum | minimum
mod: rest | remainder
signum: teken | sign
alpha: alfa | alpha
beta: bèta | beta
theta: thèta | theta
phi: fi | phi
eta: èta | eta
zeta: zèta | zeta
`)

/** Words of one language by their key. */
export type Words = Readonly<Record<string, string>>

function table(lines: string): { nl: Words; en: Words } {
  const rows = lines
    .trim()
    .split('\n')
    .map(line => /^(\S+): (.*) \| (.*)$/.exec(line) ?? [])
  const column = (k: number) => Object.fromEntries(rows.map(row => [row[1] ?? '', row[k] ?? '']))
  return { nl: column(2), en: column(3) }
}

/** Small numbers as words. */
export const counted = {
  nl: ['', 'een', 'twee', 'drie', 'vier', 'vijf', 'zes', 'zeven', 'acht', 'negen'],
  en: ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'],
}

/** English names of parts by what they divide by: half, third. */
export const parts: Readonly<Record<string, string>> = {
  2: 'half',
  3: 'third',
  4: 'quarter',
  5: 'fifth',
  6: 'sixth',
  8: 'eighth',
  10: 'tenth',
}
