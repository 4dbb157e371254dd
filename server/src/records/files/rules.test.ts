import { describe, expect, it } from 'vitest'
import { pictureFacts, safeFileName, withoutMetadata } from './rules.ts'

const hidden = 'Canon van Anna, 52.37N 4.89E'

function segment(marker: number, body: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}

function exif(orientation: number): Buffer {
  const tiff = Buffer.from('4d4d002a0000000800010112000300000001000000000000' + '0000', 'hex')
  tiff.writeUInt16BE(orientation, 18)
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from(hidden)])
}

function jpeg(orientation: number): Buffer {
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('JFIF\0', 'latin1')),
    segment(0xe1, exif(orientation)),
    segment(0xfe, Buffer.from(hidden)),
    segment(0xed, Buffer.from(`Photoshop ${hidden}`)),
    segment(0xc0, Buffer.from([8, 0x01, 0x2c, 0x02, 0x58, 3])),
    segment(0xda, Buffer.from([0])),
    Buffer.from([1, 2, 3, 0xff, 0xd9]),
  ])
}

function chunk(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(body.length, 0)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, body, Buffer.alloc(4)])
}

function png(): Buffer {
  const size = Buffer.alloc(13)
  size.writeUInt32BE(600, 0)
  size.writeUInt32BE(300, 4)
  const signature = Buffer.from('89504e470d0a1a0a', 'hex')
  return Buffer.concat([
    signature,
    chunk('IHDR', size),
    chunk('tEXt', Buffer.from(hidden)),
    chunk('eXIf', Buffer.from(hidden)),
    chunk('IDAT', Buffer.from([1])),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function webp(): Buffer {
  const part = (type: string, body: Buffer) => {
    const head = Buffer.alloc(8)
    head.write(type, 0, 'latin1')
    head.writeUInt32LE(body.length, 4)
    return Buffer.concat([head, body, Buffer.alloc(body.length % 2)])
  }
  const header = Buffer.alloc(10)
  header.writeUInt8(0b1100, 0)
  header.writeUIntLE(599, 4, 3)
  header.writeUIntLE(299, 7, 3)
  const body = Buffer.concat([
    part('VP8X', header),
    part('VP8L', Buffer.from([0x2f, 0, 0, 0, 0])),
    part('EXIF', Buffer.from(hidden)),
    part('XMP ', Buffer.from(`${hidden}!`)),
  ])
  const riff = Buffer.from('RIFF0000WEBP', 'latin1')
  riff.writeUInt32LE(body.length + 4, 4)
  return Buffer.concat([riff, body])
}

describe('a picture', () => {
  it.each([
    ['jpeg', jpeg(1), 'image/jpeg'],
    ['png', png(), 'image/png'],
    ['webp', webp(), 'image/webp'],
  ])('%s tells its kind and size, and loses what the camera wrote', (_name, bytes, mediaType) => {
    expect(pictureFacts(bytes)).toEqual({ mediaType, width: 600, height: 300 })
    expect(bytes.includes(hidden)).toBe(true)
    const clean = withoutMetadata(bytes, mediaType)
    expect(clean.includes(hidden)).toBe(false)
    expect(pictureFacts(clean)).toEqual({ mediaType, width: 600, height: 300 })
    expect(withoutMetadata(clean, mediaType).equals(clean)).toBe(true)
  })

  it('that lies on its side keeps saying so, and nothing else', () => {
    const clean = withoutMetadata(jpeg(6), 'image/jpeg')
    expect(clean.includes('Exif')).toBe(true)
    expect(clean.includes(hidden)).toBe(false)
    expect(withoutMetadata(clean, 'image/jpeg').equals(clean)).toBe(true)
    expect(withoutMetadata(jpeg(1), 'image/jpeg').includes('Exif')).toBe(false)
  })

  it('that is none, or is cut off, is told as such without falling over', () => {
    expect(pictureFacts(Buffer.from('<svg onload="x">'))).toBeNull()
    for (const whole of [jpeg(6), png(), webp()]) {
      for (let length = 0; length < whole.length; length++) {
        const part = whole.subarray(0, length)
        const facts = pictureFacts(part)
        if (facts) withoutMetadata(part, facts.mediaType)
      }
    }
  })
})

describe('the name of a file', () => {
  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\anna\\cv.pdf', 'cv.pdf'],
    ['regel\r\neinde.txt', 'regeleinde.txt'],
    ['', 'bestand'],
  ])('%j becomes %j', (given, kept) => expect(safeFileName(given)).toBe(kept))
})
