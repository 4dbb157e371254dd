import { hash, verify } from '@node-rs/argon2'

// Argon2id with 19 MiB, two passes, one lane: the first choice of OWASP's Password Storage Cheat Sheet.
const options = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** Turns a password into what may be kept of it. Source: RFC 9106. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), options)
}

// Checked when there is no account, so that an unknown address takes as long as a wrong password.
let decoy: Promise<string> | undefined

/** Whether a password is the one that was kept; takes the same time where none was. */
export async function isPassword(kept: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('nobody has this one')
  const matches = await verify(kept ?? (await decoy), password.normalize('NFKC'))
  return kept !== null && matches
}
