import { Button, type ButtonProps } from '@mantine/core'
import { createLink, Link, type LinkProps } from '@tanstack/react-router'
import type { ReactNode } from 'react'

/** Where a link goes, as `linkOptions` of the router makes it: checked there, carried here. */
export interface LinkTarget {
  to: string
  params?: Record<string, string>
  search?: Record<string, unknown>
  hash?: string
}

/** What a link to a target may have besides. */
interface TargetLinkProps {
  target: LinkTarget
  children: ReactNode
  className?: string | undefined
  onClick?: () => void
  tabIndex?: number
  'aria-label'?: string
  /** Only its own address is where it leads, not what lies below: for the first of some tabs. */
  isExact?: boolean
  /** The table moves its focus along these. */
  'data-row-stop'?: boolean
  /** The panel around it closes by this. */
  'data-close'?: boolean
}

/** A link to a target that was made elsewhere. */
export function TargetLink({ target, isExact = false, ...rest }: TargetLinkProps) {
  // The router checked the target where it was made; its type can't be carried through a list of many.
  return (
    <Link {...(target as LinkProps)} activeOptions={{ exact: isExact, includeSearch: false }} {...rest} />
  )
}

function ButtonAnchor(props: ButtonProps & { href?: string; children?: ReactNode }) {
  return <Button component="a" {...props} />
}

/** A button that is a link. */
export const ButtonLink = createLink(ButtonAnchor)
