/**
 * Writes made-up cases in the shape of posts.csv to a file, as a stream: node scripts/synthetic-rows.mjs COUNT FILE
 * Each title begins with “[Synthetic]”; the same count gives the same file. For measuring memory and speed, never for looking at.
 */
import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { fail } from './lib/project.mjs'

const countries = ['Russia', 'Ukraine', 'US', 'Georgia', 'Moldova', 'Poland', 'Germany', 'EU', 'The West', 'USSR', 'Kirgizstan', '', 'Belarus', 'Syria']
const keywords = ['NATO', 'Conspiracy theory', 'Colour revolutions', 'Elections', 'Sanctions', 'War in Ukraine', 'West', 'Deep state', 'EU/NATO enlargement']
const languages = ['Russian', 'English', 'Spanish+Castilian', 'Georgian', '', 'Czech', 'Arabic']
const stems = ['synthetic', 'lake', 'tea', 'moon', 'paint', 'bridge', 'river', 'cloud', 'station', 'harvest', 'winter', 'signal', 'border', 'letter', 'train']
/** As many as real titles have, or every title would be like every other. */
const words = Array.from({ length: 3_000 }, (_, at) => `${stems[at % stems.length]}${at < stems.length ? '' : at}`)

/** A small generator of figures that is the same everywhere. */
function figures(seed) {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state % below
  }
}

function rowOf(number, next) {
  const day = new Date(Date.UTC(2031, 0, 1 + (number % 3_000))).toISOString().slice(0, 10)
  const title = `[Synthetic] ${Array.from({ length: 6 }, () => words[next(words.length)]).join(' ')}${next(9) === 0 ? ', ""quoted""' : ''} ${number}`
  const some = (list, most) => Array.from({ length: 1 + next(most) }, () => list[next(list.length)]).join('+')
  const outlets = Array.from({ length: 1 + next(3) }, () => (next(12) === 0 ? 'Show more' : `Synthetic outlet ${next(2_000)}`)).join('+')
  const cell = title.includes('"') || title.includes(',') ? `"${title}"` : title
  return `${day},https://euvsdisinfo.eu/report/synthetic-${number}/,${cell},${some(countries, 3)},${some(keywords, 4)},${languages[next(languages.length)]},${outlets}\n`
}

const [count, file] = process.argv.slice(2)
try {
  if (!/^\d+$/.test(count ?? '') || file === undefined) throw new Error('How many rows, and into which file: node scripts/synthetic-rows.mjs COUNT FILE')
  const next = figures(20_310_203)
  const out = createWriteStream(file)
  out.write('date,id,title,countries,keywords,languages,outlets\n')
  let batch = ''
  for (let number = 1; number <= Number(count); number += 1) {
    batch += rowOf(number, next)
    if (batch.length < 256 * 1024 && number < Number(count)) continue
    if (!out.write(batch)) await once(out, 'drain')
    batch = ''
  }
  out.end()
  await once(out, 'close')
} catch (error) {
  fail(error)
}
