import type { AnyContract } from '@helder/client'
import { z } from 'zod'
import { type Config, origin } from '../config.ts'
import type { Slice } from '../slice.ts'
import { fullPath, workspaceParams } from './registration.ts'
import type { Route } from './route.ts'

type JsonObject = Record<string, unknown>

/** Describes the whole interface, from the contracts that the server itself checks with. Source: OpenAPI 3.1. */
export function describeInterface(slices: Slice[], config: Config): JsonObject {
  const paths: Record<string, JsonObject> = {}
  for (const slice of slices) {
    for (const route of slice.routes) {
      const path = fullPath(route)
        .replace(/:(\w+)/g, '{$1}')
        .replace('*', '{path}')
      paths[path] = {
        ...paths[path],
        [route.contract.method.toLowerCase()]: describeRoute(slice.name, route),
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
      schemas: { Problem: problemSchema },
    },
    paths,
  }
}

function describeRoute(slice: string, { contract, access }: Route): JsonObject {
  const isPublic = 'public' in access
  return {
    tags: [slice],
    summary: contract.about,
    ...('permission' in access ? { description: `Needs the permission \`${access.permission}\`.` } : {}),
    security: isPublic ? [] : [{ session: [] }, { token: [] }],
    parameters: [...pathParameters(contract), ...queryParameters(contract)],
    ...requestBody(contract),
    responses: {
      ...successResponse(contract),
      default: {
        description: 'A no, with a sentence for the person',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
}

function pathParameters(contract: AnyContract): JsonObject[] {
  const schema =
    contract.area === 'workspace'
      ? { ...workspaceParams.shape, ...contract.params?.shape }
      : contract.params?.shape
  return Object.entries(schema ?? {}).map(([name, type]) => ({
    name: name === '*' ? 'path' : name,
    in: 'path',
    required: true,
    schema: jsonSchema(type as z.ZodType),
  }))
}

function queryParameters(contract: AnyContract): JsonObject[] {
  return Object.entries(contract.query?.shape ?? {}).map(([name, type]) => ({
    name,
    in: 'query',
    required: !(type as z.ZodType).safeParse(undefined).success,
    schema: jsonSchema(type as z.ZodType),
  }))
}

function requestBody(contract: AnyContract): JsonObject {
  if (contract.uploadBytes !== undefined) {
    return { requestBody: { required: true, content: { 'application/octet-stream': {} } } }
  }
  if (contract.body === undefined) return {}
  return {
    requestBody: { required: true, content: { 'application/json': { schema: jsonSchema(contract.body) } } },
  }
}

function successResponse(contract: AnyContract): JsonObject {
  if (contract.download !== undefined) {
    return { 200: { description: contract.about, content: { [contract.download]: {} } } }
  }
  if (contract.reply === undefined) return { 204: { description: 'Done' } }
  return {
    200: {
      description: contract.about,
      content: { 'application/json': { schema: jsonSchema(contract.reply) } },
    },
  }
}

function jsonSchema(schema: z.ZodType): JsonObject {
  const { $schema: _draft, ...rest } = z.toJSONSchema(schema, {
    unrepresentable: 'any',
    io: 'input',
    reused: 'inline',
  })
  return rest
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
