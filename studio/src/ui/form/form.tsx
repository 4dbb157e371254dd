import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { Trouble } from '../error-state.tsx'
import { Notice } from '../notice.tsx'
import styles from './form.module.css'

interface FormState {
  /** What is wrong with the field of a name. */
  errorOf(name: string): string | undefined
  /** Tells which names have a field, so that what is said of others is shown above the form. */
  join(name: string): () => void
}

const FormContext = createContext<FormState>({ errorOf: () => undefined, join: () => () => {} })

/**
 * A form that shows what the server says is wrong: beside the field it is about, else above the form. The focus
 * goes to the first field that needs another look; what was typed stays.
 */
export function Form(props: {
  problem: Trouble | null
  submit: () => void
  /** Saves while somebody types: then the focus stays where it is, and SaveState tells of a lost connection. */
  savesItself?: boolean
  children: ReactNode
}) {
  const { problem, submit, savesItself = false, children } = props
  const element = useRef<HTMLFormElement>(null)
  const [names, setNames] = useState<ReadonlySet<string>>(new Set())
  const join = useCallback((name: string) => {
    setNames(before => new Set(before).add(name))
    return () => setNames(before => new Set([...before].filter(other => other !== name)))
  }, [])
  const state = useMemo(() => ({ join, errorOf: (name: string) => problem?.fields[name] }), [join, problem])
  useEffect(() => {
    if (problem === null || savesItself) return
    const first = element.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-form-problem]')
    first?.focus()
  }, [problem, savesItself])
  const isSaid = problem === null || (savesItself && problem.kind === 'offline')
  const isElsewhere = !isSaid && !Object.keys(problem.fields).some(name => names.has(name))
  return (
    <form
      ref={element}
      noValidate
      className={styles.form}
      onSubmit={event => {
        event.preventDefault()
        submit()
      }}
    >
      {isElsewhere ? (
        <div role="alert" tabIndex={-1} data-form-problem>
          <Notice tone="bad">{problem.message}</Notice>
        </div>
      ) : null}
      <FormContext value={state}>{children}</FormContext>
    </form>
  )
}

/** What is wrong with a field of the form around it. */
export function useFieldError(name: string): string | undefined {
  const { errorOf, join } = useContext(FormContext)
  useEffect(() => join(name), [join, name])
  return errorOf(name)
}

/** Shows faults at fields that are in no form of their own, for instance because they save by themselves. */
export function FieldErrors({
  errors,
  children,
}: {
  /** What is wrong, by the name of the field. */
  errors: Readonly<Record<string, string>>
  children: ReactNode
}) {
  const state = useMemo(() => ({ join: () => () => {}, errorOf: (name: string) => errors[name] }), [errors])
  return <FormContext value={state}>{children}</FormContext>
}
