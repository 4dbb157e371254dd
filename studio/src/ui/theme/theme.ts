import {
  Button,
  type CSSVariablesResolver,
  createTheme,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core'

// Mantine asks for ten shades; ours are named by what they are for, and change with the scheme by themselves.
const shades = (...names: string[]) => names.map(name => `var(--${name})`) as unknown as MantineColorsTuple
const one = (name: string) => shades(...Array.from({ length: 10 }, () => name))

const size = (rem: number) => `${rem}rem`

// Every kind of button in both of our colours: blue for what is done here, brick for what can't be undone.
const looks: VariantColorsResolver = ({ color, variant }) => {
  const token = color === 'brick' ? 'brick' : color === 'gray' ? 'gray' : 'blue'
  const ink = token === 'gray' ? 'var(--ink-soft)' : `var(--${token}-ink)`
  const soft = token === 'gray' ? 'var(--sunken)' : `var(--${token}-soft)`
  const line = '1px solid'
  switch (variant) {
    case 'default':
      return {
        background: 'var(--surface)',
        hover: 'var(--sunken)',
        color: 'var(--ink)',
        border: `${line} var(--edge)`,
      }
    case 'outline':
      return { background: 'transparent', hover: soft, color: ink, border: `${line} ${ink}` }
    case 'subtle':
    case 'light':
      return { background: 'transparent', hover: soft, color: ink, border: `${line} transparent` }
    case 'transparent':
      return { background: 'transparent', hover: 'transparent', color: ink, border: `${line} transparent` }
    default:
      return {
        background: `var(--${token})`,
        hover: `var(--${token}-hover)`,
        color: `var(--on-${token})`,
        border: `${line} transparent`,
      }
  }
}

/** What Mantine's parts look like in Helder: our tokens under their names. */
export const theme = createTheme({
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--font-code)',
  headings: { fontFamily: 'var(--font)', fontWeight: '650' },
  colors: {
    delft: one('blue'),
    brick: one('brick'),
    gray: shades(
      ...['sunken', 'sunken', 'line', 'line', 'edge', 'edge', 'ink-faint', 'ink-soft', 'ink', 'ink'],
    ),
    dark: shades(
      ...[
        'ink',
        'ink-soft',
        'ink-soft',
        'ink-faint',
        'line',
        'line',
        'surface',
        'sunken',
        'sunken',
        'sunken',
      ],
    ),
  },
  primaryColor: 'delft',
  variantColorResolver: looks,
  defaultRadius: 'md',
  radius: { xs: '3px', sm: '4px', md: 'var(--corner)', lg: 'var(--corner)', xl: 'var(--corner)' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  fontSizes: { xs: size(0.8333), sm: size(0.9375), md: size(1), lg: size(1.2), xl: size(1.44) },
  shadows: {
    xs: 'none',
    sm: 'none',
    md: 'var(--shadow)',
    lg: 'var(--shadow)',
    xl: 'var(--shadow)',
  },
  components: {
    Button: Button.extend({
      vars: (_theme, { size }) => ({
        root: size?.startsWith('compact')
          ? {
              '--button-height': 'var(--control-small)',
              '--button-fz': 'var(--text-sm)',
              '--button-padding-x': '12px',
            }
          : {
              '--button-height': 'var(--control)',
              '--button-fz': 'var(--text-md)',
              '--button-padding-x': '18px',
            },
      }),
    }),
    // What opens over a screen opens in its main part, so that whoever goes by landmarks finds it there.
    Popover: { defaultProps: { portalProps: { target: '#layers' } } },
    Modal: { defaultProps: { portalProps: { target: '#layers' } } },
    Menu: { defaultProps: { portalProps: { target: '#layers' }, withInitialFocusPlaceholder: false } },
  },
  cursorType: 'pointer',
  respectReducedMotion: true,
  // Our own ring, for everything that can have focus: base.css.
  focusClassName: 'has-focus-ring',
  activeClassName: '',
})

/** Mantine's own variables, said in our tokens. */
export const variables: CSSVariablesResolver = () => ({
  variables: {
    '--mantine-color-body': 'var(--paper)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-bright': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-soft)',
    '--mantine-color-placeholder': 'var(--ink-faint)',
    '--mantine-color-anchor': 'var(--blue-ink)',
    '--mantine-color-error': 'var(--brick-ink)',
    '--mantine-color-success': 'var(--green-ink)',
    '--mantine-color-default': 'var(--surface)',
    '--mantine-color-default-hover': 'var(--sunken)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-default-border': 'var(--edge)',
    '--mantine-color-disabled': 'var(--sunken)',
    '--mantine-color-disabled-color': 'var(--ink-faint)',
    '--mantine-color-disabled-border': 'var(--line)',
  },
  light: {},
  dark: {},
})
