import { make } from './dom.ts'

// `:where` weighs nothing, so whatever the site itself says about inputs and buttons wins.
const rules = `
:where(helder-account, helder-link, helder-privacy, helder-request) { display: block; max-width: 44.5rem; margin: 2rem auto; padding-inline: 1.25rem; }
:where(.helder-field) { margin-block: 1rem; }
:where(.helder-field > label, .helder-field legend) { display: block; font-weight: 600; margin-block-end: .25rem; }
:where(.helder-field > :is(input, textarea, select)) { font: inherit; box-sizing: border-box; width: 100%; max-width: 26rem; padding: .5rem .75rem; border: 1px solid #767676; border-radius: 6px; background: #fff; color: #17202a; }
:where(.helder-field > [aria-invalid]) { border-color: #b42318; }
:where(.helder-option) { display: flex; gap: .5rem; align-items: baseline; }
:where(.helder-help) { font-size: .9em; margin-block: .25rem; }
:where(.helder-error) { color: #b42318; margin-block: .25rem; }
:where(.helder-notice:empty) { display: none; }
:where(.helder-notice) { padding: .75rem 1rem; border-inline-start: 4px solid #767676; background: rgb(127 127 127 / .08); }
:where(.helder-good) { border-color: #2e7d4f; }
:where(.helder-bad) { border-color: #b42318; }
:where(.helder-actions) { display: flex; flex-wrap: wrap; gap: .75rem; margin-block: 1.25rem; align-items: center; }
:where(.helder-plain) { background: none; border: 0; padding: .25rem 0; font: inherit; color: inherit; text-decoration: underline; cursor: pointer; }
:where(.helder-field fieldset, .helder-group) { border: 0; padding: 0; margin: 0; }
:where(.helder-why) { font-size: .9em; }
:where(.helder-choice) { border: 0; padding: 0; margin-block: 1rem; }
:where(.helder-choice legend) { padding: 0; font-weight: 600; }
:where(.helder-choice label) { display: flex; gap: .5rem; padding-block: .35rem; align-items: baseline; }
:where(.helder-facts) { display: grid; grid-template-columns: max-content 1fr; gap: .35rem 1.25rem; margin-block: 1rem; }
:where(.helder-facts dt) { font-weight: 600; }
:where(.helder-facts dd) { margin: 0; overflow-wrap: anywhere; }
:where(.helder-table) { width: 100%; border-collapse: collapse; margin-block: 1rem; font-variant-numeric: tabular-nums; }
:where(.helder-table th, .helder-table td) { text-align: start; padding: .4rem .75rem .4rem 0; border-block-end: 1px solid rgb(127 127 127 / .3); vertical-align: top; }
:where(.helder-table .number) { text-align: end; }
:where(.helder-table th[scope="row"]) { font-weight: inherit; }
@media (max-width: 36em) {
  :where(.helder-table thead) { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
  :where(.helder-table, .helder-table tbody) { display: block; }
  :where(.helder-table tr) { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; padding-block: .75rem; border-block-end: 1px solid rgb(127 127 127 / .3); }
  :where(.helder-table tbody :is(td, th)) { padding: 0; border: 0; text-align: start; }
  :where(.helder-table tbody :is(td, th):first-child) { flex: 0 0 100%; }
  :where(.helder-table td[data-label])::before { content: attr(data-label) " "; }
  :where(.helder-facts) { grid-template-columns: 1fr; gap: 0; }
  :where(.helder-facts dd) { margin-block-end: .5rem; }
}
:where(.helder-hash) { font-family: ui-monospace, monospace; font-size: .85em; }
`

/** Gives the page the little style that Helder's own elements need, once. */
export function addStyle(): void {
  if (document.getElementById('helder-style')) return
  document.head.prepend(make('style', { id: 'helder-style' }, rules))
}
