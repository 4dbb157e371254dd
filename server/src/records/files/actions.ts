import type { FileValue } from '@helder/fields'
import { text } from '@helder/words'
import type { Ctx } from '../../core/ctx.ts'
import { Refusal } from '../../core/errors.ts'
import { mediaTypeOf } from '../../core/media-types.ts'
import { keepObject } from '../../core/objects/objects.ts'
import { pictureFacts, safeFileName, withoutMetadata } from './rules.ts'
import { largestFileBytes } from './schema.ts'

/** A kept file as a value of a field, with its size in pixels where it is a picture. */
export type KeptFile = FileValue & { width?: number; height?: number }

/** Keeps a file for a field. A picture loses what the camera wrote in it; any other file is kept as it came. */
export async function keepFile(ctx: Ctx, name: string, bytes: Buffer): Promise<KeptFile> {
  if (bytes.byteLength > largestFileBytes) {
    throw new Refusal(
      'too-large',
      text(
        'Dit bestand is groter dan 20 MB. Maak het kleiner en probeer het opnieuw.',
        'This file is larger than 20 MB. Make it smaller and try again.',
      ),
    )
  }
  if (bytes.byteLength === 0)
    throw new Refusal('invalid', text('Dit bestand is leeg.', 'This file is empty.'))
  const picture = pictureFacts(bytes)
  const kept = picture ? withoutMetadata(bytes, picture.mediaType) : bytes
  const object = await keepObject(ctx, kept)
  return {
    object,
    name: safeFileName(name),
    sizeBytes: kept.byteLength,
    mediaType: picture?.mediaType ?? mediaTypeOf(name),
    ...(picture ? { width: picture.width, height: picture.height } : {}),
  }
}
