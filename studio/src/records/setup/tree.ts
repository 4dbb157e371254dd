import { type Field, undeclaredLeaves } from '@helder/fields'

/** Changes one of some fields, by its key. */
export function withField(fields: readonly Field[], key: string, change: (field: Field) => Field): Field[] {
  return fields.map(field => (field.key === key ? change(field) : field))
}

/** Puts something at a place in a list. */
export function inserted<T>(list: readonly T[], at: number, item: T): T[] {
  return [...list.slice(0, at), item, ...list.slice(at)]
}

/** The path of a field as the address has it: the keys from the top, with a block's kind in between. */
export function pathOf(above: string, key: string): string {
  return above === '' ? key : `${above}.${key}`
}

/** Whether a field stands open: it, or something in it, is what the address names. */
export function isOpenAt(open: string | undefined, path: string): boolean {
  return open === path || (open?.startsWith(`${path}.`) ?? false)
}

/** Whether a field, or something in it, does not say yet whose data it holds. */
export function isUndeclared(field: Field): boolean {
  return undeclaredLeaves([field]).length > 0
}

/** A field that must still say whose data it holds. */
export interface Undeclared {
  path: string
  field: Field
}

/** The fields that must still say whose data they hold, by the paths of the address. */
export function undeclaredIn(fields: readonly Field[], above = ''): Undeclared[] {
  return fields.filter(isUndeclared).flatMap(field => {
    const path = pathOf(above, field.key)
    switch (field.type) {
      case 'group':
        return undeclaredIn(field.fields, path)
      case 'list':
        return field.of.type === 'group' ? undeclaredIn(field.of.fields, path) : [{ path, field }]
      case 'blocks':
        return field.blocks.flatMap(kind => undeclaredIn(kind.fields, pathOf(path, kind.key)))
      default:
        return [{ path, field }]
    }
  })
}

/** Whether any of these fields, or of what is in them, holds personal data. */
export function holdsPersonalData(fields: readonly Field[]): boolean {
  return fields.some(field => {
    if (field.privacy?.personal) return true
    if (field.type === 'group') return holdsPersonalData(field.fields)
    if (field.type === 'list') return holdsPersonalData([field.of])
    return field.type === 'blocks' && field.blocks.some(kind => holdsPersonalData(kind.fields))
  })
}
