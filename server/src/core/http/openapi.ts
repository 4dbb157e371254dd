import type { AnyContract } from '@helder/client'
import { z } from 'zod'
import { type Config, origin } from '../config.ts'
import { sha256 } from '../ids.ts'
import type { Slice } from '../slice.ts'
import { fullPath, workspaceParams } from './registration.ts'
import type { Route } from './route.ts'

type JsonObject = Record<string, unknown>

/** Describes the whole interface, from the contracts that the server itself checks with. Source: OpenAPI 3.1. */
export function describeInterface(slices: Slice[], config: Config): JsonObject {
  const paths: Record<string, JsonObject> = {}
  const parts: Parts = { Problem: problemSchema }
  for (const slice of slices) {
    for (const route of slice.routes) {
      const path = fullPath(route)
        .replace(/:(\w+)/g, '{$1}')
        .replace('*', '{path}')
      paths[path] = {
        ...paths[path],
        [route.contract.method.toLowerCase()]: describeRoute(slice.name, route, parts),
      }
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Helder',
      version: config.version,
      description: 'Members call with a session cookie, programs with `Authorization: Bearer <token>`.',
    },
    servers: [{ url: origin(config, config.studioHost) }],
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'helder' },
        token: { type: 'http', scheme: 'bearer' },
      },
      schemas: parts,
    },
    paths,
  }
}

function describeRoute(slice: string, { contract, access }: Route, parts: Parts): JsonObject {
  const isPublic = 'public' in access
  return {
    tags: [slice],
    summary: contract.about,
    ...('permission' in access ? { description: `Needs the permission \`${access.permission}\`.` } : {}),
    security: isPublic ? [] : [{ session: [] }, { token: [] }],
    parameters: [...pathParameters(contract, parts), ...queryParameters(contract, parts)],
    ...requestBody(contract, parts),
    responses: {
      ...successResponse(contract, parts),
      default: {
        description: 'A no, with a sentence for the person',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
}

function pathParameters(contract: AnyContract, parts: Parts): JsonObject[] {
  const schema =
    contract.area === 'workspace'
      ? { ...workspaceParams.shape, ...contract.params?.shape }
      : contract.params?.shape
  return Object.entries(schema ?? {}).map(([name, type]) => ({
    name: name === '*' ? 'path' : name,
    in: 'path',
    required: true,
    schema: jsonSchema(type as z.ZodType, parts),
  }))
}

function queryParameters(contract: AnyContract, parts: Parts): JsonObject[] {
  return Object.entries(contract.query?.shape ?? {}).map(([name, type]) => ({
    name,
    in: 'query',
    required: !(type as z.ZodType).safeParse(undefined).success,
    schema: jsonSchema(type as z.ZodType, parts),
  }))
}

function requestBody(contract: AnyContract, parts: Parts): JsonObject {
  if (contract.uploadBytes !== undefined) {
    return { requestBody: { required: true, content: { 'application/octet-stream': {} } } }
  }
  if (contract.body === undefined) return {}
  return {
    requestBody: {
      required: true,
      content: { 'application/json': { schema: jsonSchema(contract.body, parts) } },
    },
  }
}

function successResponse(contract: AnyContract, parts: Parts): JsonObject {
  if (contract.download !== undefined) {
    return { 200: { description: contract.about, content: { [contract.download]: {} } } }
  }
  if (contract.reply === undefined) return { 204: { description: 'Done' } }
  return {
    200: {
      description: contract.about,
      content: { 'application/json': { schema: jsonSchema(contract.reply, parts) } },
    },
  }
}

/** Schemas that are used more than once, by name. */
type Parts = Record<string, JsonObject>

// Written out in full, what a field may be would fill megabytes: fields hold fields.
function jsonSchema(schema: z.ZodType, parts: Parts): JsonObject {
  const whole = z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input', reused: 'ref' })
  const {
    $schema: _draft,
    $defs = {},
    ...rest
  } = whole as JsonObject & { $defs?: Record<string, JsonObject> }
  return shared(rest, $defs, parts, new Map()) as JsonObject
}

// References within one schema become references to parts of the description, named by what they are.
function shared(
  value: unknown,
  defs: Record<string, JsonObject>,
  parts: Parts,
  names: Map<string, string>,
): unknown {
  if (Array.isArray(value)) return value.map(item => shared(item, defs, parts, names))
  if (typeof value !== 'object' || value === null) return value
  const { $ref } = value as { $ref?: string }
  if ($ref?.startsWith('#/$defs/')) {
    return { $ref: `#/components/schemas/${partName($ref.slice(8), defs, parts, names)}` }
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, shared(inner, defs, parts, names)]),
  )
}

function partName(
  def: string,
  defs: Record<string, JsonObject>,
  parts: Parts,
  names: Map<string, string>,
): string {
  const known = names.get(def)
  if (known !== undefined) return known
  // A part that holds itself is named before it is known what it is.
  names.set(def, `Part${Object.keys(parts).length}`)
  const part = shared(defs[def] ?? {}, defs, parts, names) as JsonObject
  const own = names.get(def) ?? def
  const holdsItself = JSON.stringify(part).includes(`#/components/schemas/${own}"`)
  const name = holdsItself ? own : `Part${sha256(JSON.stringify(part)).slice(0, 10)}`
  names.set(def, name)
  parts[name] = part
  return name
}

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'requestId'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'What happened, why, and what to do' },
    fields: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'message'],
        properties: { path: { type: 'string' }, message: { type: 'string' } },
      },
    },
    requestId: { type: 'string' },
  },
}
