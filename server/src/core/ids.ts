import { createHash, randomBytes } from 'node:crypto'

/** The workspace of the operator itself: the realm of platform accounts, and where staff are members. */
export const platformWorkspaceId = '00000000-0000-7000-8000-000000000000'

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Whether a string is a UUID in lower case, as Helder writes them. */
export function isUuid(value: string): boolean {
  return uuidPattern.test(value)
}

// Ids of one millisecond count upwards in twelve bits, so that within a process a later id is a larger one.
let last = { ms: 0, count: 0 }

/** A new id: UUID version 7, so that ids sort by the time they were made. Source: RFC 9562 §5.7 and §6.2. */
export function newId(now = Date.now()): string {
  const count = now === last.ms ? last.count + 1 : randomBytes(2).readUInt16BE() & 0x7ff
  last = count > 0xfff ? { ms: now, count: 0xfff } : { ms: now, count }
  const bytes = randomBytes(16)
  bytes.writeUIntBE(now, 0, 6)
  bytes.writeUInt16BE(0x7000 | last.count, 6)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** A secret of 160 bits that fits in a link or a host name: 32 characters of `a-z2-7`. */
export function newSecret(): string {
  return base32(randomBytes(20))
}

/** A secret that can be made again from a keyed hash (hex) rather than kept: 32 characters of `a-z2-7`. */
export function secretFrom(keyedHash: string): string {
  return base32(Buffer.from(keyedHash, 'hex').subarray(0, 20))
}

/** What is kept of a secret: SHA-256, hex. A secret of 160 random bits needs no slow hash. */
export function hashSecret(secret: string): string {
  return sha256(secret)
}

/** SHA-256 in hex. */
export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}

const base32Alphabet = 'abcdefghijklmnopqrstuvwxyz234567'

function base32(bytes: Uint8Array): string {
  let bits = 0n
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte)
  const length = (bytes.length * 8) / 5
  return Array.from(
    { length },
    (_, i) => base32Alphabet[Number((bits >> BigInt(5 * (length - 1 - i))) & 31n)],
  ).join('')
}
