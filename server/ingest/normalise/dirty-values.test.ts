import { describe, expect, test } from 'vitest'
import { findProjectRoot } from '#server/project-root.ts'
import { loadEntities } from './entities.ts'

const entities = loadEntities(findProjectRoot())

/** The worst values of the real dumps, as docs/formats.md lists them. */
describe('the fifteen worst values', () => {
  test.each([
    ['Show more', []], ['bit.ly', []], ['on.fb.me - Facebook resource', []], ['time 27:03 – 27:30', []], ['page 16-17', []],
    ['Petr Tolstoy\'s "Vremya Pokazhet", political talk show, 11:16, 18:46', ['Vremya Pokazhet < Pervyi Kanal']],
    ['‘Vremya pokazhet’ @ ‘Pervyi kanal’ (1:15:50)', ['Vremya Pokazhet < Pervyi Kanal']],
    ['60 min@RosSyria 1(55:47)', ['60 Minutes < Rossiya 1']],
    ['"News-Front", YouTube channel', ['News Front']],
    ['"Informatsionnoye agentstvo Novorossiya", YouTube channeé', ['Informatsionnoye agentstvo Novorossiya - YouTube']],
    ['https://topcor.ru/\nOko Planety', ['topcor.ru', 'Oko Planety']],
    ['Pravda.ru, Interfax, Izvestiya, tvzezda.ru', ['Pravda.ru', 'Interfax', 'Izvestia', 'tvzezda.ru']],
    ['tvzvezda.ru (and many others)', ['TV Zvezda']],
    ['Igor Druz (expert, RISS) on Yury Kotenok\'s video blog', ['Yury Kotenok’s video blog']],
  ])('outlet %j', (value, names) => {
    expect(entities.readOutlets(value).outlets.map(({ name, family }) => (family === null ? name : `${name} < ${family.name}`))).toEqual(names)
  })

  test.each([['Kirgizstan', 'country:KG'], ['CEE', 'region:cee'], ['Middle East and Africa', 'region:middle-east-and-africa'], ['GDR', 'region:gdr'], ['Erdogan', 'junk'], ['Islam', 'junk'], ['David Icke', 'junk']])('country %s', (value, id) => {
    const found = entities.resolveCountry(value)
    expect(found === null ? null : 'junk' in found ? 'junk' : found.id).toBe(id)
  })

  test.each([['Spanish', 'language:es'], ['Castilian', 'language:es'], ['Lithuania', 'junk'], ['Spain', 'junk']])('language %s', (value, id) => {
    const found = entities.resolveLanguage(value)
    expect(found === null ? null : 'junk' in found ? 'junk' : found.id).toBe(id)
  })
})
