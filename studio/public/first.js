// Runs before the first paint, so that the page comes in the colours, language and density of its reader at once.
{
  const root = document.documentElement
  const kept = key => {
    try {
      return localStorage.getItem(`helder.${key}`)
    } catch {
      return null
    }
  }
  const scheme = kept('scheme')
  const prefersDark = matchMedia('(prefers-color-scheme: dark)').matches
  const isDark = scheme === 'dark' || (scheme !== 'light' && prefersDark)
  root.dataset.mantineColorScheme = isDark ? 'dark' : 'light'
  root.dataset.density = kept('density') === 'compact' ? 'compact' : 'comfortable'
  root.lang = kept('language') ?? (navigator.language.startsWith('en') ? 'en' : 'nl')
}
