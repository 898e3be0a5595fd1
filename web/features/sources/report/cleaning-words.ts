/** Sorts of tidying, in words: what was found, what was done. */
const words: Readonly<Record<string, string>> = {
  alias: 'Another name or spelling of something known',
  junk: 'Junk: kept with the row, not stored as a fact',
  'same-twice': 'The same thing twice in one value',
  'several-in-one': 'Several names in one value, taken apart',
  'address-completed': 'Addresses made whole',
  'archive-address': 'Archived copies, kept apart from the original address',
  'outlet-from-address': 'Outlets known by the address of the claim',
  'outlet-unknown': 'Outlets whose name says nothing',
  placeholder: 'Placeholders such as “n/a”, taken for nothing',
  'site-statement': 'Statements of the site, kept once for the corpus and not with a case',
  'title-from-address': 'Titles read from the address, until a file brings the title itself',
  'title-prefix': 'Prefixes of the site taken off titles',
  mojibake: 'Letters garbled by a wrong encoding, set right',
  'invisible-characters': 'Invisible characters taken out',
  'split-name': 'Names torn apart, joined again',
  'historic-state': 'Historic states',
  'date-format': 'Dates in another form',
  'date-of-review': 'Dates of the review, where the claim has none',
  'name-too-long': 'Names too long to be one',
  region: 'Regions known by another name',
  note: 'Remarks beside outlet names, taken off',
  'time-code': 'Times into a broadcast, taken off outlet names',
  genre: 'Genres such as “talk show”, taken off outlet names',
  speaker: 'Speakers on somebody’s blog: the blog is the outlet',
  platform: 'Platforms such as YouTube, told apart from the channel on them',
  'quotation-marks': 'Quotation marks taken off names',
}

/** A sort of tidying in words; one that is new is shown by its code. */
export function cleaningWords(code: string): string {
  const known = words[code]
  if (known !== undefined) return known
  const plain = code.replaceAll('-', ' ')
  return plain.charAt(0).toUpperCase() + plain.slice(1)
}
