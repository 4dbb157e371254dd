import { said } from '@helder/fields'
import { listed } from '@helder/words'
import { Button } from '@mantine/core'
import { useLanguage, useTexts } from '../../ui/language.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { Definition } from '../site.ts'
import { changesBetween } from './changes.ts'
import { texts } from './texts.ts'
import type { Draft } from './use-draft.ts'

/** Says that somebody else saved the same item, and asks which version goes on. */
export function ConflictNotice({ draft, fields }: { draft: Draft; fields: Definition['fields'] }) {
  const t = useTexts(texts)
  const language = useLanguage()
  const { conflict, values } = draft
  if (conflict === null) return null
  const changes = changesBetween(fields, conflict.values, values)
  const names = [...new Set(changes.map(({ field }) => said(field.label, language)))]
  return (
    <div role="alert">
      <Notice
        tone="warning"
        title={t.conflict}
        actions={
          <>
            <Button size="compact-md" variant="default" onClick={draft.takeTheirs}>
              {t.takeTheirs}
            </Button>
            <Button size="compact-md" onClick={draft.keepMine}>
              {t.keepMine}
            </Button>
          </>
        }
      >
        {t.conflictAbout} {names.length > 0 ? t.conflictFields(listed(names, language)) : null}
      </Notice>
    </div>
  )
}
