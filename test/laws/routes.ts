import { Ajv2020 } from 'ajv/dist/2020.js'
import type { Config } from '../../server/src/core/config.ts'
import { describeInterface } from '../../server/src/core/http/openapi.ts'
import { fullPath } from '../../server/src/core/http/registration.ts'
import type { Route } from '../../server/src/core/http/route.ts'
import type { Slice } from '../../server/src/core/slice.ts'

/** Addresses that do not begin with the word of their slice, and why. */
const namedOtherwise: Record<string, string> = {
  '/api/me': 'whoever asks is not of a slice',
  '/api/workspaces': 'a workspace is what everything else is in',
  '/_helder/forms/:key': 'visitors see this address, and know of no slices',
  '/_helder/forms/:key/stamp': 'visitors see this address, and know of no slices',
  '/_helder/:page': 'visitors see this address, and know of no slices',
  '/_helder/visitor/*': 'visitors see this address, and know of no slices',
}

/** Addresses in a workspace that are open to more than its members, and why. */
const beyondMembers: Record<string, string> = {
  'POST /api/w/:workspaceId/tenancy/support-sessions/leave':
    'staff who look in have no role there; the action asks whether they look in',
}

/** What is wrong with routes, permissions and jobs as they are stated. */
export function routeFaults(slices: Slice[]): string[] {
  const permissions = slices.flatMap(slice => slice.permissions.map(permission => permission.key))
  const used = new Set(slices.flatMap(slice => slice.routes.flatMap(permissionOf)))
  const names = slices.flatMap(slice => slice.routes.map(nameOf))
  return [
    ...slices.flatMap(slice => slice.routes.flatMap(route => accessFaults(route, permissions))),
    ...permissions.filter(key => !used.has(key)).map(key => `${key}: a permission that no route asks for`),
    ...twice(permissions).map(key => `${key}: stated twice`),
    ...twice(names).map(name => `${name}: answered twice`),
    ...slices.flatMap(nameFaults),
  ]
}

function permissionOf({ access }: Route): string[] {
  return 'permission' in access ? [access.permission] : []
}

function nameOf(route: Route): string {
  return `${route.contract.method} ${fullPath(route)}`
}

function twice(values: string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index)
}

function accessFaults(route: Route, permissions: string[]): string[] {
  const { access, contract } = route
  const name = nameOf(route)
  if ('permission' in access) {
    if (contract.area !== 'workspace') return [`${name}: outside a workspace nobody has permissions`]
    return permissions.includes(access.permission)
      ? []
      : [`${name}: asks for ${access.permission}, which nobody states`]
  }
  const reason = 'public' in access ? access.public : access.signedIn
  if (contract.area === 'workspace' && !(name in beyondMembers))
    return [`${name}: open to whoever is not a member`]
  return reason.trim().split(' ').length >= 3 ? [] : [`${name}: open, and says not why`]
}

function nameFaults({ name, routes, jobs, permissions }: Slice): string[] {
  return [
    ...routes
      .filter(route => !route.contract.path.startsWith(`/${name}/`) && route.contract.path !== `/${name}`)
      .filter(route => !(fullPath(route) in namedOtherwise))
      .map(route => `${nameOf(route)}: an address of ${name} begins with /${name}/`),
    ...jobs
      .filter(job => !job.name.startsWith(`${name}.`))
      .map(job => `${job.name}: a job of ${name} begins with ${name}.`),
    ...permissions
      .filter(({ key }) => !key.startsWith(`${name}.`))
      .map(({ key }) => `${key}: a permission of ${name} begins with ${name}.`),
  ]
}

type Operation = {
  parameters: { name: string; schema: object }[]
  requestBody?: { content: Record<string, { schema?: object }> }
  responses: Record<string, { content?: Record<string, { schema?: object }> }>
}

interface Description {
  paths: Record<string, Record<string, Operation>>
  components?: { schemas: Record<string, object> }
}

/** Routes that the description of the interface lacks, and schemas in it that no program could work with. */
export function interfaceFaults(slices: Slice[], config: Config, describe = describeInterface): string[] {
  const { paths, components } = describe(slices, config) as unknown as Description
  const ajv = new Ajv2020({ strict: false, validateFormats: false, addUsedSchema: false })
  ajv.addSchema({ $id: 'interface', components })
  return slices.flatMap(slice =>
    slice.routes.flatMap(route => {
      const path = fullPath(route)
        .replace(/:(\w+)/g, '{$1}')
        .replace('*', '{path}')
      const operation = paths[path]?.[route.contract.method.toLowerCase()]
      if (operation === undefined) return [`${nameOf(route)}: not in the description of the interface`]
      return operationFaults(operation, ajv).map(fault => `${nameOf(route)}: ${fault}`)
    }),
  )
}

function operationFaults({ parameters, requestBody, responses }: Operation, ajv: Ajv2020): string[] {
  const contents = [requestBody, ...Object.values(responses)].flatMap(part =>
    Object.values(part?.content ?? {}),
  )
  const schemas = [
    ...parameters.map(({ schema }) => schema),
    ...contents.flatMap(({ schema }) => schema ?? []),
  ]
  return schemas.flatMap(schema => {
    if (Object.keys(schema).length === 0) return ['a schema that says nothing']
    try {
      ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"interface#/components')))
      return []
    } catch (error) {
      return [`a schema that does not work: ${error instanceof Error ? error.message : error}`]
    }
  })
}
