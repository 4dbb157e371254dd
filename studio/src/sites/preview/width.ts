import { useKept } from '../../ui/kept.ts'

const widths = ['full', 'tablet', 'phone'] as const

/** How wide a page is shown: as wide as there is room, or as on a device. */
export type PreviewWidth = (typeof widths)[number]

/** The width of each device, in pixels. */
const pixels: Record<PreviewWidth, number | null> = { full: null, tablet: 820, phone: 390 }

/** The width that was chosen, the same for every preview in this browser. */
export function usePreviewWidth(): [PreviewWidth, (width: PreviewWidth) => void] {
  return useKept('preview-width', widths)
}

/** How a page is laid in a room of so many pixels: its own width, and how much smaller it is shown where that is needed. */
export function fitOf(chosen: PreviewWidth, room: number): { width: number; scale: number } {
  const width = pixels[chosen] ?? room
  return { width, scale: width > room && room > 0 ? room / width : 1 }
}
