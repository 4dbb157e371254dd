import type { ReactNode } from 'react'
import styles from './drawings.module.css'

// One window, and on its sill what the screen is about. Lines in ink, the frame in the colour of rules.
const onTheSill = {
  letter: (
    <>
      <path className={styles.fill} d="M46 60h44v28H46z" />
      <path d="M46 60h44v28H46zM46 61l22 16 22-16" />
    </>
  ),
  people: (
    <>
      <path className={styles.fill} d="M44 88V74h18v14M72 88V70h20v18" />
      <path d="M44 74h18v9a5 5 0 0 1-5 5h-8a5 5 0 0 1-5-5zM62 76h3a3.5 3.5 0 0 1 0 7h-3" />
      <path d="M72 70h20v12a6 6 0 0 1-6 6h-8a6 6 0 0 1-6-6zM92 73h3a4 4 0 0 1 0 9h-3" />
      <path d="M50 69c-2-3 2-4 0-7M57 69c-2-3 2-4 0-7M79 65c-2-3 2-4 0-7M86 65c-2-3 2-4 0-7" />
    </>
  ),
  plant: (
    <>
      <path className={styles.fill} d="M56 72h24l-3 16H59z" />
      <path d="M56 72h24l-3 16H59z" />
      <path d="M68 72V50M68 60c-9 0-13-5-13-12 9 0 13 5 13 12zM68 54c0-8 4-12 12-12 0 8-4 12-12 12z" />
    </>
  ),
  book: (
    <>
      <path className={styles.fill} d="M42 66c9-4 18-4 26 1 8-5 17-5 26-1v22c-9-3-18-3-26 0-8-3-17-3-26 0z" />
      <path d="M68 67c-8-5-17-5-26-1v22c9-3 18-3 26 0 8-3 17-3 26 0V66c-9-4-18-4-26 1zM68 67v21" />
      <path d="M49 72c4-1 8-1 12 0M49 78c4-1 8-1 12 0M75 72c4-1 8-1 12 0M75 78c4-1 8-1 12 0" />
    </>
  ),
  key: (
    <>
      <circle className={styles.fill} cx="54" cy="76" r="11" />
      <circle cx="54" cy="76" r="11" />
      <circle cx="54" cy="76" r="4" />
      <path d="M65 76h29M84 76v8M92 76v6" />
    </>
  ),
  glasses: (
    <>
      <circle className={styles.fill} cx="53" cy="78" r="10" />
      <circle className={styles.fill} cx="83" cy="78" r="10" />
      <circle cx="53" cy="78" r="10" />
      <circle cx="83" cy="78" r="10" />
      <path d="M63 76c3-3 7-3 10 0M43 76l-4-10M93 76l4-10" />
    </>
  ),
  house: (
    <>
      <path className={styles.fill} d="M48 88V66l20-14 20 14v22z" />
      <path d="M43 69l25-18 25 18M48 66v22h40V66M62 88V74h12v14" />
    </>
  ),
  closed: (
    <>
      <path className={styles.fill} d="M38 26h60v62H38z" />
      <path d="M38 26h60v62H38zM38 38h60M38 50h60M38 62h60M38 74h60M68 88v7" />
      <circle cx="68" cy="97" r="2.5" />
    </>
  ),
  unplugged: (
    <>
      <path className={styles.fill} d="M44 70h14v12H44zM80 66h14v20H80z" />
      <path d="M44 70h14v12H44zM58 73h7M58 79h7M44 76H30" />
      <path d="M80 66h14v20H80zM94 76h12" />
    </>
  ),
} satisfies Record<string, ReactNode>

/** What stands on the sill of a drawing. */
export type DrawingName = keyof typeof onTheSill

/** A small drawing beside words; it says nothing that they don't. */
export function Drawing({ name }: { name: DrawingName }) {
  return (
    <svg viewBox="0 0 136 108" width="136" height="108" className={styles.drawing} aria-hidden="true">
      <g className={styles.frame}>
        <path d="M30 18h76v70H30zM68 18v70M30 48h76" />
      </g>
      {onTheSill[name]}
      <path d="M18 88h100" />
    </svg>
  )
}
