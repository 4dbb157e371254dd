/** A kind of picture that a field takes, with its size in pixels. */
export interface PictureFacts {
  mediaType: string
  width: number
  height: number
}

/** What a file is, told by its first bytes; null for what is none of the pictures that a browser shows. */
export function pictureFacts(bytes: Buffer): PictureFacts | null {
  return png(bytes) ?? gif(bytes) ?? jpeg(bytes) ?? webp(bytes)
}

function png(bytes: Buffer): PictureFacts | null {
  if (
    bytes.length < 24 ||
    bytes.readUInt32BE(0) !== 0x89504e47 ||
    bytes.toString('latin1', 12, 16) !== 'IHDR'
  )
    return null
  return { mediaType: 'image/png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
}

function gif(bytes: Buffer): PictureFacts | null {
  if (bytes.length < 10 || !/^GIF8[79]a$/.test(bytes.toString('latin1', 0, 6))) return null
  return { mediaType: 'image/gif', width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) }
}

function jpeg(bytes: Buffer): PictureFacts | null {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return null
  for (const { marker, start, end } of jpegSegments(bytes)) {
    // A start of frame, but for the three markers of that range which are something else.
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame && end - start >= 7) {
      return {
        mediaType: 'image/jpeg',
        width: bytes.readUInt16BE(start + 5),
        height: bytes.readUInt16BE(start + 3),
      }
    }
  }
  return null
}

interface Segment {
  marker: number
  /** Where the segment's own bytes begin (its length included) and end. */
  start: number
  end: number
}

function* jpegSegments(bytes: Buffer): Generator<Segment> {
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] ?? 0
    // Behind the start of scan come the pixels.
    if (marker === 0xda || marker === 0xd9) return
    const length = bytes.readUInt16BE(at + 2)
    if (length < 2) return
    yield { marker, start: at + 2, end: Math.min(at + 2 + length, bytes.length) }
    at += 2 + length
  }
}

function webp(bytes: Buffer): PictureFacts | null {
  if (
    bytes.length < 30 ||
    bytes.toString('latin1', 0, 4) !== 'RIFF' ||
    bytes.toString('latin1', 8, 12) !== 'WEBP'
  )
    return null
  const size = webpSize(bytes, bytes.toString('latin1', 12, 16))
  return size && { mediaType: 'image/webp', ...size }
}

function webpSize(bytes: Buffer, kind: string): { width: number; height: number } | null {
  if (kind === 'VP8X') return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 }
  if (kind === 'VP8 ')
    return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff }
  if (kind !== 'VP8L') return null
  const packed = bytes.readUInt32LE(21)
  return { width: (packed & 0x3fff) + 1, height: ((packed >> 14) & 0x3fff) + 1 }
}

/**
 * A picture without what the camera wrote in it: place, time, device, owner. The pixels stay as they are; of the
 * rest only what is needed to show them right. Orientation is kept, since pictures would otherwise lie on their side.
 */
export function withoutMetadata(bytes: Buffer, mediaType: string): Buffer {
  if (mediaType === 'image/jpeg') return jpegWithoutMetadata(bytes)
  if (mediaType === 'image/png') return pngWithoutMetadata(bytes)
  if (mediaType === 'image/webp') return webpWithoutMetadata(bytes)
  return bytes
}

// APP0 (JFIF), APP2 (colour profile) and APP14 (colour transform) tell how to show the pixels; the other
// application segments and comments tell about people.
const keptApplicationSegments = new Set([0xe0, 0xe2, 0xee])

function jpegWithoutMetadata(bytes: Buffer): Buffer {
  const parts: Buffer[] = [bytes.subarray(0, 2)]
  const orientation = jpegOrientation(bytes)
  if (orientation > 1) parts.push(orientationSegment(orientation))
  let rest = 2
  for (const { marker, start, end } of jpegSegments(bytes)) {
    const isApplication = marker >= 0xe0 && marker <= 0xef
    if (marker !== 0xfe && (!isApplication || keptApplicationSegments.has(marker)))
      parts.push(bytes.subarray(start - 2, end))
    rest = end
  }
  return Buffer.concat([...parts, bytes.subarray(rest)])
}

// Tag 0x0112 of the first directory of EXIF. Source: CIPA DC-008 §4.6.
function jpegOrientation(bytes: Buffer): number {
  for (const { marker, start, end } of jpegSegments(bytes)) {
    if (marker !== 0xe1 || bytes.toString('latin1', start + 2, start + 6) !== 'Exif') continue
    const tiff = bytes.subarray(start + 8, end)
    if (tiff.length < 14) return 1
    const little = tiff.toString('latin1', 0, 2) === 'II'
    const short = (at: number) =>
      at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at)
    const directory = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
    for (let entry = 0; entry < Math.min(short(directory), 100); entry++) {
      const at = directory + 2 + entry * 12
      if (short(at) === 0x0112) return short(at + 8)
    }
  }
  return 1
}

// An EXIF segment with one tag, the orientation, and nothing else.
function orientationSegment(orientation: number): Buffer {
  const segment = Buffer.from(
    'ffe100224578696600004d4d002a00000008000101120003000000010000000000000000',
    'hex',
  )
  segment.writeUInt16BE(orientation, 28)
  return segment
}

const toldChunks = new Set(['tEXt', 'zTXt', 'iTXt', 'tIME', 'eXIf'])

function pngWithoutMetadata(bytes: Buffer): Buffer {
  const parts: Buffer[] = [bytes.subarray(0, 8)]
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + bytes.readUInt32BE(at)
    if (!toldChunks.has(bytes.toString('latin1', at + 4, at + 8))) parts.push(bytes.subarray(at, end))
    at = end
  }
  return Buffer.concat(parts)
}

function webpWithoutMetadata(bytes: Buffer): Buffer {
  const parts: Buffer[] = []
  for (let at = 12; at + 8 <= bytes.length; ) {
    const length = bytes.readUInt32LE(at + 4)
    const end = at + 8 + length + (length % 2)
    const kind = bytes.toString('latin1', at, at + 4)
    const chunk = Buffer.from(bytes.subarray(at, end))
    // The flags of the extended header say which chunks follow.
    if (kind === 'VP8X') chunk.writeUInt8(chunk.readUInt8(8) & ~0b1100, 8)
    if (kind !== 'EXIF' && kind !== 'XMP ') parts.push(chunk)
    at = end
  }
  const body = Buffer.concat(parts)
  const header = Buffer.from(bytes.subarray(0, 12))
  header.writeUInt32LE(body.length + 4, 4)
  return Buffer.concat([header, body])
}

/** The name of a file as it may be shown and saved: no path, no control characters, no line breaks. */
export function safeFileName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  return (
    last
      .replace(/\p{Cc}/gu, '')
      .trim()
      .slice(0, 200) || 'bestand'
  )
}
