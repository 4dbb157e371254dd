import type { InlineConfig, ServerOptions } from 'vite'

/** The configuration of Vite; with `catalogue` the page that shows each part of the kit comes along. */
export function studioConfig(more?: InlineConfig & { catalogue?: boolean }): InlineConfig

/** Vite in front of the program: the studio's own files from here, everything else from there. */
export function devServer(places: { port: number; inner: number; studioHost: string }): ServerOptions
