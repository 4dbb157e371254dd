import type { Text } from '@helder/words'
import { text } from '@helder/words'
import type { Ctx, TxCtx } from './ctx.ts'

/** The kinds of personal data that Helder tells apart. A closed list, so that a register can be read. */
export const categories = {
  'contact.name': text('naam', 'name'),
  'contact.email': text('e-mailadres', 'e-mail address'),
  'contact.phone': text('telefoonnummer', 'phone number'),
  'contact.address': text('adres', 'address'),
  'person.birth-date': text('geboortedatum', 'date of birth'),
  'person.preference': text('voorkeur', 'preference'),
  'person.image': text('foto', 'photo'),
  'person.other': text('ander gegeven over iemand', 'other fact about someone'),
  financial: text('financieel gegeven', 'financial fact'),
  learning: text('leerresultaat', 'learning result'),
  content: text('wat iemand schreef', 'what someone wrote'),
  credential: text('sleutel tot een account', 'key to an account'),
  device: text('apparaat', 'device'),
  activity: text('wat iemand deed, en wanneer', 'what someone did, and when'),
} as const satisfies Record<string, Text>

/** A kind of personal data. */
export type Category = keyof typeof categories

/**
 * What a column holds:
 * - `id`: a number of Helder's that says nothing by itself;
 * - `plain`: no personal data;
 * - `actor`: the account that did something; a number only, which means nobody once that account is erased;
 * - personal data of a category;
 * - JSON with a declaration for each leaf, `*` standing for any key or index;
 * - `defined`: what a workspace defined itself; its own fields say what they hold.
 */
export type ColumnDeclaration =
  | 'id'
  | 'plain'
  | 'actor'
  | 'defined'
  | { personal: Category; secret?: true }
  | { json: Record<string, 'id' | 'plain' | 'actor' | { personal: Category }> }

/** How a row leads to the person it is about. */
export type SubjectLink =
  /** A column holds the address of the person. */
  | { email: string }
  /** A column holds the id of the person's account; `realm` names a column with the account's own workspace. */
  | { account: string; realm?: 'platform' }
  /** The row belongs to a row of another table, which leads to the person; `columns` are the foreign key's. */
  | { through: string; columns: string[] }

/** How long a row stays. */
export type Keep =
  /** So many days after the moment in a column. */
  | { days: number; after: string }
  /** As long as what it belongs to; the words say what that is. */
  | { aslong: Text }

/** What becomes of a row when the person is erased. */
export type Erase =
  | 'delete'
  /** The row stays for a reason; these columns lose what they say about the person. */
  | { blank: Record<string, string | null>; because: Text }
  /** A foreign key with `on delete cascade` to this table takes it along. */
  | { cascade: string }
  /** The data itself stays, because of a duty or an interest that outweighs; the register and the person see why. */
  | { stays: Text }

/** What a table holds about people, why, how long, who sees it, and how it is erased. */
export interface TableDeclaration {
  /** What a row is, in words that a visitor understands. */
  about: Text
  columns: Record<string, ColumnDeclaration>
  /** Absent where no column is personal. */
  people?: {
    links: SubjectLink[]
    purpose: Text
    keep: Keep
    erase: Erase
    /** The permissions that let a member see it. The person always may. */
    seenWith: string[]
  }
}

/** The ways in which Helder recognises one person within a workspace. */
export interface SubjectKeys {
  /** Normalised addresses. */
  emails: Set<string>
  /** Ids of accounts. */
  accounts: Set<string>
}

/** Something that is held about a person: enough to show, to export and to erase it. */
export interface FoundItem {
  /** The store and, after a colon, its part: `identity.accounts`, `records.records:contact`. */
  store: string
  id: string
  about: Text
  purpose: Text
  /** What it says, by label, in the order that people read. Secrets are left out. */
  data: Record<string, unknown>
  /** The objects (files) that belong to it. */
  objects: string[]
  /** What an erasure does with it. */
  fate: { does: 'delete' } | { does: 'blank'; because: Text } | { does: 'stay'; because: Text }
  /** Values by which anyone could recognise the person elsewhere: looked for by the scan after an erasure. */
  markers: string[]
}

/**
 * A place that holds data about people whose shape is not that of a table with fixed columns. Tables need none:
 * theirs is derived from the declaration.
 */
export interface SubjectSource {
  /** What is held now, for the register. */
  register(tx: TxCtx): Promise<RegisterEntry[]>
  /** What is held about a person; may widen the keys when it finds more ways to recognise them. */
  find(tx: TxCtx, keys: SubjectKeys): Promise<FoundItem[]>
  /** Does what each item's fate says. */
  erase(tx: TxCtx, items: FoundItem[]): Promise<void>
  /** Every address and account id that occurs, so that erasures can be repeated after a restore. */
  keys(tx: TxCtx): Promise<{ emails: string[]; accounts: string[] }>
  /** Removes what is past its term; gives how many went, by store. */
  expire(tx: TxCtx): Promise<Record<string, number>>
}

/** One line of the register: a kind of data, why it is held, how long, and who sees it. */
export interface RegisterEntry {
  store: string
  /** The name of the column or field. */
  field: string
  label: Text
  category: Category
  about: Text
  purpose: Text
  keep: Text
  seenWith: string[]
}

/** Copies that are made from what is erased: they are made anew or removed, and never erased by hand. */
export interface DerivedCopies {
  name: string
  /** Removes or remakes every copy that may hold something of these items. Runs after the erasure has committed. */
  forget(ctx: Ctx, items: FoundItem[]): Promise<void>
}

/** What a slice holds about people. A slice that holds nothing says so by empty lists and a reason. */
export interface PersonalData {
  /** By full name; `workspace_id` is the wall itself and needs no declaration. */
  tables: Record<string, TableDeclaration>
  /** The leaves of every job's payload. Personal data has no place there, so `id` or `plain`. */
  jobs: Record<string, Record<string, 'id' | 'plain' | 'actor'>>
  /** The kinds of owner for which the slice keeps objects, and the store that such an owner is in. */
  objects: Record<string, { store: string; about: Text }>
  sources?: SubjectSource[]
  derived?: DerivedCopies[]
  /** Why nothing is held, where that is so. */
  nothing?: string
}

/** An address as it is compared: Unicode in one form, lower case, no space around it. */
export function normalEmail(address: string): string {
  return address.normalize('NFC').trim().toLowerCase()
}
