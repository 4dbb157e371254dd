import { describe, expect, it } from 'vitest'
import { readMaxima } from './maxima.ts'
import { outcome } from './shape.ts'

const trees = {
  '-a*b': '*(-(a), b)',
  '-x^2': '-(^(x, 2))',
  'a-b*c+d': '+(a, -(*(b, c)), d)',
  '(a+b)+c': '+(+(a, b), c)',
  'a/b/c*d': '*(/(/(a, b), c), d)',
  '2^3^x': '^(2, ^(3, x))',
  'x^-y*z': '*(^(x, -(y)), z)',
  'b*-a': '*(b, -(a))',
  'a**2': '^(a, 2)',
  '+x': 'x',
  'n!^2': '^(factorial(n), 2)',
  '3!=6': '=(factorial(3), 6)',
  'p.q.r': 'dot(p, dot(q, r))',
  '%e^(%i*%pi)': '^(e, *(i, pi))',
  'oo(minf,inf)': 'oo(minf, inf)',
  'log(x)+lg(y)+lg(z,2)+ln(t)': '+(ln(x), log(y, 10), log(z, 2), ln(t))',
  'log_3(x)': 'log(x, 3)',
  'arcsin(x)+cosec(y)': '+(asin(x), csc(y))',
  'root(x)-root(y,3)': '+(sqrt(x), -(root(y, 3)))',
  "'diff(y,t)+noundiff(y,t,2)": '+(noun(diff(y, t)), noun(diff(y, t, 2)))',
  "'int(f,x)": 'noun(integrate(f, x))',
  'p nounand q or not r': 'or(and(p, q), not(r))',
  'p implies q xor r': 'xor(implies(p, q), r)',
  'xor(p,q)': 'xor(p, q)',
  'not x=1 and y=2': 'and(not(=(x, 1)), =(y, 2))',
  'a<b<=c': 'chain(<(a, b), <=(b, c))',
  'x#1': '#(x, 1)',
  'b#pm#sqrt(d)': 'pm(b, sqrt(d))',
  'x=#pm#2': '=(x, pm(2))',
  'x = +-2': '=(x, pm(2))',
  'g(t):=t^3+1': 'define(g(t), +(^(t, 3), 1))',
  'ev(h,simp:false)': 'ev(h, assign(simp, false))',
  '(p:2,q)': 'seq(assign(p, 2), q)',
  'matrix([1,2],[3,4])': 'matrix(list(1, 2), list(3, 4))',
  '{[1],{}}': 'set(list(1), set())',
  '%union(oc(1,2),{3})': 'union(oc(1, 2), set(3))',
  'ntuple(1,2)': 'tuple(1, 2)',
  'u[1][k]': 'index(index(u, 1), k)',
  'f(x)(2)': 'call(f(x), 2)',
  'h(t+1)': 'h(+(t, 1))',
  '"+"(a,b)': '+(a, b)',
  '"-"(a,b)': '+(a, -(b))',
  'subst(["*"="nounand"],p*q)': 'subst(list(=("*", "nounand")), *(p, q))',
  '"say \\"yes\\""': '"say \\"yes\\""',
  'if x>1 then 2 else 3': 'if(>(x, 1), 2, 3)',
  'lambda([t],t^2)': 'lambda(list(t), ^(t, 2))',
  'a nounadd b nounmul c': '+(a, *(b, c))',
  '2x+3(y+1)': '+(*(2, x), *(3, +(y, 1)))',
  '(a+b)(a-b)': '*(+(a, b), +(a, -(b)))',
  'i(1+i)': '*(i, +(1, i))',
  'x/* half */+1;': '+(x, 1)',
  '5.1e-2+.5+100.+25.00e1': '+(5.1e-2, .5, 100., 25.00e1)',
  ab12cd: 'ab12cd',
}

const problems = {
  '': 'empty@0',
  '  \t': 'empty@0',
  'x+': 'unfinished@1',
  'x+1)': 'missingOpen@3',
  '(x+1': 'missingClose@4',
  '[1,(2]': 'wrongClose@5',
  '()': 'emptyBrackets@0',
  'f()': 'emptyBrackets@1',
  'a,b': 'comma@1',
  'sin x': 'argumentMissing@0',
  'Sin(x)': 'nameCase@0',
  'x y': 'missingOperator@2',
  '12 3': 'missingOperator@3',
  'x=>1': 'backwards@1',
  '1=<x': 'backwards@1',
  'x && y': 'operator@2',
  "y'+y": 'apostrophe@1',
  "''diff(f,x)": 'apostrophe@1',
  '"open': 'quote@0',
  'x /* no end': 'comment@2',
  'sin(x,y)': 'argumentCount@0',
  'a;b': 'statements@2',
  '1e99999': 'number@0',
  'x*/y': 'missingOperand@2',
}

describe('reading Maxima', () => {
  it.each(Object.entries(trees))('reads %s', (text, tree) => {
    expect(outcome(readMaxima(text))).toBe(tree)
  })

  it.each(Object.entries(problems))('says what is wrong with %j', (text, problem) => {
    expect(outcome(readMaxima(text))).toBe(problem)
  })

  it('refuses a product without a sign where asked', () => {
    expect(outcome(readMaxima('2x', { strict: true }))).toBe('missingOperator@1')
  })
})
