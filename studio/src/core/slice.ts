import type { Text } from '@helder/words'
import type { ComponentType } from 'react'

/** A picture of an area, as the icon set draws them. */
export type Icon = ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: boolean }>

/** A screen that can be gone to: by the rail, by the palette, by keys. */
export interface Place {
  /** The address as the routes have it: `/w/$slug/mail`. Checked against the routes by a test. */
  to: string
  label: Text
  /** What a member must be allowed; absent for every member. */
  permission?: string
  /** In whose workspaces it is; absent for both. */
  kind?: 'client' | 'platform'
  /** Other words by which people look for it. */
  keywords?: Text
  /** The keys that lead to it: `g m`. */
  keys?: string
  /** Present for an area of the rail: its picture, its place from the top, and how much is new in it. */
  rail?: { icon: Icon; order: number; New?: ComponentType }
  /** Present for a tab of the settings: its place from the left. */
  settings?: { order: number }
}

/** Something that waits for someone, as the overview of a workspace lists it. */
export interface Waiting {
  key: string
  words: string
  /** What is behind it, in a few words. */
  detail?: string
  /** Where it is dealt with. */
  to: { to: string; params?: Record<string, string>; search?: Record<string, unknown> }
  /** Something is wrong, rather than new. */
  isTrouble?: boolean
}

/** What a slice has for the overview: read by hooks, since it is on screen all the time. */
export interface HomePart {
  /** What waits; undefined as long as it is being read. Called in every workspace, so it asks for permission itself. */
  useWaiting?: () => Waiting[] | undefined
  /** A part of the overview by itself, such as what happened lately. */
  Card?: ComponentType
}

/** An area of the studio: where one can go in it, and what it adds to what is shared. */
export interface StudioSlice {
  /** Its one word, the same as on the server. */
  name: string
  /** Its name on screen, above what belongs to it. */
  label: Text
  places: Place[]
  /** What was done, by the action in the audit trail: `nodigde iemand uit`. */
  acts?: Record<string, Text>
  /** The kinds of mail that it sends, by template. */
  letters?: Record<string, Text>
  home?: () => Promise<HomePart>
  /** What it does around every screen of a workspace without being seen: commands to add, news to tell. */
  around?: () => Promise<ComponentType>
}
