import { EditorState, type Extension } from '@codemirror/state'
import type { Language } from '@helder/words'

const dutch = {
  Find: 'Zoeken',
  Replace: 'Vervangen door',
  next: 'volgende',
  previous: 'vorige',
  all: 'alle',
  'match case': 'hoofdletters',
  'by word': 'hele woorden',
  regexp: 'patroon',
  replace: 'vervangen',
  'replace all': 'alles vervangen',
  close: 'sluiten',
  'current match': 'deze plek',
  'on line': 'op regel',
  'replaced match on line $': 'vervangen op regel $',
  'replaced $ matches': '$ plekken vervangen',
  'Go to line': 'Naar regel',
  go: 'ga',
  Completions: 'Aanvullingen',
  Diagnostics: 'Problemen',
  'No diagnostics': 'Geen problemen',
  'Control character': 'Stuurteken',
  'Selection deleted': 'Selectie verwijderd',
  'Fold line': 'Regel inklappen',
  'Unfold line': 'Regel uitklappen',
  'Folded lines': 'Ingeklapte regels',
  'Unfolded lines': 'Uitgeklapte regels',
  'folded code': 'ingeklapte code',
  unfold: 'uitklappen',
  to: 'tot',
  '$ unchanged lines': '$ regels zonder verandering',
}

/** What the editor itself says, in the language of whoever uses it. */
export function phrases(language: Language): Extension {
  return language === 'nl' ? EditorState.phrases.of(dutch) : []
}
