import type { Category } from '@helder/fields'
import type { Text } from '@helder/words'
import type { Ctx, TxCtx } from './ctx.ts'

/**
 * What a column holds:
 * - `id`: a number of Helder's that says nothing by itself;
 * - `plain`: no personal data;
 * - `actor`: the account that did something; a number only, which means nobody once that account is erased;
 * - personal data of a category, with a label where the name of the category says too little;
 * - JSON with a declaration for each leaf, `*` standing for any key or index;
 * - `defined`: what a workspace defined itself; its own fields say what they hold.
 */
export type ColumnDeclaration =
  | 'id'
  | 'plain'
  | 'actor'
  | 'defined'
  | { personal: Category; label?: Text; secret?: true }
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
    /** The links all recognise one and the same person, by proof: found by one of them, the others count too. */
    identifies?: true
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

/** Where something is held: the store and, within it, the row or record. */
export interface Place {
  /** The store and, after a colon, its part: `identity.accounts`, `records.records:contact`. */
  store: string
  id: string
}

/** One thing that is held about a person. */
export interface Fact {
  /** The name of the column or field, for programs. */
  field: string
  label: Text
  /** Null where it says nothing about the person by itself; addresses and names are what a scan looks for. */
  category: Category | null
  /** As JSON has it. */
  value: unknown
  /** As people read it, where that is something else. */
  shown?: Text
}

/** Something that is held about a person: enough to show, to export and to erase it. */
export interface FoundItem extends Place {
  about: Text
  purpose: Text
  /** What it says, in the order that people read. Secrets are left out. */
  facts: Fact[]
  /** The files that belong to it, with a name where they have one. */
  objects: { sha: string; name?: string }[]
  fate: Fate
}

/** What an erasure does with an item. What stays may hold other items back: while it is there, they are too. */
export type Fate =
  /** `with` names what it goes along with: should that stay, then so does this. */
  | { does: 'delete'; with?: Place }
  | { does: 'blank'; because: Text }
  | { does: 'stay'; because: Text; holds?: Place[] }

/**
 * A place that holds data about people whose shape is not that of a table with fixed columns. Tables need none:
 * theirs is derived from the declaration.
 */
export interface SubjectSource {
  /** What is held now, for the register. */
  register(tx: TxCtx): Promise<RegisterEntry[]>
  /** What is held about a person; may widen the keys when it finds more ways to recognise them. */
  find(tx: TxCtx, keys: SubjectKeys): Promise<FoundItem[]>
  /** Those of these places that are its own and still there; to repeat an erasure by what it erased. */
  at(tx: TxCtx, places: Place[]): Promise<FoundItem[]>
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
