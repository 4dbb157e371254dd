import type { Rule } from './rule.ts'

const log = 'logs'

/** Logarithms and exponential functions. */
export const logs: readonly Rule[] = [
  {
    name: 'logOfSum',
    group: log,
    make: ['lg(a+R) -> lg(a)+lg(R)', 'lg(a-b) -> lg(a)-lg(b)', 'lg(a+R) -> lg(a)*lg(R)'],
  },
  {
    name: 'sumOfLogs',
    group: log,
    make: ['lg(a)+lg(b) -> lg(a+b)', 'lg(a)-lg(b) -> lg(a-b)'],
  },
  {
    name: 'logOfProduct',
    group: log,
    make: ['lg(A*b) -> lg(A)*lg(b)', 'lg(a/b) -> lg(a)/lg(b)'],
  },
  {
    name: 'quotientOfLogs',
    group: log,
    make: [
      'lg(a)/lg(b) -> lg(a/b)',
      'lg(a)/lg(b) -> lg(a)-lg(b)',
      'lg(a)/lg(b) -> a/b',
      'lg(a)*lg(b) -> lg(a*b)',
      'lg(a)*lg(b) -> lg(a)+lg(b)',
    ],
  },
  {
    name: 'logsDropped',
    group: log,
    make: [
      'lg(a)+lg(b)=lg(c) -> a+b=c',
      'lg(a)-lg(b)=lg(c) -> a-b=c',
      'lg(a)+lg(b)=c -> a+b=c',
      'lg(a)=c -> a=c',
      'n*lg(a)=lg(b) -> n*a=b',
    ],
  },
  {
    name: 'factorIntoLog',
    group: log,
    make: ['n*lg(a) -> lg(n*a)', 'lg(n*a) -> n*lg(a)'],
  },
  {
    name: 'powerOfLog',
    group: log,
    make: ['lg(a)^n -> n*lg(a)', 'lg(a^n) -> lg(a)^n', 'lg(a)^n -> lg(a^n)'],
  },
  {
    name: 'exponentialOfSum',
    group: log,
    make: ['a^(b+R) -> a^b+a^R', 'a^(b-c) -> a^b-a^c'],
  },
  {
    name: 'exponentialOfProduct',
    group: log,
    make: ['a^(B*c) -> a^B*a^c', 'a^(n*B) -> n*a^B'],
  },
  {
    name: 'factorIntoBase',
    group: log,
    make: ['n*m^a -> (n*m)^a'],
  },
  {
    name: 'logTermwise',
    group: log,
    make: ['e^a+R=c -> a+ln(R)=ln(c)', 'a^b+a^c=a^d -> b+c=d', 'e^a+R=c -> a+R=ln(c)'],
  },
  {
    name: 'factorKeptInLog',
    group: log,
    make: ['n*e^a=c -> n*a=ln(c)', 'n*m^a=c -> n*a=ln(c)/ln(m)'],
  },
  {
    name: 'exponentialDivided',
    group: log,
    make: [
      'n^x=m -> x=m/n',
      'n^x=m -> x=ln(m)',
      'n^x=m -> x=ln(m/n)',
      'n^x=m -> x=ln(n)/ln(m)',
      'n^x=m -> x=ln(m)*ln(n)',
      'e^x=m -> x=m/e',
    ],
  },
  {
    name: 'logUndoneWrongly',
    group: log,
    make: [
      'log(a,b)=c -> a=c^b',
      'log(a,b)=c -> a=b*c',
      'ln(a)=c -> a=c*e',
      'ln(a)=c -> a=1/c',
      'log(a,b)=c -> a=c/b',
    ],
  },
  {
    name: 'logOfOne',
    group: log,
    make: ['lg(1) -> 1', 'ln(e) -> 0', 'lg(0) -> 0'],
  },
]

const trig = 'trig'

/** Sine, cosine and tangent. */
export const trigonometry: readonly Rule[] = [
  {
    name: 'trigOfSum',
    group: trig,
    make: ['trig(a+R) -> trig(a)+trig(R)', 'trig(a-b) -> trig(a)-trig(b)'],
  },
  {
    name: 'trigOfMultiple',
    group: trig,
    make: ['trig(n*X) -> n*trig(X)', 'n*trig(X) -> trig(n*X)'],
  },
  {
    name: 'functionCancelled',
    group: trig,
    make: [
      'fn(a)/fn(b) -> a/b',
      'trig(a)/a -> trig(1)',
      'trig(a)/b -> trig(a/b)',
      'trig(a)=c -> a=c/trig(1)',
    ],
  },
  {
    name: 'pythagorasSign',
    group: trig,
    make: [
      'sin(a)^2 -> 1+cos(a)^2',
      'cos(a)^2 -> 1+sin(a)^2',
      'sin(a)^2 -> cos(a)^2-1',
      'cos(a)^2 -> sin(a)^2-1',
      'sin(a) -> 1-cos(a)',
      'cos(a) -> 1-sin(a)',
      'sin(a)^2-cos(a)^2 -> 1',
      'sin(a)+cos(a) -> 1',
    ],
  },
  {
    name: 'squareIntoArgument',
    group: trig,
    make: [
      'trig(a)^n -> trig(a^n)',
      'trig(a^n) -> trig(a)^n',
      'trig(a)^n -> n*trig(a)',
      'trig(a)^n -> trig(n*a)',
    ],
  },
  {
    name: 'inverseAsReciprocal',
    group: trig,
    make: [
      'asin(a) -> 1/sin(a)',
      'acos(a) -> 1/cos(a)',
      'atan(a) -> 1/tan(a)',
      'sin(x)=c -> x=c/sin(1)',
      'sin(x)=c -> x=1/sin(c)',
      'cos(x)=c -> x=1/cos(c)',
      'tan(x)=c -> x=1/tan(c)',
    ],
  },
  {
    name: 'tangentTurned',
    group: trig,
    make: [
      'tan(a) -> cos(a)/sin(a)',
      'tan(a) -> sin(a)*cos(a)',
      'sin(a)/cos(a) -> 1/tan(a)',
      'cos(a)/sin(a) -> tan(a)',
    ],
  },
  {
    name: 'doubleAngle',
    group: trig,
    make: [
      'sin(2x) -> sin(x)*cos(x)',
      'cos(2x) -> cos(x)^2+sin(x)^2',
      'cos(2x) -> 2cos(x)^2+1',
      'cos(2x) -> 1-sin(x)^2',
      'cos(2x) -> sin(x)^2-cos(x)^2',
      'cos(2x) -> 2sin(x)^2-1',
      'sin(2x) -> sin(x)^2-cos(x)^2',
      'sin(2X) -> sin(X)*cos(X)',
    ],
  },
  {
    name: 'cosineOfSumSign',
    group: trig,
    make: [
      'cos(a+b) -> cos(a)*cos(b)+sin(a)*sin(b)',
      'cos(a-b) -> cos(a)*cos(b)-sin(a)*sin(b)',
      'sin(a+b) -> sin(a)*cos(b)-cos(a)*sin(b)',
      'sin(a-b) -> sin(a)*cos(b)+cos(a)*sin(b)',
      'sin(a+b) -> sin(a)*sin(b)+cos(a)*cos(b)',
      'cos(a+b) -> sin(a)*cos(b)+cos(a)*sin(b)',
    ],
  },
  {
    name: 'oddEvenSign',
    group: trig,
    make: ['cos(-a) -> -cos(a)', 'sin(-a) -> sin(a)', 'tan(-a) -> tan(a)'],
  },
  {
    name: 'periodWrong',
    group: trig,
    make: [
      'sin(x)=c -> x=asin(c)+k*pi',
      'cos(x)=c -> x=acos(c)+k*pi',
      'sin(x)=c -> x=asin(c)+k*pi or x=pi-asin(c)+k*pi',
      'cos(x)=c -> x=acos(c)+k*pi or x=-acos(c)+k*pi',
      'tan(x)=c -> x=atan(c)+2*k*pi',
      'sin(n*X)=c -> X=asin(c)/n+2*k*pi or X=(pi-asin(c))/n+2*k*pi',
      'cos(n*X)=c -> X=acos(c)/n+2*k*pi or X=-acos(c)/n+2*k*pi',
      'tan(n*X)=c -> X=atan(c)/n+k*pi',
    ],
  },
  {
    name: 'oneAngleOnly',
    group: trig,
    make: [
      'sin(x)=c -> x=asin(c)',
      'cos(x)=c -> x=acos(c)',
      'tan(x)=c -> x=atan(c)',
      'sin(x)=c -> x=asin(c)+2*k*pi',
      'cos(x)=c -> x=acos(c)+2*k*pi',
    ],
  },
]
