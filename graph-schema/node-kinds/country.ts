import { z } from 'zod'
import { defineNodeKind } from '../define.ts'

/** A country by ISO 3166, or a historic or supra-national region, that a case speaks of. */
export const countryKind = defineNodeKind({
  kind: 'Country',
  role: 'domain',
  idPrefixes: ['country', 'region'],
  words: { one: 'country or region', many: 'countries and regions' },
  properties: z.strictObject({
    /** ISO 3166-1 alpha-2 code; null for a region. */
    code: z.string().nullable(),
    isRegion: z.boolean(),
    aliases: z.array(z.string()),
  }),
  searchable: ['aliases'],
})
