import zlib from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { zip } from '../../core/zip.ts'
import { budgetOf, textsOf } from './decode.ts'
import { type Markers, marked, phoneDigits, searchable } from './rules.ts'

const markers: Markers = {
  emails: ['jörg.smit@visitor.example'],
  phones: ['612345678'],
  names: ['jörg smit'],
}
const sees = async (bytes: Buffer | string) =>
  (await textsOf(Buffer.from(bytes))).map(text => marked(searchable(text), markers))
const surely = async (bytes: Buffer | string) => (await sees(bytes)).some(found => found.sure)

const plain = 'Van: Jörg.Smit@Visitor.example\n'

describe('what a scan sees through', () => {
  it.each<[string, () => Promise<Buffer> | Buffer]>([
    ['plain text', () => Buffer.from(plain)],
    ['letters and accents apart (NFD)', () => Buffer.from(plain.normalize('NFD'))],
    ['gzip', () => zlib.gzipSync(plain)],
    ['brotli', () => zlib.brotliCompressSync(Buffer.from(plain.repeat(20)))],
    [
      'a docx, which is a zip',
      () => zip([{ path: 'word/document.xml', bytes: Buffer.from(`<w:t>${plain}</w:t>`) }], new Date()),
    ],
    [
      'a name of a file in a zip',
      () => zip([{ path: 'jörg.smit@visitor.example.txt', bytes: Buffer.from('x') }], new Date()),
    ],
    ['a gzip in a zip', () => zip([{ path: 'a.gz', bytes: zlib.gzipSync(plain) }], new Date())],
    [
      'a compressed stream of a PDF',
      () =>
        Buffer.concat([
          Buffer.from('%PDF-1.7\n1 0 obj <<>>\nstream\n'),
          zlib.deflateSync(plain),
          Buffer.from('\nendstream'),
        ]),
    ],
    ['UTF-16', () => Buffer.from(plain, 'utf16le')],
    ['UTF-16, the other way round', () => Buffer.from(plain, 'utf16le').swap16()],
    ['base64', () => Buffer.from(Buffer.from(plain).toString('base64'))],
    ['base64 in the middle of a word', () => Buffer.from(`q${Buffer.from(plain).toString('base64')}`)],
    [
      'base64 broken into lines, as in mail',
      () =>
        Buffer.from(
          (
            Buffer.from('x'.repeat(50) + plain)
              .toString('base64')
              .match(/.{1,76}/g) ?? []
          ).join('\r\n'),
        ),
    ],
    ['an address', () => Buffer.from(`?to=${encodeURIComponent('jörg.smit@visitor.example')}`)],
    ['HTML by numbers', () => Buffer.from('j&#xf6;rg&#46;smit&commat;visitor.example')],
    ['JSON by numbers', () => Buffer.from('"j\\u00f6rg.smit\\u0040visitor.example"')],
    ['an address within HTML', () => Buffer.from('<a href="mailto:j%C3%B6rg.smit&#37;40visitor.example">')],
    ['quoted-printable', () => Buffer.from('To: j=C3=B6rg.smi=\r\nt=40visitor.example')],
  ])('%s', async (_kind, make) => {
    expect(await surely(await make())).toBe(true)
  })

  it('stops at a bomb, and says so', async () => {
    const budget = budgetOf(1_000_000)
    await textsOf(zlib.gzipSync(Buffer.alloc(5_000_000)), budget)
    expect(budget.exceeded).toBe(true)
  })

  it('survives what is broken', async () => {
    expect(await surely(Buffer.concat([Buffer.from('PK\x03\x04rubbish'), Buffer.from(plain)]))).toBe(true)
    expect(await surely(zlib.gzipSync(plain).subarray(0, 12))).toBe(false)
  })
})

describe('who is meant', () => {
  it.each([
    ['xjörg.smit@visitor.example', false],
    ['jörg.smit@visitor.example.org', false],
    ['jörg.smit@visitor.example-shop', false],
    ['<jörg.smit@visitor.example>', true],
    ['jörg.smit@visitor.example.', true],
    ['mailto:jörg.smit@visitor.example?subject', true],
  ])('%s: %s', async (text, sure) => {
    expect(await surely(text)).toBe(sure)
  })

  it.each([
    ['06-12345678', true],
    ['+31 6 12 34 56 78', true],
    ['(06) 12345678', true],
    ['0031612345678', true],
    ['Bestelling 2026 06-12345678 2 stuks', true],
    ['06-12345679', false],
    ['account 912345678', false],
  ])('a telephone number however written: %s', async (text, sure) => {
    expect(await surely(text)).toBe(sure)
  })

  it('takes a name for a hint, not for proof', async () => {
    expect((await sees('Beste Jörg Smit,')).map(({ sure, unsure }) => [sure, unsure])).toEqual([
      [false, true],
    ])
    expect((await sees('Beste Jörg Smits,')).some(found => found.unsure)).toBe(false)
  })

  it('takes no number that could be anyone’s', () => {
    expect(phoneDigits('12345')).toBeNull()
    expect(phoneDigits('+31 (0)6 1234 5678')).toBe(phoneDigits('0612345678'))
  })
})
