import { categories } from '@helder/fields'
import { listCollections } from '@helder/server/records/collections/schema'
import { Button } from '@mantine/core'
import { IconDownload, IconPrinter } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useReply } from '../../core/api.tsx'
import { useWorkspace } from '../../core/place.tsx'
import { type RegisterEntry, useRegister } from '../../core/register.ts'
import { useCommands } from '../../ui/commands/commands.tsx'
import type { Command } from '../../ui/commands/rank.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { SelectField, TextField } from '../../ui/form/fields.tsx'
import { useLanguage, useTexts } from '../../ui/language.tsx'
import { ButtonLink } from '../../ui/links.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Skeleton } from '../../ui/loading.tsx'
import { Part } from '../../ui/screen.tsx'
import type { RegisterSearch } from '../index.ts'
import { registerCsv } from './csv.ts'
import { categoriesIn, findInRegister, groupRegister } from './groups.ts'
import styles from './register.module.css'
import { StoreLines } from './store-lines.tsx'
import { texts } from './texts.ts'

/** What is held about people, as one can hand it over. */
export function Register() {
  const t = useTexts(texts)
  const { name } = useWorkspace()
  const register = useRegister()
  return (
    <Part
      title={t.register}
      about={t.registerAbout(name)}
      actions={register.data ? <Takes entries={register.data} /> : null}
    >
      <Loaded from={register} shape={<Skeleton lines={10} />}>
        {entries => <Found entries={entries} />}
      </Loaded>
    </Part>
  )
}

function Takes({ entries }: { entries: RegisterEntry[] }) {
  const t = useTexts(texts)
  const language = useLanguage()
  useCommands(
    useMemo((): Command[] => {
      const run = () => download(registerCsv(entries, t, language), 'register.csv')
      return [{ id: 'register-csv', label: t.csv, group: 'do', run }]
    }, [entries, t, language]),
  )
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPrinter size={18} stroke={1.75} aria-hidden />}
        onClick={() => print()}
      >
        {t.print}
      </Button>
      <Button
        variant="default"
        leftSection={<IconDownload size={18} stroke={1.75} aria-hidden />}
        onClick={() => download(registerCsv(entries, t, language), 'register.csv')}
      >
        {t.csv}
      </Button>
    </>
  )
}

function download(content: string, name: string): void {
  const address = URL.createObjectURL(new Blob([content], { type: 'text/csv;charset=utf-8' }))
  const link = Object.assign(document.createElement('a'), { href: address, download: name })
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

function Found({ entries }: { entries: RegisterEntry[] }) {
  const t = useTexts(texts)
  const language = useLanguage()
  const { slug, can } = useWorkspace()
  const { find = '', category } = useSearch({ from: '/signed-in/w/$slug/privacy/register' })
  const collections = useReply(listCollections, { query: {} }, { when: can('records.content.read') })
  const found = findInRegister(entries, { find, category: category ?? null }, language)
  const groups = groupRegister(found, collections.data ?? [])
  const places = groups.reduce((sum, { stores }) => sum + stores.length, 0)
  return (
    <>
      <Look entries={entries} />
      <p role="status" className={styles.held}>
        {t.held(found.length, places)}
      </p>
      {groups.map(({ key, stores }) => (
        <section key={key} className={styles.group}>
          <h3>{t[key]}</h3>
          {stores.map(store => (
            <StoreLines key={store.store} store={store} />
          ))}
        </section>
      ))}
      {found.length === 0 ? (
        <EmptyState
          drawing="glasses"
          title={t.nothingFound}
          action={
            <ButtonLink to="/w/$slug/privacy/register" params={{ slug }} variant="default">
              {t.all}
            </ButtonLink>
          }
        >
          {t.nothingFoundAbout}
        </EmptyState>
      ) : null}
    </>
  )
}

function Look({ entries }: { entries: RegisterEntry[] }) {
  const t = useTexts(texts)
  const language = useLanguage()
  const { slug } = useWorkspace()
  const navigate = useNavigate()
  const search = useSearch({ from: '/signed-in/w/$slug/privacy/register' })
  const change = (part: RegisterSearch) =>
    void navigate({
      to: '/w/$slug/privacy/register',
      params: { slug },
      search: { ...search, ...part },
      replace: true,
    })
  return (
    <search className={styles.look}>
      <TextField
        name="find"
        type="search"
        label={t.find}
        autoComplete="off"
        value={search.find ?? ''}
        change={find => change({ find })}
      />
      <SelectField
        name="category"
        label={t.category}
        value={search.category ?? 'all'}
        change={category => change({ category: category === 'all' ? '' : category })}
        options={[
          { value: 'all', label: t.allKinds },
          ...categoriesIn(entries).map(value => ({ value, label: categories[value][language] })),
        ]}
      />
    </search>
  )
}
