import { isSafeLink } from '@helder/fields'
import { type Extensions, mergeAttributes, Node } from '@tiptap/core'
import StarterKit from '@tiptap/starter-kit'

/** The attributes of a picture in a text. */
export interface PictureAttributes {
  object: string
  name: string
  alt: string
  width: number | null
  height: number | null
}

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    image: {
      /** Puts a picture where the cursor is. */
      insertPicture: (picture: PictureAttributes) => ReturnType
    }
  }
}

const attribute = (fallback: string | null) => ({ default: fallback, rendered: false })

// Named as `packages/fields` has it. What is pasted from elsewhere is no picture of the workspace, so nothing is read.
function picture(fileAddress: (object: string) => string | null) {
  return Node.create({
    name: 'image',
    group: 'block',
    draggable: true,
    addAttributes: () => ({
      object: attribute(''),
      name: attribute(''),
      alt: attribute(''),
      width: attribute(null),
      height: attribute(null),
    }),
    renderHTML({ node, HTMLAttributes }) {
      const { object, alt, width, height } = node.attrs as PictureAttributes
      const shown = { src: fileAddress(object), alt, width, height }
      return ['img', mergeAttributes(HTMLAttributes, shown)]
    },
    addCommands() {
      return {
        insertPicture:
          attrs =>
          ({ commands }) =>
            commands.insertContent({ type: this.name, attrs }),
      }
    },
  })
}

/** What can be in a formatted text: what `packages/fields` allows, and nothing else. */
export function extensions(fileAddress: (object: string) => string | null): Extensions {
  const kit = StarterKit.configure({
    heading: { levels: [2, 3, 4] },
    // A last paragraph that nobody wrote would be kept, and stand on the page.
    trailingNode: false,
    link: {
      openOnClick: false,
      defaultProtocol: 'https',
      HTMLAttributes: { target: null, rel: null },
      isAllowedUri: isSafeLink,
      shouldAutoLink: isSafeLink,
    },
  }).extend({
    addExtensions() {
      return (this.parent?.() ?? []).map(extension => {
        // Its own is 1, which is the title of a page.
        if (extension.name === 'heading')
          return extension.extend({ addAttributes: () => ({ level: { default: 2, rendered: false } }) })
        if (extension.name === 'listItem')
          return extension.extend({ content: 'paragraph (paragraph | bulletList | orderedList)*' })
        if (extension.name === 'blockquote')
          return extension.extend({ content: '(paragraph | bulletList | orderedList)+' })
        return extension
      })
    },
  })
  return [kit, picture(fileAddress)]
}
