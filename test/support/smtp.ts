import type { AddressInfo } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

/** A mail server on loopback that keeps what it gets; `refuse` makes it turn mail away. */
export interface MailServer {
  url: string
  received: Email[]
  refuse: boolean
  close(): Promise<void>
}

/** Starts a mail server that speaks SMTP as published. */
export async function startMailServer(): Promise<MailServer> {
  const server: MailServer = { url: '', received: [], refuse: false, close: async () => {} }
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      const chunks: Buffer[] = []
      stream.on('data', chunk => chunks.push(chunk))
      stream.on('end', async () => {
        if (server.refuse)
          return done(
            Object.assign(new Error('mailbox of someone@secret.example unavailable'), { responseCode: 550 }),
          )
        server.received.push(await PostalMime.parse(Buffer.concat(chunks)))
        done()
      })
    },
  })
  await new Promise<void>(resolve => smtp.listen(0, '127.0.0.1', resolve))
  server.url = `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`
  server.close = () => new Promise(resolve => smtp.close(() => resolve()))
  return server
}
