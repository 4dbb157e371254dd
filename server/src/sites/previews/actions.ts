import { audit } from '../../core/audit/audit.ts'
import { origin } from '../../core/config.ts'
import type { Ctx } from '../../core/ctx.ts'
import { hashSecret, newId, newSecret } from '../../core/ids.ts'
import { getSite } from '../sites/store.ts'
import { previewHours, previewLabel } from './rules.ts'
import { insertPreview } from './store.ts'

/** Opens a preview for somebody: an origin that can't be guessed, for a day. */
export async function openPreview(
  ctx: Ctx,
  siteId: string,
  accountId: string,
): Promise<{ origin: string; expiresAt: Date }> {
  const secret = newSecret()
  const expiresAt = new Date(ctx.now.getTime() + previewHours * 3_600_000)
  await ctx.write(async tx => {
    await getSite(tx, siteId)
    const previewId = newId(tx.now.getTime())
    await insertPreview(tx, { previewId, siteId, hostHash: hashSecret(secret), accountId, expiresAt })
    await audit(tx, { action: 'sites.preview-opened', targetId: siteId })
  })
  const { config } = ctx.services
  return { origin: origin(config, `${previewLabel(secret)}.${config.sitesBase}`), expiresAt }
}
