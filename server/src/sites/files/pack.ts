import { crc32, deflateRawSync } from 'node:zlib'

/** A file to put in a ZIP. */
export interface PackedFile {
  path: string
  bytes: Uint8Array
}

const localSignature = 0x04034b50
const centralSignature = 0x02014b50
const endSignature = 0x06054b50
const version = 20
/** Names are in UTF-8. */
const flags = 0x0800
/** 1 January 1980: the same files give the same ZIP. */
const date = 0x0021

/** Packs files in a ZIP, without a date of its own. Source: PKWARE's APPNOTE 6.3.10. Up to 4 GB and 65,535 files. */
export function packZip(files: PackedFile[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { path, bytes } of files) {
    const name = Buffer.from(path)
    const squeezed = deflateRawSync(bytes)
    const isSmaller = squeezed.byteLength < bytes.byteLength
    const body = isSmaller ? squeezed : Buffer.from(bytes)
    const facts = factsOf(bytes, body.byteLength, isSmaller ? 8 : 0, name.byteLength)
    const local = Buffer.concat([uint32(localSignature), facts, name])
    directory.push(
      Buffer.concat([uint32(centralSignature), uint16(version), facts, centralTail(offset), name]),
    )
    parts.push(local, body)
    offset += local.byteLength + body.byteLength
  }
  const central = Buffer.concat(directory)
  return Buffer.concat([...parts, central, endRecord(files.length, central.byteLength, offset)])
}

// What a file's own header and the directory say alike, up to the length of the extra field.
function factsOf(bytes: Uint8Array, packedSize: number, method: number, nameLength: number): Buffer {
  return Buffer.concat([
    uint16(version),
    uint16(flags),
    uint16(method),
    uint16(0),
    uint16(date),
    uint32(crc32(bytes)),
    uint32(packedSize),
    uint32(bytes.byteLength),
    uint16(nameLength),
    uint16(0),
  ])
}

// No comment, the first disk, no attributes, and where the file begins.
function centralTail(offset: number): Buffer {
  return Buffer.concat([uint16(0), uint16(0), uint16(0), uint32(0), uint32(offset)])
}

function endRecord(count: number, size: number, offset: number): Buffer {
  return Buffer.concat([
    uint32(endSignature),
    uint16(0),
    uint16(0),
    uint16(count),
    uint16(count),
    uint32(size),
    uint32(offset),
    uint16(0),
  ])
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
