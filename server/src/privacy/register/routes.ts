import { route } from '../../core/http/route.ts'
import { listRegister } from '../subjects/actions.ts'
import { rolesThatSee } from './actions.ts'
import { getRegister } from './schema.ts'

export const routes = [
  route(getRegister, 'privacy.register.read', ctx =>
    ctx.read(async tx => {
      const seenBy = await rolesThatSee(tx)
      return (await listRegister(tx)).map(({ seenWith, ...entry }) => ({
        ...entry,
        seenBy: seenBy(seenWith),
      }))
    }),
  ),
]
