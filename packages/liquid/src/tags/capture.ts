import { type Context, CaptureTag as StandardCapture } from 'liquidjs'
import { BoundedEmitter } from '../output.ts'
import { SafeHtml } from '../printed.ts'

/** `{% capture %}`: what it holds was escaped when it was made, so it is not escaped again when it is printed. */
export class CaptureTag extends StandardCapture {
  override *render(context: Context): Generator<unknown, void, string> {
    const emitter = new BoundedEmitter(context.globals)
    yield this.liquid.renderer.renderTemplates(this.templates, context, emitter)
    const scope = context.bottom() as Record<string, unknown>
    scope[this.variable] = new SafeHtml(emitter.buffer)
  }
}
