/** What went wrong in a step and what holds instead, by the name of the mistake. It never gives the answer. */
export const mistakeTexts: Readonly<Record<string, { readonly nl: string; readonly en: string }>> = {
  minusFirstOnly: {
    nl: 'Een min voor haakjes geldt voor elke term tussen de haakjes, niet alleen voor de eerste: -(a+b) is -a-b.',
    en: 'A minus before brackets holds for every term inside them, not only for the first: -(a+b) is -a-b.',
  },
  minusTimesBracket: {
    nl: 'De min hoort bij de factor voor de haakjes. Elke term wordt dus met het negatieve getal vermenigvuldigd, en min maal min is plus.',
    en: 'The minus belongs to the factor before the brackets. So each term is multiplied by the negative number, and minus times minus is plus.',
  },
  minusBeforeFraction: {
    nl: 'Een breukstreep werkt als haakjes. De min voor de breuk geldt voor de hele teller.',
    en: 'A fraction bar works as brackets do. The minus before the fraction holds for the whole numerator.',
  },
  multiplyFirstOnly: {
    nl: 'De factor voor de haakjes hoort bij elke term tussen de haakjes: a(b+c) is ab+ac.',
    en: 'The factor before the brackets goes with every term inside them: a(b+c) is ab+ac.',
  },
  multiplyFactorsAdded: {
    nl: 'De factor voor de haakjes wordt met elke term vermenigvuldigd. Bij één van de termen is opgeteld.',
    en: 'The factor before the brackets multiplies every term. With one of the terms it was added.',
  },
  squareOfSum: {
    nl: 'Een macht van een som is niet de som van de machten. (a+b)² is (a+b)(a+b): daar komt ook 2ab uit.',
    en: 'A power of a sum is not the sum of the powers. (a+b)² is (a+b)(a+b): that gives 2ab as well.',
  },
  squareOfDifference: {
    nl: 'Het kwadraat van een verschil is niet het verschil van de kwadraten. (a-b)² is (a-b)(a-b): er is een middelste term, en de laatste is positief.',
    en: 'The square of a difference is not the difference of the squares. (a-b)² is (a-b)(a-b): there is a middle term, and the last one is positive.',
  },
  middleTermOnce: {
    nl: 'De middelste term van (a+b)² is het dubbele product, 2ab: het product komt twee keer voor.',
    en: 'The middle term of (a+b)² is the double product, 2ab: the product occurs twice.',
  },
  squareLastNegative: {
    nl: 'De laatste term van (a-b)² is (-b)², en een kwadraat is nooit negatief.',
    en: 'The last term of (a-b)² is (-b)², and a square is never negative.',
  },
  middleTermSign: {
    nl: 'Het dubbele product heeft hetzelfde teken als het teken tussen de haakjes.',
    en: 'The double product has the same sign as the one inside the brackets.',
  },
  firstAndLastOnly: {
    nl: 'Bij (a+b)(c+d) wordt elke term met elke term vermenigvuldigd: dat zijn vier producten, niet twee.',
    en: 'In (a+b)(c+d) every term is multiplied by every term: those are four products, not two.',
  },
  productForgotten: {
    nl: 'Eén van de vier producten ontbreekt. Bij (a+b)(c+d) wordt elke term met elke term vermenigvuldigd.',
    en: 'One of the four products is missing. In (a+b)(c+d) every term is multiplied by every term.',
  },
  productSigns: {
    nl: 'Bij het vermenigvuldigen van de haakjes klopt een teken niet. Plus maal min is min, en min maal min is plus.',
    en: 'In multiplying the brackets a sign is not right. Plus times minus is minus, and minus times minus is plus.',
  },
  conjugateSum: {
    nl: '(a+b)(a-b) is het verschil van de kwadraten: b maal -b is negatief.',
    en: '(a+b)(a-b) is the difference of the squares: b times -b is negative.',
  },
  minusTimesMinus: {
    nl: 'Min maal min is plus, en min gedeeld door min ook.',
    en: 'Minus times minus is plus, and so is minus divided by minus.',
  },
  minusMinus: {
    nl: 'Een negatief getal aftrekken is hetzelfde als optellen: a-(-b) is a+b.',
    en: 'Subtracting a negative number is the same as adding: a-(-b) is a+b.',
  },
  squareOfNegative: {
    nl: 'Staat de min binnen de haakjes, dan doet hij mee met de macht. Een even macht van een negatief getal is positief.',
    en: 'A minus inside the brackets takes part in the power. An even power of a negative number is positive.',
  },
  minusOutsidePower: {
    nl: 'Zonder haakjes gaat de macht voor de min: -a² is het tegengestelde van a².',
    en: 'Without brackets the power comes before the minus: -a² is the opposite of a².',
  },
  bracketBeforePower: {
    nl: 'De macht hoort alleen bij de haakjes. Werk eerst de macht uit, en vermenigvuldig daarna.',
    en: 'The power belongs to the brackets only. Work out the power first, and multiply after that.',
  },
  factorLeavesNothing: {
    nl: 'Haal je een hele term buiten haakjes, dan blijft er op zijn plaats 1 over en niet 0.',
    en: 'When a whole term is taken out of the brackets, 1 stays in its place and not 0.',
  },
  signSlip: {
    nl: 'Eén van de termen heeft van teken gewisseld, zonder dat daar een reden voor is.',
    en: 'One of the terms has changed its sign, and nothing asks for that.',
  },
  exponentsAddedInSum: {
    nl: 'Bij optellen van gelijksoortige termen blijft de macht dezelfde. Exponenten tel je op bij vermenigvuldigen.',
    en: 'When like terms are added the power stays as it is. Exponents are added when you multiply.',
  },
  unlikePowers: {
    nl: 'x² en x zijn verschillende soorten termen. Je mag ze niet samennemen.',
    en: 'x² and x are different kinds of terms. They can not be taken together.',
  },
  unlikeTerms: {
    nl: 'Alleen gelijksoortige termen mag je samennemen. 3x en 4 zijn niet gelijksoortig, 3x en 4y ook niet.',
    en: 'Only like terms can be taken together. 3x and 4 are not like terms, and neither are 3x and 4y.',
  },
  addedAsProduct: {
    nl: 'De termen staan opgeteld. Tel dan de getallen voor de letters op; vermenigvuldigen hoort bij een product.',
    en: 'The terms are added. So add the numbers before the letters; multiplying goes with a product.',
  },
  variableSubtractedAway: {
    nl: 'x is 1x. Trek de getallen voor de x van elkaar af; de x blijft staan.',
    en: 'x is 1x. Subtract the numbers before the x; the x itself stays.',
  },
  variableNotSquared: {
    nl: 'Vermenigvuldig je x met x, dan krijg je x².',
    en: 'x multiplied by x gives x².',
  },
  variableDoubled: {
    nl: 'x·x is x². x+x is 2x.',
    en: 'x·x is x². x+x is 2x.',
  },
  coefficientsAddedInProduct: {
    nl: 'In een product vermenigvuldig je de getallen met elkaar. Hier zijn ze opgeteld.',
    en: 'In a product the numbers are multiplied. Here they were added.',
  },
  termsMultipliedByAll: {
    nl: 'Tussen de haakjes staat een product. Een factor vermenigvuldigt een product maar één keer.',
    en: 'There is a product inside the brackets. A factor multiplies a product only once.',
  },
  termLost: {
    nl: 'Eén van de termen is onderweg weggevallen.',
    en: 'One of the terms was lost on the way.',
  },
  moveSignKept: {
    nl: 'Een term die naar de andere kant gaat, wisselt van teken: je trekt hem aan beide kanten af.',
    en: 'A term that goes to the other side changes its sign: you subtract it on both sides.',
  },
  doneOnOneSide: {
    nl: 'Een term is aan één kant weggehaald. Wat je links doet, moet je rechts ook doen.',
    en: 'A term was taken away on one side. What you do on the left has to be done on the right as well.',
  },
  factorSubtracted: {
    nl: '3x betekent 3 maal x. Een factor haal je weg door te delen, niet door af te trekken.',
    en: '3x means 3 times x. A factor is taken away by dividing, not by subtracting.',
  },
  termDivided: {
    nl: 'Het getal staat bij x opgeteld. Je haalt het weg door af te trekken, niet door te delen.',
    en: 'The number is added to x. It is taken away by subtracting, not by dividing.',
  },
  factorMultiplied: {
    nl: 'De factor voor x haal je weg door te delen. Aan de andere kant is vermenigvuldigd.',
    en: 'The factor before x is taken away by dividing. On the other side it was multiplied.',
  },
  denominatorDivided: {
    nl: 'Delen maak je ongedaan door te vermenigvuldigen, aan beide kanten.',
    en: 'Dividing is undone by multiplying, on both sides.',
  },
  minusOfFactorLost: {
    nl: 'De min hoort bij de factor voor x. Deel je erdoor, dan wisselt de andere kant van teken.',
    en: 'The minus belongs to the factor before x. When you divide by it, the other side changes its sign.',
  },
  dividedTheOtherWay: {
    nl: 'Je deelt door het getal voor x. Dat getal komt dus in de noemer.',
    en: 'You divide by the number before x. So that number goes into the denominator.',
  },
  oneTermDivided: {
    nl: 'Deel je door een getal, dan deel je elke term aan beide kanten door dat getal.',
    en: 'When you divide by a number, every term on both sides is divided by that number.',
  },
  oneSideDivided: {
    nl: 'Er is maar aan één kant gedeeld. De andere kant hoort door hetzelfde getal gedeeld te worden.',
    en: 'Only one side was divided. The other side has to be divided by the same number.',
  },
  oneTermMultiplied: {
    nl: 'Vermenigvuldig je met de noemer, dan hoort elke term aan beide kanten daarmee vermenigvuldigd te worden.',
    en: 'When you multiply by the denominator, every term on both sides has to be multiplied by it.',
  },
  crossMultipliedStraight: {
    nl: 'Bij kruislings vermenigvuldigen gaat de teller van de ene breuk met de noemer van de andere: uit a/b=c/d volgt ad=bc.',
    en: 'Cross-multiplying takes the numerator of one fraction with the denominator of the other: from a/b=c/d follows ad=bc.',
  },
  termWithFactorMoved: {
    nl: 'De losse term is goed weggehaald. Daarna is de factor voor x afgetrokken, terwijl je erdoor moet delen.',
    en: 'The separate term was taken away rightly. After that the factor before x was subtracted, where you have to divide by it.',
  },
  addedAcross: {
    nl: 'Breuken tel je niet op door tellers en noemers op te tellen. Maak eerst de noemers gelijk.',
    en: 'Fractions are not added by adding numerators and denominators. Give them the same denominator first.',
  },
  numeratorsNotScaled: {
    nl: 'De noemers zijn gelijk gemaakt, maar de tellers zijn niet meegegroeid. Vermenigvuldig teller en noemer met hetzelfde.',
    en: 'The denominators were made the same, but the numerators did not grow with them. Multiply numerator and denominator by the same.',
  },
  wholeAddedToNumerator: {
    nl: 'Een geheel getal bij een breuk optellen gaat niet in de teller. Schrijf het getal eerst als breuk met dezelfde noemer.',
    en: 'A whole number is not added to a fraction in its numerator. First write it as a fraction with the same denominator.',
  },
  cancelledTerm: {
    nl: 'Wegstrepen mag alleen met factoren van de hele teller en de hele noemer, niet met termen van een som.',
    en: 'Only factors of the whole numerator and the whole denominator cancel, not terms of a sum.',
  },
  cancelledInOneTerm: {
    nl: 'Een noemer deelt de hele teller. Deel elke term van de teller, niet maar één.',
    en: 'A denominator divides the whole numerator. Divide every term of the numerator, not just one.',
  },
  denominatorSplit: {
    nl: 'Een som in de noemer mag je niet splitsen. Alleen een som in de teller kun je over twee breuken verdelen.',
    en: 'A sum in the denominator can not be split. Only a sum in the numerator can be shared out over two fractions.',
  },
  divisionNotInverted: {
    nl: 'Delen door een breuk is vermenigvuldigen met het omgekeerde van die breuk.',
    en: 'Dividing by a fraction is multiplying by that fraction turned over.',
  },
  productCrossed: {
    nl: 'Breuken vermenigvuldig je teller met teller en noemer met noemer. Kruislings hoort bij een vergelijking.',
    en: 'Fractions are multiplied numerator by numerator and denominator by denominator. Crosswise is for an equation.',
  },
  factorInBoth: {
    nl: 'Een getal maal een breuk vermenigvuldigt alleen de teller. Teller en noemer allebei vermenigvuldigen verandert de breuk niet.',
    en: 'A number times a fraction multiplies the numerator only. Multiplying both leaves the fraction as it was.',
  },
  reciprocalTermwise: {
    nl: 'Het omgekeerde van een som is niet de som van de omgekeerden. Maak eerst van elke kant één breuk.',
    en: 'The reciprocal of a sum is not the sum of the reciprocals. First make one fraction of each side.',
  },
  cancelledToZero: {
    nl: 'Valt alles tegen elkaar weg in een breuk, dan blijft er 1 over en niet 0.',
    en: 'When everything in a fraction cancels, 1 is left and not 0.',
  },
  denominatorDropped: {
    nl: 'Een uitdrukking mag je niet zomaar met een getal vermenigvuldigen; dat mag alleen aan beide kanten van een vergelijking. De noemer blijft staan.',
    en: 'An expression can not just be multiplied by a number; that is allowed only on both sides of an equation. The denominator stays.',
  },
  fractionTurnedOver: {
    nl: 'Teller en noemer zijn verwisseld.',
    en: 'Numerator and denominator have changed places.',
  },
  formulaTurned: {
    nl: 'De breuk is verkeerd weggewerkt: links en rechts is niet hetzelfde gedaan. Vermenigvuldig eerst beide kanten met de noemer.',
    en: 'The fraction was cleared wrongly: not the same was done on the left and the right. First multiply both sides by the denominator.',
  },
  oneTermScaled: {
    nl: 'Bij het gelijknamig maken is maar één van de tellers meegegroeid. Dat hoort bij beide breuken te gebeuren.',
    en: 'In taking the same denominator only one of the numerators has grown. That has to be done with both fractions.',
  },
  exponentsMultiplied: {
    nl: 'Vermenigvuldig je machten met hetzelfde grondtal, dan tel je de exponenten op.',
    en: 'When powers with the same base are multiplied, the exponents are added.',
  },
  powerOfPowerAdded: {
    nl: 'Bij een macht van een macht vermenigvuldig je de exponenten.',
    en: 'For a power of a power the exponents are multiplied.',
  },
  powerOfPowerRaised: {
    nl: 'Bij een macht van een macht vermenigvuldig je de exponenten. Je neemt geen macht van de exponent.',
    en: 'For a power of a power the exponents are multiplied. The exponent itself is not raised to a power.',
  },
  basesMultiplied: {
    nl: 'Bij gelijke grondtallen blijft het grondtal en tel je de exponenten op; bij gelijke exponenten is het andersom. Niet allebei tegelijk.',
    en: 'With the same base, the base stays and the exponents are added; with the same exponent it is the other way round. Never both.',
  },
  powerAsProduct: {
    nl: 'Een macht is herhaald vermenigvuldigen van het grondtal met zichzelf, niet grondtal maal exponent.',
    en: 'A power multiplies the base by itself again and again; it is not base times exponent.',
  },
  powerOfOneFactor: {
    nl: 'De macht van een product of breuk geldt voor elke factor: (ab)² is a²b².',
    en: 'The power of a product or fraction holds for every factor: (ab)² is a²b².',
  },
  powerOfWholeTerm: {
    nl: 'Zonder haakjes hoort de exponent alleen bij wat er direct voor staat.',
    en: 'Without brackets the exponent belongs only to what stands right before it.',
  },
  exponentsDivided: {
    nl: 'Deel je machten met hetzelfde grondtal, dan trek je de exponenten van elkaar af.',
    en: 'When powers with the same base are divided, the exponents are subtracted.',
  },
  powersOfSumAdded: {
    nl: 'Voor een som van machten is er geen regel met exponenten. Optellen van exponenten hoort bij een product.',
    en: 'There is no rule with exponents for a sum of powers. Adding exponents goes with a product.',
  },
  zeroExponent: {
    nl: 'Een macht met exponent 0 is 1, zolang het grondtal niet 0 is.',
    en: 'A power with exponent 0 is 1, as long as the base is not 0.',
  },
  negativeExponent: {
    nl: 'Een negatieve exponent maakt de macht niet negatief: hij staat voor 1 gedeeld door de macht.',
    en: 'A negative exponent does not make the power negative: it stands for 1 divided by the power.',
  },
  negativeExponentOfTerm: {
    nl: 'De negatieve exponent hoort alleen bij de letter, niet bij het getal ervoor. Het getal blijft in de teller.',
    en: 'The negative exponent belongs to the letter only, not to the number before it. The number stays in the numerator.',
  },
  fractionExponentTurned: {
    nl: 'In een gebroken exponent is de teller de macht en de noemer de wortel.',
    en: 'In an exponent that is a fraction, the numerator is the power and the denominator the root.',
  },
  rootOfSum: {
    nl: 'De wortel van een som is niet de som van de wortels.',
    en: 'The root of a sum is not the sum of the roots.',
  },
  sumOfRoots: {
    nl: 'Wortels tel je niet op door op te tellen wat eronder staat. Dat werkt alleen bij vermenigvuldigen.',
    en: 'Roots are not added by adding what is under them. That works for multiplying only.',
  },
  rootHalved: {
    nl: 'Een wortel is niet de helft. Zoek het getal waarvan het kwadraat onder de wortel staat.',
    en: 'A root is not a half. Look for the number whose square is under the root.',
  },
  rootOfSquareSign: {
    nl: 'Een wortel is nooit negatief. √(a²) is dus de absolute waarde van a, en dat is a alleen als a niet negatief is.',
    en: 'A root is never negative. So √(a²) is the absolute value of a, and that is a only where a is not negative.',
  },
  factorIntoRoot: {
    nl: 'Breng je een factor onder de wortel, dan kwadrateer je hem. Haal je hem eruit, dan neem je er de wortel van.',
    en: 'A factor that goes under the root is squared. One that comes out of it has its root taken.',
  },
  squareOfRootTerm: {
    nl: 'Bij het kwadrateren van een product kwadrateer je elke factor, ook het getal voor de wortel.',
    en: 'When a product is squared every factor is squared, the number before the root as well.',
  },
  squaredTermwise: {
    nl: 'Kwadrateer je een vergelijking, dan kwadrateer je elke kant als geheel, en niet term voor term.',
    en: 'When an equation is squared, each side is squared as a whole, and not term by term.',
  },
  squaredOneSide: {
    nl: 'Om de wortel weg te werken kwadrateer je beide kanten helemaal.',
    en: 'To get rid of the root both sides are squared, all of each.',
  },
  rootTermwise: {
    nl: 'Je mag niet van elke term apart de wortel nemen. Maak eerst het kwadraat vrij.',
    en: 'The root can not be taken of each term apart. Get the square by itself first.',
  },
  squareHalved: {
    nl: 'Een kwadraat maak je ongedaan met een wortel, niet door te delen door 2.',
    en: 'A square is undone by a root, not by dividing by 2.',
  },
  rootWithoutNegative: {
    nl: 'Ook het tegengestelde van de wortel heeft dit kwadraat. Bij a²=c horen twee mogelijkheden, één met plus en één met min.',
    en: 'The opposite of the root has this square too. With a²=c go two possibilities, one with plus and one with minus.',
  },
  rootOfNegative: {
    nl: 'Een kwadraat is nooit negatief. Er is dus geen reëel getal met een negatief kwadraat.',
    en: 'A square is never negative. So no real number has a negative square.',
  },
  logOfSum: {
    nl: 'De logaritme van een som is niet de som van de logaritmen. Dat geldt wel voor een product.',
    en: 'The logarithm of a sum is not the sum of the logarithms. For a product it is.',
  },
  sumOfLogs: {
    nl: 'Logaritmen optellen hoort bij vermenigvuldigen: log a+log b is de logaritme van het product.',
    en: 'Adding logarithms goes with multiplying: log a+log b is the logarithm of the product.',
  },
  logOfProduct: {
    nl: 'De logaritme van een product is de som van de logaritmen, en van een quotiënt het verschil.',
    en: 'The logarithm of a product is the sum of the logarithms, and of a quotient the difference.',
  },
  quotientOfLogs: {
    nl: 'Een quotiënt van twee logaritmen is iets anders dan de logaritme van een quotiënt.',
    en: 'A quotient of two logarithms is not the logarithm of a quotient.',
  },
  logsDropped: {
    nl: 'Logaritmen mag je pas weglaten als er links en rechts één logaritme staat. Neem ze eerst samen.',
    en: 'Logarithms can be left out only where there is one on each side. Take them together first.',
  },
  factorIntoLog: {
    nl: 'Een factor voor een logaritme gaat als exponent naar binnen, niet als factor.',
    en: 'A factor before a logarithm goes inside as an exponent, not as a factor.',
  },
  powerOfLog: {
    nl: 'Een exponent mag alleen voor de logaritme als hij binnen de logaritme staat: ln(a²) is iets anders dan (ln a)².',
    en: 'An exponent comes before the logarithm only if it is inside it: ln(a²) is not (ln a)².',
  },
  exponentialOfSum: {
    nl: 'Een som in de exponent hoort bij een product van machten, niet bij een som.',
    en: 'A sum in the exponent goes with a product of powers, not with a sum.',
  },
  exponentialOfProduct: {
    nl: 'Een product in de exponent is een macht van een macht, niet een product van machten.',
    en: 'A product in the exponent is a power of a power, not a product of powers.',
  },
  factorIntoBase: {
    nl: 'De exponent hoort alleen bij het grondtal. Een factor ervoor mag je er niet mee vermenigvuldigen.',
    en: 'The exponent belongs to its base only. A factor before it can not be multiplied into the base.',
  },
  logTermwise: {
    nl: 'Neem je de logaritme van een vergelijking, dan van elke kant als geheel, niet term voor term.',
    en: 'The logarithm of an equation is taken of each side as a whole, not term by term.',
  },
  factorKeptInLog: {
    nl: 'Deel eerst door de factor voor de macht. In de logaritme zou die factor als losse term terugkomen.',
    en: 'Divide by the factor before the power first. In the logarithm that factor would come back as a separate term.',
  },
  exponentialDivided: {
    nl: 'De onbekende staat in de exponent. Dan helpt delen niet: neem de logaritme met het grondtal van de macht.',
    en: 'The unknown is in the exponent. Dividing does not help: take the logarithm to the base of the power.',
  },
  logUndoneWrongly: {
    nl: 'Bij een logaritme hoort een macht van het grondtal: het grondtal tot de macht van de uitkomst.',
    en: 'With a logarithm goes a power of its base: the base to the power of the outcome.',
  },
  logOfOne: {
    nl: 'De logaritme van 1 is 0, want elk grondtal tot de macht 0 is 1.',
    en: 'The logarithm of 1 is 0, since every base to the power 0 is 1.',
  },
  trigOfSum: {
    nl: 'Sinus, cosinus en tangens van een som zijn niet de som van de twee. Gebruik de somformule.',
    en: 'The sine, cosine or tangent of a sum is not the sum of the two. Use the formula for a sum.',
  },
  trigOfMultiple: {
    nl: 'Een factor binnen de functie mag er niet als factor voor: sin(2x) is iets anders dan 2 sin(x).',
    en: 'A factor inside the function can not go before it as a factor: sin(2x) is not 2 sin(x).',
  },
  functionCancelled: {
    nl: 'De naam van een functie is geen factor. Je kunt hem niet wegstrepen of ermee delen.',
    en: 'The name of a function is not a factor. It can not be cancelled or divided by.',
  },
  pythagorasSign: {
    nl: 'De regel is sin²(a)+cos²(a)=1. Let op de kwadraten en op het teken als je één van de twee vrijmaakt.',
    en: 'The rule is sin²(a)+cos²(a)=1. Mind the squares, and the sign when you get one of the two by itself.',
  },
  squareIntoArgument: {
    nl: 'sin²(x) betekent (sin x)²: de uitkomst wordt gekwadrateerd, niet de hoek.',
    en: 'sin²(x) means (sin x)²: the outcome is squared, not the angle.',
  },
  inverseAsReciprocal: {
    nl: 'De inverse functie is niet 1 gedeeld door de functie. De inverse zoekt de hoek bij een waarde.',
    en: 'The inverse function is not 1 divided by the function. The inverse looks for the angle of a value.',
  },
  tangentTurned: {
    nl: 'De tangens is de sinus gedeeld door de cosinus.',
    en: 'The tangent is the sine divided by the cosine.',
  },
  doubleAngle: {
    nl: 'Dit is niet de formule voor de dubbele hoek. Leid haar af uit de somformule met twee gelijke hoeken.',
    en: 'This is not the formula for the double angle. Derive it from the formula for a sum, with two equal angles.',
  },
  cosineOfSumSign: {
    nl: 'In de somformule klopt een teken of een factor niet. Bij de cosinus wisselt het teken, bij de sinus niet.',
    en: 'A sign or a factor in the formula for a sum is not right. For the cosine the sign changes, for the sine it does not.',
  },
  oddEvenSign: {
    nl: 'De cosinus verandert niet als de hoek van teken wisselt; de sinus en de tangens wel.',
    en: 'The cosine does not change when the angle changes its sign; the sine and the tangent do.',
  },
  periodWrong: {
    nl: 'De periode klopt niet. De sinus en de cosinus herhalen zich na een hele ronde, de tangens na een halve; staat er een factor voor x, dan deel je ook de periode erdoor.',
    en: 'The period is not right. Sine and cosine repeat after a whole turn, the tangent after half a one; with a factor before x the period is divided by it too.',
  },
  oneAngleOnly: {
    nl: 'Er zijn meer hoeken met deze waarde. Denk aan de tweede hoek in de cirkel, en tel er hele rondes bij op.',
    en: 'More angles have this value. Think of the second angle in the circle, and add whole turns.',
  },
  sumOfSquaresFactored: {
    nl: 'Een som van twee kwadraten heeft geen ontbinding in reële factoren. Het verschil van twee kwadraten wel.',
    en: 'A sum of two squares has no real factors. The difference of two squares has.',
  },
  differenceAsSquare: {
    nl: 'Het verschil van twee kwadraten is het product van som en verschil. Het is geen kwadraat.',
    en: 'The difference of two squares is the product of sum and difference. It is not a square.',
  },
  factorSignsReversed: {
    nl: 'Let op de tekens van de twee getallen: hun product is de losse term, en hun som is de factor voor x.',
    en: 'Mind the signs of the two numbers: their product is the constant term, and their sum is the factor before x.',
  },
  factorSumWrong: {
    nl: 'Het product van de twee getallen klopt, maar hun som is niet de factor voor x.',
    en: 'The product of the two numbers is right, but their sum is not the factor before x.',
  },
  factorProductWrong: {
    nl: 'De som van de twee getallen klopt, maar hun product is niet de losse term.',
    en: 'The sum of the two numbers is right, but their product is not the constant term.',
  },
  commonFactorNotDivided: {
    nl: 'Haal je een factor buiten haakjes, dan deel je elke term erdoor. Bij één term is dat niet helemaal gebeurd.',
    en: 'When a factor is taken out of brackets, every term is divided by it. With one term that was not fully done.',
  },
  squareNotBalanced: {
    nl: 'Het kwadraat levert een extra getal op, het kwadraat van de halve factor. Dat moet er weer af.',
    en: 'The square brings an extra number, the square of half the factor. That has to be taken off again.',
  },
  squareNotHalved: {
    nl: 'In het kwadraat komt de helft van de factor voor x, want het dubbele product telt twee keer.',
    en: 'Half the factor before x goes into the square, since the double product counts twice.',
  },
  squareAddedNotSubtracted: {
    nl: 'Werk het kwadraat eens uit: er moet precies evenveel af als het kwadraat te veel geeft, en de tekens moeten kloppen.',
    en: 'Multiply the square out: exactly as much has to be taken off as the square gives too much, and the signs have to agree.',
  },
  leadingFactorForgotten: {
    nl: 'Staat er een factor voor x², haal die dan eerst buiten haakjes. Hij geldt voor alles wat je binnen de haakjes toevoegt of weghaalt.',
    en: 'Where there is a factor before x², take it out of brackets first. It holds for all that you add or take away inside them.',
  },
  productNotZero: {
    nl: 'De factoren apart gelijkstellen kan alleen als het product nul is. Maak eerst de rechterkant nul.',
    en: 'Setting each factor equal works only where the product is zero. Make the right side zero first.',
  },
  rootSignsReversed: {
    nl: 'De oplossing is het getal waarvoor de factor nul wordt. Dat heeft het andere teken dan het getal in de factor.',
    en: 'The solution is the number for which the factor is zero. It has the other sign than the number in the factor.',
  },
  factorForgotten: {
    nl: 'Een product is nul als één van de factoren nul is. Elke factor geeft een mogelijkheid, ook een losse x.',
    en: 'A product is zero if one of its factors is zero. Every factor gives a possibility, a single x as well.',
  },
  dividedByVariable: {
    nl: 'Er is gedeeld door een uitdrukking die nul kan zijn. Bekijk dat geval apart, of haal de factor buiten haakjes.',
    en: 'There was a division by an expression that may be zero. Look at that case apart, or take the factor out of brackets.',
  },
  formulaSign: {
    nl: 'In de abc-formule staat vooraan -b. Is b zelf negatief, dan wordt -b positief.',
    en: 'The quadratic formula begins with -b. Where b itself is negative, -b is positive.',
  },
  formulaDenominator: {
    nl: 'In de abc-formule wordt alles gedeeld door 2a: zowel -b als de wortel, en met de a van deze vergelijking.',
    en: 'In the quadratic formula everything is divided by 2a: both -b and the root, and with the a of this equation.',
  },
  discriminantSign: {
    nl: 'De discriminant is b²-4ac. Zet haakjes om negatieve getallen: b² is nooit negatief, en -4ac is positief als a en c verschillende tekens hebben.',
    en: 'The discriminant is b²-4ac. Put brackets around negative numbers: b² is never negative, and -4ac is positive where a and c have different signs.',
  },
  eliminationSign: {
    nl: 'Trek je vergelijkingen van elkaar af of tel je ze op, doe dan links en rechts hetzelfde.',
    en: 'When equations are subtracted or added, do the same on the left and on the right.',
  },
  flipForgotten: {
    nl: 'Vermenigvuldig of deel je door een negatief getal, dan klapt het ongelijkteken om.',
    en: 'When you multiply or divide by a negative number, the inequality sign turns round.',
  },
  flipNeedless: {
    nl: 'Het ongelijkteken klapt alleen om bij vermenigvuldigen met of delen door een negatief getal.',
    en: 'The inequality sign turns round only when you multiply or divide by a negative number.',
  },
  boundaryChanged: {
    nl: 'Of de grens zelf meedoet, verandert niet bij het oplossen: < blijft < en ≤ blijft ≤.',
    en: 'Whether the boundary itself belongs does not change in solving: < stays < and ≤ stays ≤.',
  },
  squareInequality: {
    nl: 'Bij een ongelijkheid met een kwadraat horen twee grenzen. Bekijk met een schets of tekenschema waar het klopt.',
    en: 'An inequality with a square has two boundaries. Find out with a sketch or a table of signs where it holds.',
  },
  multipliedByUnknownSign: {
    nl: 'Je weet niet of de noemer positief is, dus ook niet of het teken omklapt. Breng alles naar één kant, of bekijk de gevallen apart.',
    en: 'You do not know whether the denominator is positive, so neither whether the sign turns. Bring everything to one side, or look at the cases apart.',
  },
  zeroOfDenominator: {
    nl: 'Een noemer mag niet nul zijn. Dat getal doet dus niet mee, ook niet bij ≤ of ≥.',
    en: 'A denominator may not be zero. So that number does not belong, not with ≤ or ≥ either.',
  },
  productInequality: {
    nl: 'Het teken van een product hangt af van beide factoren samen. Maak een tekenschema.',
    en: 'The sign of a product depends on both factors together. Make a table of signs.',
  },
  absOneCase: {
    nl: 'Er zijn twee gevallen: wat tussen de strepen staat kan positief zijn en negatief.',
    en: 'There are two cases: what stands between the bars may be positive and negative.',
  },
  absInnerSign: {
    nl: 'In het tweede geval wisselt alles tussen de strepen van teken, niet één term.',
    en: 'In the second case all that stands between the bars changes its sign, not one term.',
  },
  absTermwise: {
    nl: 'De absolute waarde van een som of verschil kun je niet per term nemen.',
    en: 'The absolute value of a sum or difference can not be taken term by term.',
  },
  absDropped: {
    nl: 'De strepen mag je alleen weglaten als wat ertussen staat niet negatief is.',
    en: 'The bars can be left out only where what stands between them is not negative.',
  },
  absOfOpposite: {
    nl: 'Een absolute waarde is nooit negatief: |-a| is |a|.',
    en: 'An absolute value is never negative: |-a| is |a|.',
  },
  absEqualsNegative: {
    nl: 'Een absolute waarde is nooit negatief, dus deze vergelijking heeft geen oplossing.',
    en: 'An absolute value is never negative, so this equation has no solution.',
  },
  absInequality: {
    nl: 'Denk aan de afstand tot nul: |a|<c geldt tussen -c en c, en |a|>c daarbuiten.',
    en: 'Think of the distance to zero: |a|<c holds between -c and c, and |a|>c outside.',
  },
  productTermwise: {
    nl: 'De afgeleide van een product is niet het product van de afgeleiden. De productregel heeft twee termen.',
    en: 'The derivative of a product is not the product of the derivatives. The product rule has two terms.',
  },
  productSign: {
    nl: 'De productregel telt twee producten op: in elk is één van de factoren gedifferentieerd.',
    en: 'The product rule adds two products: in each of them one of the factors is differentiated.',
  },
  quotientTermwise: {
    nl: 'De afgeleide van een quotiënt is niet het quotiënt van de afgeleiden. Gebruik de quotiëntregel.',
    en: 'The derivative of a quotient is not the quotient of the derivatives. Use the quotient rule.',
  },
  quotientOrder: {
    nl: 'In de quotiëntregel staat een verschil, en de volgorde telt: eerst de noemer maal de afgeleide van de teller.',
    en: 'The quotient rule has a difference, and its order matters: first the denominator times the derivative of the numerator.',
  },
  quotientNotSquared: {
    nl: 'De noemer van de quotiëntregel is het kwadraat van de oorspronkelijke noemer.',
    en: 'The denominator of the quotient rule is the square of the original denominator.',
  },
  chainForgotten: {
    nl: 'De kettingregel vraagt ook om de afgeleide van wat er binnen de functie of macht staat.',
    en: 'The chain rule also asks for the derivative of what stands inside the function or power.',
  },
  chainInside: {
    nl: 'Wat binnen de functie staat, blijft daar staan. De afgeleide ervan komt er als factor bij.',
    en: 'What stands inside the function stays there. Its derivative comes with it as a factor.',
  },
  powerNotLowered: {
    nl: 'Bij het differentiëren van een macht wordt de exponent één lager.',
    en: 'In differentiating a power the exponent gets one lower.',
  },
  powerNotMultiplied: {
    nl: 'Bij het differentiëren van een macht komt de oude exponent als factor ervoor.',
    en: 'In differentiating a power the old exponent comes before it as a factor.',
  },
  powerRaised: {
    nl: 'De exponent gaat omlaag bij differentiëren. Omhoog hoort bij primitiveren.',
    en: 'The exponent goes down in differentiating. Going up is for finding an antiderivative.',
  },
  negativeExponentRaised: {
    nl: 'Schrijf de breuk als macht met een negatieve exponent. Eén lager dan -n is -n-1, en de exponent komt er met zijn teken voor.',
    en: 'Write the fraction as a power with a negative exponent. One lower than -n is -n-1, and the exponent comes before it with its sign.',
  },
  constantKept: {
    nl: 'De afgeleide van een losse constante is 0: een constante verandert niet.',
    en: 'The derivative of a separate constant is 0: a constant does not change.',
  },
  linearTermKept: {
    nl: 'De afgeleide van een veelvoud van x is het getal voor de x.',
    en: 'The derivative of a multiple of x is the number before the x.',
  },
  coefficientLost: {
    nl: 'Een constante factor blijft staan bij het differentiëren. Alleen een losse constante valt weg.',
    en: 'A constant factor stays in differentiating. Only a separate constant vanishes.',
  },
  exponentialAsPower: {
    nl: 'De onbekende staat in de exponent. De regel voor een macht van x geldt dan niet.',
    en: 'The unknown is in the exponent. The rule for a power of x does not hold then.',
  },
  exponentialBase: {
    nl: 'Alleen bij grondtal e is de macht zijn eigen afgeleide. Bij een ander grondtal hoort een factor met de logaritme ervan.',
    en: 'Only with base e is the power its own derivative. With another base goes a factor with its logarithm.',
  },
  trigDerivativeSign: {
    nl: 'Let op het teken: de afgeleide van de sinus is de cosinus, en die van de cosinus is de sinus met een min.',
    en: 'Mind the sign: the derivative of sine is cosine, and that of cosine is sine with a minus.',
  },
  logDerivative: {
    nl: 'De afgeleide van de natuurlijke logaritme is 1 gedeeld door het argument. Bij een ander grondtal hoort nog een factor.',
    en: 'The derivative of the natural logarithm is 1 divided by its argument. Another base brings one more factor.',
  },
  rootDerivative: {
    nl: 'Schrijf de wortel als macht met exponent 1/2 en gebruik de regel voor machten.',
    en: 'Write the root as a power with exponent 1/2 and use the rule for powers.',
  },
  writtenSideBySide: {
    nl: 'Een getal vlak voor een letter betekent maal. Vul je een waarde in, schrijf dan het maalteken op.',
    en: 'A number right before a letter means times. When you fill in a value, write the multiplication sign.',
  },
  productAsSum: {
    nl: 'Een getal vlak voor een letter of haakje betekent maal. Hier is opgeteld.',
    en: 'A number right before a letter or bracket means times. Here it was added.',
  },
  addedBeforeMultiplying: {
    nl: 'Vermenigvuldigen gaat voor optellen en aftrekken, ook als het later staat.',
    en: 'Multiplying comes before adding and subtracting, also where it stands later.',
  },
  subtractedTheRest: {
    nl: 'Optellen en aftrekken gaat van links naar rechts. De min hoort alleen bij het eerste getal erna.',
    en: 'Adding and subtracting go from left to right. The minus belongs only to the first number after it.',
  },
  dividedByTheRest: {
    nl: 'Vermenigvuldigen en delen gaat van links naar rechts.',
    en: 'Multiplying and dividing go from left to right.',
  },
  twoMinusesPlus: {
    nl: '"Min maal min is plus" geldt voor vermenigvuldigen. Twee schulden bij elkaar blijven een schuld.',
    en: '"Minus times minus is plus" holds for multiplying. Two debts together are still a debt.',
  },
  minusOverAll: {
    nl: 'De min hoort alleen bij het eerste getal. Vanaf een negatief getal tel je omhoog.',
    en: 'The minus belongs to the first number only. From a negative number you count upwards.',
  },
  differenceReversed: {
    nl: 'Bij aftrekken telt de volgorde. Trek je een groter getal af, dan wordt de uitkomst negatief.',
    en: 'In subtracting the order matters. When a larger number is subtracted, the outcome is negative.',
  },
  tableNeighbour: {
    nl: 'De uitkomst staat in de tafel precies één rij te ver of te vroeg. Reken deze vermenigvuldiging nog eens na.',
    en: 'The outcome is exactly one row too far or too early in the table. Work this multiplication out once more.',
  },
  decimalsInProduct: {
    nl: 'Tel bij het vermenigvuldigen de cijfers achter de komma van beide getallen samen.',
    en: 'In multiplying, count the decimals of both numbers together.',
  },
  timesZero: {
    nl: 'Iets vermenigvuldigen met nul geeft nul.',
    en: 'Anything multiplied by zero is zero.',
  },
}
