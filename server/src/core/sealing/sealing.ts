import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'

/** A key by its name, which stands in the head of what it seals. */
export interface NamedKey {
  id: string
  key: Buffer
}

/** Gives the key of a name, or null when it is destroyed. */
export type FindKey = (id: string) => Buffer | null

/** A sealed file that is not what was sealed: cut short, changed, or under another name. */
export class DamagedFile extends Error {
  constructor(name: string) {
    super(`${name} is damaged`)
    this.name = 'DamagedFile'
  }
}

/** A sealed file whose key is destroyed: nobody can read it any more, which is what its key was destroyed for. */
export class KeyDestroyed extends Error {
  readonly keyId: string

  constructor(name: string, keyId: string) {
    super(`the key ${keyId} of ${name} is destroyed`)
    this.name = 'KeyDestroyed'
    this.keyId = keyId
  }
}

// The head says how to read what follows; a later version or another cipher gets another number.
const magic = Buffer.from('HELDER')
const version = 1
const aes256gcm = 1
const saltBytes = 16
const tagBytes = 16
const chunkBytes = 64 * 1024

/**
 * Seals a stream: AES-256-GCM over chunks, each bound to its place, to whether it is the last, to the head and to the
 * name, so that no chunk can be changed, moved, dropped or taken from another file. The key of the stream is derived
 * from the named key and a salt. Source: the STREAM construction, Hoang et al., CRYPTO 2015.
 */
export async function* sealed(
  source: AsyncIterable<Buffer>,
  name: string,
  { id, key }: NamedKey,
): AsyncGenerator<Buffer> {
  const salt = randomBytes(saltBytes)
  const head = headOf(id, salt)
  const streamKey = deriveKey(key, salt, name)
  yield head
  let number = 0
  let waiting: Buffer = Buffer.alloc(0)
  for await (const piece of source) {
    waiting = waiting.length === 0 ? piece : Buffer.concat([waiting, piece])
    // The last chunk must be known to be the last, so a full one waits until more has come.
    while (waiting.length > chunkBytes) {
      yield sealChunk(streamKey, head, number++, false, waiting.subarray(0, chunkBytes))
      waiting = waiting.subarray(chunkBytes)
    }
  }
  yield sealChunk(streamKey, head, number, true, waiting)
}

/** Opens what `sealed` made under this name; throws DamagedFile or KeyDestroyed. */
export async function* unsealed(
  source: AsyncIterable<Buffer>,
  name: string,
  findKey: FindKey,
): AsyncGenerator<Buffer> {
  const reader = readerOf(source)
  const { head, keyId, salt } = await readHead(reader, name)
  const key = findKey(keyId)
  if (key === null) throw new KeyDestroyed(name, keyId)
  const streamKey = deriveKey(key, salt, name)
  for (let number = 0; ; number++) {
    const lengthAndFlag = await reader.take(5)
    if (lengthAndFlag === null) throw new DamagedFile(name)
    const last = lengthAndFlag[4] === 1
    const body = await reader.take(Math.min(lengthAndFlag.readUInt32BE(0), chunkBytes) + tagBytes)
    if (body === null) throw new DamagedFile(name)
    yield openChunk(streamKey, head, number, last, body, name)
    if (!last) continue
    if ((await reader.take(1)) !== null) throw new DamagedFile(name)
    return
  }
}

function headOf(keyId: string, salt: Buffer): Buffer {
  const id = Buffer.from(keyId)
  return Buffer.concat([magic, Buffer.from([version, aes256gcm, id.length]), id, salt])
}

async function readHead(reader: Reader, name: string) {
  const start = await reader.take(magic.length + 3)
  const [form, cipher, idLength = 0] = start?.subarray(magic.length) ?? []
  if (!start?.subarray(0, magic.length).equals(magic) || form !== version || cipher !== aes256gcm) {
    throw new DamagedFile(name)
  }
  const rest = await reader.take(idLength + saltBytes)
  if (rest === null) throw new DamagedFile(name)
  return {
    head: Buffer.concat([start, rest]),
    keyId: rest.subarray(0, idLength).toString(),
    salt: rest.subarray(idLength),
  }
}

function deriveKey(key: Buffer, salt: Buffer, name: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, salt, `helder sealed ${name}`, 32))
}

function nonceOf(number: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt32BE(number, 7)
  nonce[11] = last ? 1 : 0
  return nonce
}

function sealChunk(key: Buffer, head: Buffer, number: number, last: boolean, plain: Buffer): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(number, last))
  cipher.setAAD(head)
  const lengthAndFlag = Buffer.alloc(5)
  lengthAndFlag.writeUInt32BE(plain.length, 0)
  lengthAndFlag[4] = last ? 1 : 0
  return Buffer.concat([lengthAndFlag, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

function openChunk(
  key: Buffer,
  head: Buffer,
  number: number,
  last: boolean,
  body: Buffer,
  name: string,
): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(number, last))
  decipher.setAAD(head)
  decipher.setAuthTag(body.subarray(body.length - tagBytes))
  try {
    return Buffer.concat([decipher.update(body.subarray(0, body.length - tagBytes)), decipher.final()])
  } catch {
    throw new DamagedFile(name)
  }
}

interface Reader {
  /** So many bytes, or null when there are not that many left. */
  take(count: number): Promise<Buffer | null>
}

function readerOf(source: AsyncIterable<Buffer>): Reader {
  const iterator = source[Symbol.asyncIterator]()
  let waiting: Buffer = Buffer.alloc(0)
  return {
    async take(count) {
      const pieces = [waiting]
      let have = waiting.length
      while (have < count) {
        const next = await iterator.next()
        if (next.done) {
          waiting = Buffer.concat(pieces)
          return null
        }
        pieces.push(next.value)
        have += next.value.length
      }
      const all = pieces.length === 1 ? waiting : Buffer.concat(pieces)
      waiting = all.subarray(count)
      return all.subarray(0, count)
    },
  }
}

/** The name of the key that a file was sealed with; null for a file that is none of ours. */
export async function sealedWith(file: string): Promise<string | null> {
  const start = createReadStream(file, { end: magic.length + 3 + 255 + saltBytes })
  try {
    return (await readHead(readerOf(start), file)).keyId
  } catch (error) {
    if (error instanceof DamagedFile) return null
    throw error
  } finally {
    start.destroy()
  }
}

/** Writes a file, compressed and sealed under a name: whole and on disk, or not at all. Gives its size. */
export async function writeSealed(
  file: string,
  name: string,
  key: NamedKey,
  source: AsyncIterable<Buffer> | Iterable<Buffer>,
): Promise<number> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const temporary = `${file}.${process.pid}.part`
  try {
    const output = createWriteStream(temporary, { mode: 0o600, flush: true })
    await pipeline(source, createGzip({ level: 4 }), compressed => sealed(compressed, name, key), output)
    await rename(temporary, file)
    await syncFolder(dirname(file))
    return output.bytesWritten
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}

/** Reads a file that `writeSealed` wrote under this name, piece by piece. */
export async function* readSealed(file: string, name: string, findKey: FindKey): AsyncGenerator<Buffer> {
  const gunzip = createGunzip()
  // An error on the way in must come out where the pieces are read.
  const done = pipeline(createReadStream(file), source => unsealed(source, name, findKey), gunzip).catch(
    error => gunzip.destroy(error),
  )
  yield* gunzip as AsyncIterable<Buffer>
  await done
}

/** Makes what was renamed in a folder last: a name is only on disk when its folder is. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
