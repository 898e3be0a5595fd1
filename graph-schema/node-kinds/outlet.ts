import { z } from 'zod'
import { defineNodeKind } from '../define.ts'

/** Where a claim appeared. That implies neither a link to the Kremlin nor an intent to disinform. */
export const outletKind = defineNodeKind({
  kind: 'Outlet',
  role: 'domain',
  idPrefixes: ['outlet'],
  words: { one: 'outlet', many: 'outlets' },
  properties: z.strictObject({
    domain: z.string().nullable(),
    aliases: z.array(z.string()),
  }),
  searchable: ['domain', 'aliases'],
})
