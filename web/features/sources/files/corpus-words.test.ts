import { expect, it } from 'vitest'
import { choiceOf, draftOf, faultsOfProblem } from './corpus-words.ts'

const choice = { name: 'Made up', sampling: 'selected' as const, periodFrom: null, periodTo: null, gaps: ['none of June', 'no radio'], licence: 'CC0', disclaimer: null, description: '' }

it('says what was said', () => expect(choiceOf(draftOf(choice))).toEqual({ choice }))
it('wants a name, a period that does not end before it begins, and both ends of it for a complete corpus', () => {
  expect(choiceOf({ ...draftOf(choice), name: ' – ' })).toMatchObject({ faults: { name: expect.any(String) } })
  expect(choiceOf({ ...draftOf(choice), periodFrom: '2020-02-02', periodTo: '2020-02-01' })).toMatchObject({ faults: { periodTo: expect.any(String) } })
  expect(choiceOf({ ...draftOf(choice), sampling: 'complete', periodFrom: '2020-02-02' })).toMatchObject({ faults: { periodFrom: expect.any(String) } })
  expect(choiceOf({ ...draftOf(choice), sampling: 'complete', periodFrom: '2020-01-01', periodTo: '2020-02-02' })).toMatchObject({ choice: { sampling: 'complete', periodFrom: '2020-01-01', periodTo: '2020-02-02' } })
})

it('puts what the server holds against a field beside that field, and nothing else there', () => {
  expect(faultsOfProblem([{ path: 'body.name', message: 'is that of “Made up”' }, { path: 'body.gaps.3', message: 'is too long' }, { path: 'body', message: 'is no object' }])).toEqual({ name: 'This is that of “Made up”.', gaps: 'This is too long.' })
})
