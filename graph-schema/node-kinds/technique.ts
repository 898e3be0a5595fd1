import { z } from 'zod'
import { defineNodeKind } from '../define.ts'

/** A technique of the DISARM Red framework. */
export const techniqueKind = defineNodeKind({
  kind: 'Technique',
  role: 'domain',
  idPrefixes: ['technique'],
  words: { one: 'technique', many: 'techniques' },
  properties: z.strictObject({ disarmId: z.string() }),
  searchable: ['disarmId'],
})
