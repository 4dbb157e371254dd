import { promisify } from 'node:util'
import { crc32, deflateRaw } from 'node:zlib'

/** A file that goes into an archive; its path has no drive, no `..` and no leading slash. */
export interface ZipFile {
  path: string
  bytes: Uint8Array
}

const deflate = promisify(deflateRaw)

// Already compressed, these would only grow.
const packed = /\.(png|jpe?g|gif|webp|avif|zip|gz|br|woff2?|mp[34]|webm|docx|xlsx|pptx|odt|ods)$/i

/**
 * Packs files as a ZIP. Names are UTF-8, dates are those of the packing, nothing is encrypted. Refuses more than the
 * format can hold without its 64-bit form. Source: PKWARE APPNOTE 6.3.10, §4.3.
 */
export async function zip(files: ZipFile[], at: Date): Promise<Buffer> {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { path, bytes } of files) {
    const name = Buffer.from(path, 'utf8')
    const body = packed.test(path) ? Buffer.from(bytes) : await deflate(bytes)
    const stored = packed.test(path) || body.length >= bytes.byteLength
    const content = stored ? Buffer.from(bytes) : body
    const common = commonHeader({
      stored,
      at,
      crc: crc32(bytes),
      packed: content.length,
      size: bytes.byteLength,
      name,
    })
    const local = Buffer.concat([signature(0x04034b50), common, name, content])
    directory.push(Buffer.concat([signature(0x02014b50), word(0x0314), common, directoryTail(offset), name]))
    parts.push(local)
    offset += local.length
  }
  if (files.length > 0xffff || offset > 0xffffffff)
    throw new RangeError('too much for a ZIP without its 64-bit form')
  return Buffer.concat([...parts, ...directory, endOfDirectory(files.length, directory, offset)])
}

interface HeaderInput {
  stored: boolean
  at: Date
  crc: number
  packed: number
  size: number
  name: Buffer
}

// From `version needed` up to and with the length of extra fields: the same in both kinds of header.
function commonHeader({ stored, at, crc, packed: packedSize, size, name }: HeaderInput): Buffer {
  const header = Buffer.alloc(26)
  header.writeUInt16LE(20, 0)
  // Bit 11: the name is UTF-8.
  header.writeUInt16LE(0x0800, 2)
  header.writeUInt16LE(stored ? 0 : 8, 4)
  header.writeUInt16LE((at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1), 6)
  header.writeUInt16LE(
    ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate(),
    8,
  )
  header.writeUInt32LE(crc, 10)
  header.writeUInt32LE(packedSize, 14)
  header.writeUInt32LE(size, 18)
  header.writeUInt16LE(name.length, 22)
  header.writeUInt16LE(0, 24)
  return header
}

function directoryTail(offset: number): Buffer {
  const tail = Buffer.alloc(14)
  // An ordinary file that its owner reads and writes and others read, as Unix has it.
  tail.writeUInt32LE((0o100644 << 16) >>> 0, 6)
  tail.writeUInt32LE(offset, 10)
  return tail
}

function endOfDirectory(count: number, directory: Buffer[], offset: number): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(
    directory.reduce((sum, entry) => sum + entry.length, 0),
    12,
  )
  end.writeUInt32LE(offset, 16)
  return end
}

function signature(value: number): Buffer {
  const buffer = Buffer.alloc(4)
  buffer.writeUInt32LE(value)
  return buffer
}

function word(value: number): Buffer {
  const buffer = Buffer.alloc(2)
  buffer.writeUInt16LE(value)
  return buffer
}
