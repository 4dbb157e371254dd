import { type RichTextNode, richTextFault } from '@helder/fields'
import { getSchema } from '@tiptap/core'
import type { Node, NodeType } from '@tiptap/pm/model'
import { describe, expect, it } from 'vitest'
import { extensions } from './extensions.ts'

const schema = getSchema(extensions(() => null))
const object = 'a'.repeat(64)

// The values that an attribute without a good one of its own is given.
const attributes: Record<string, Record<string, unknown>> = {
  image: { object, name: 'roos.jpg', alt: '', width: 4, height: 3 },
  link: { href: 'https://helder.example' },
}

function made(type: NodeType, content?: Node): Node {
  const node = type.isText ? schema.text('woord') : type.createAndFill(attributes[type.name] ?? null, content)
  if (node === null) throw new Error(`${type.name} does not take ${content?.type.name}`)
  return node
}

/** The kinds of nodes that a kind may hold. */
function heldBy(type: NodeType): NodeType[] {
  const found = new Set<NodeType>()
  const seen = new Set<unknown>()
  const look = (match: NodeType['contentMatch']) => {
    if (seen.has(match)) return
    seen.add(match)
    for (let at = 0; at < match.edgeCount; at++) {
      const edge = match.edge(at)
      found.add(edge.type)
      look(edge.next)
    }
  }
  look(type.contentMatch)
  return [...found]
}

/** A whole text with a node in it, as deep as it has to stand. */
function around(node: Node): Node {
  if (node.type.name === 'doc') return node
  const { doc, bulletList, paragraph } = schema.nodes
  const holder = [doc, bulletList, paragraph].find(one => one && heldBy(one).includes(node.type))
  if (holder === undefined) throw new Error(`nothing holds ${node.type.name}`)
  return around(made(holder, node))
}

function faultOf(node: Node) {
  return richTextFault(JSON.parse(JSON.stringify(around(node).toJSON())) as RichTextNode)
}

describe('what the editor of a text can make', () => {
  const pairs = Object.values(schema.nodes).flatMap(parent =>
    heldBy(parent).map(child => ({ parent: parent.name, child: child.name })),
  )

  it.each(pairs)('fits what is kept: $child in $parent', ({ parent, child }) => {
    const [outer, inner] = [schema.nodes[parent], schema.nodes[child]]
    if (outer === undefined || inner === undefined) throw new Error('no such kind')
    // An item of a list begins with a paragraph, whatever follows.
    const node =
      parent === 'listItem' && child !== 'paragraph' && schema.nodes.paragraph
        ? outer.create(null, [made(schema.nodes.paragraph), made(inner)])
        : made(outer, made(inner))
    expect(faultOf(node)).toBeNull()
  })

  it.each(Object.keys(schema.marks))('fits what is kept: words in %s', name => {
    const mark = schema.mark(name, attributes[name])
    expect(faultOf(schema.text('woord', [mark]))).toBeNull()
  })

  it('knows the kinds that are kept, and no others', () => {
    expect(Object.keys(schema.nodes).sort()).toMatchInlineSnapshot(`
      [
        "blockquote",
        "bulletList",
        "codeBlock",
        "doc",
        "hardBreak",
        "heading",
        "horizontalRule",
        "image",
        "listItem",
        "orderedList",
        "paragraph",
        "text",
      ]
    `)
    expect(Object.keys(schema.marks).sort()).toMatchInlineSnapshot(`
      [
        "bold",
        "code",
        "italic",
        "link",
        "strike",
        "underline",
      ]
    `)
  })
})
