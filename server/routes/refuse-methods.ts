import type { Router } from 'express'
import { MethodNotAllowedError } from '../errors.ts'

/** An address that something is served at, with the methods it takes. */
export interface Served {
  path: string
  method: string
}

/** Tells a method that an address does not take from an address that is not there. Belongs behind all routes of these addresses. */
export function refuseOtherMethods(router: Router, served: readonly Served[]): void {
  const byPath = new Map<string, Set<string>>()
  for (const { path, method } of served) {
    const methods = (byPath.get(path) ?? new Set()).add(method.toUpperCase())
    // Express answers HEAD wherever it answers GET.
    if (method === 'get') methods.add('HEAD')
    byPath.set(path, methods)
  }
  for (const [path, methods] of byPath) {
    const allowed = [...methods].sort()
    router.all(path, (request, response, next) => {
      if (request.method === 'OPTIONS') response.set('Allow', allowed.join(', ')).status(204).end()
      // A method that is taken has been answered, or its own route said that there is nothing.
      else if (methods.has(request.method)) next()
      else throw new MethodNotAllowedError(request.method, allowed)
    })
  }
}
