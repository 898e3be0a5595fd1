import { z } from 'zod'

// Zod compiles parsers with `new Function` unless told not to, which the content security policy forbids. It decides when a schema is made,
// so everything that makes schemas is loaded after this line.
z.config({ jitless: true })

const { start } = await import('#web/app/start.tsx')
start()
