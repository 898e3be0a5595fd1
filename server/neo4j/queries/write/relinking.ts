import { z } from 'zod'
import { defineQuery } from '../../define-query.ts'

const nothing = z.never()

/** Notes that all cases are about to be linked anew: until that has ended, some are linked with one taxonomy and some with another. */
export const beginRelinking = defineQuery({
  name: 'beginRelinking',
  access: 'write',
  cypher: `
    MERGE (lock:ImportLock {id: 'lock:import'})
    ON CREATE SET lock.holder = ''
    SET lock.linkedWith = '', lock.relinking = $relinking
  `,
  params: z.strictObject({ relinking: z.string() }),
  row: nothing,
})

/** Notes that all cases are linked with this taxonomy, unless somebody linked with another meanwhile or began to link all anew after us. */
export const endRelinking = defineQuery({
  name: 'endRelinking',
  access: 'write',
  cypher: `
    MATCH (lock:ImportLock {id: 'lock:import'})
    // Writing takes the lock; what is read before it may be another's past.
    SET lock.taken = true
    WITH lock WHERE lock.relinking = $relinking
    SET lock.linkedWith = $taxonomy, lock.relinking = null
  `,
  params: z.strictObject({ relinking: z.string(), taxonomy: z.string() }),
  row: nothing,
})
