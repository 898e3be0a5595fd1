/** An outlet's name without what a source wrote beside it. */
export interface TidyName {
  /** Empty where nothing but notes stood there. */
  name: string
  /** YouTube, Facebook …, where the name is that of a channel or page there. */
  platform: string | null
  /** What was taken off, in the order it was. */
  codes: string[]
}

const time = String.raw`\d{1,2}[:.]\d{2}(?:[:.]\d{2})?`
const times = String.raw`${time}(?:\s?(?:[-–—]|to)\s?${time})?(?:(?:\s?[,;]\s?|\s(?:and|и)\s)${time}(?:\s?(?:[-–—]|to)\s?${time})?)*`
/** “19:16”, “(time: 19:44 and 34:15)”, “time 28:02-28:20”, “[22:35 - 23:39]” at the end of a name. */
const timeCode = new RegExp(String.raw`(?:[\s,.;@]*)(?:[(\[]\s?)?(?:\btime:?\s?|@\s?)?${times}(?:\s?[)\]])?(?:\s?\(?(?:similarly|and (?:following|onwards))[^)]*\)?)?[\s,.;)]*$`, 'iu')
const onlyTime = new RegExp(String.raw`^(?:[(\[]?(?:time:?\s?)?${times}[)\]]?|pages?\s[\d\s–-]+)$`, 'iu')

/** Notes on the link or the claim, not on the outlet. */
const notes = /\s*\((?:archived(?: link| version)?|opens in a new tab|(?:and )?(?:many )?others?|similarly[^)]*|see [^)]*|added [^)]*|owned by [^)]*|and other [^)]*|special edition[^)]*|in russian[: ][^)]*|closed|removed|old|printed (?:newspaper|outlet|article)|printed|magazine|newspaper|mobile(?: version)?)\)\*?/giu
const others = /,?\s(?:and|и) (?:many |several )?others?\b.*$/iu
const genre = /,?\s*\b(?:(?:weekly|daily|political|talk|news|tv|radio)[\s-]){0,3}(?:talk[\s-]?show|news[\s-]?show|tv[\s-]channel|radio[\s-]station)\b/giu

const platforms: readonly (readonly [RegExp, string])[] = [
  [/you\s?(?:tube|yube)(?:[\s-]*channe\p{L}*)?/iu, 'YouTube'],
  [/facebook(?:[\s-]*(?:page|group|account|resource))?/iu, 'Facebook'],
  [/twitter(?:[\s-]*account)?/iu, 'Twitter'],
  [/(?:vk(?:ontakte)?)(?:[\s-]*(?:page|group))?/iu, 'VKontakte'],
  [/odnoklassniki/iu, 'Odnoklassniki'],
  [/telegram(?:[\s-]*channel)?/iu, 'Telegram'],
  [/instagram/iu, 'Instagram'],
  [/soundcloud/iu, 'SoundCloud'],
  [/live\s?journal/iu, 'LiveJournal'],
  [/word\s?press(?:\.com)?/iu, 'WordPress'],
  [/blog\s?spot(?:\.com)?/iu, 'Blogspot'],
].map(([form, name]): [RegExp, string] => [new RegExp(String.raw`(?:\s*[,@(]\s*|\s+[-–—]\s+|\s+on\s+|\s+)(?:${(form instanceof RegExp ? form : /x/u).source})\)?$`, 'iu'), String(name)])

/**
 * Takes off what a source wrote beside an outlet's name: times into a broadcast, notes on archived copies, “and many others”,
 * genres, quotation marks, the platform on which its channel runs.
 */
export function tidyOutletName(value: string): TidyName {
  const codes: string[] = []
  function step(code: string, from: string, to: string): string {
    const trimmed = to.replace(/^[\s,;@]+|[\s,;@*.]+$/gu, '').replace(/\s+/gu, ' ')
    if (trimmed !== from) codes.push(code)
    return trimmed
  }
  let name = value.trim().replace(/\s+/gu, ' ')
  name = step('note', name, name.replace(notes, ' ').replace(others, '').replace(/\*+$/u, ''))
  name = onlyTime.test(name) ? step('time-code', name, '') : step('time-code', name, name.replace(timeCode, ''))
  name = step('genre', name, name.replace(genre, ' '))
  name = step('speaker', name, /^.{3,200}? on (\p{Lu}.{2,60}['’]s (?:video ?)?blog)$/u.exec(name)?.[1] ?? name)
  let platform: string | null = null
  for (const [form, called] of platforms) {
    const without = name.replace(form, '')
    if (without !== name && /[\p{L}\p{N}]{2}/u.test(without)) {
      name = step('platform', name, without.replace(/['’]\s?s$/u, ''))
      platform = called
      break
    }
  }
  name = step('quotation-marks', name, unquoted(name))
  return { name: /[\p{L}\p{N}]/u.test(name) ? name : '', platform, codes }
}

/** Without quotation marks of any sort; apostrophes between letters stay. */
function unquoted(name: string): string {
  return name.replace(/["“”„«»‘`´]/gu, '').replace(/(?<!\p{L})['’]|['’](?!\p{L})/gu, '').replace(/@\s*/gu, '@ ').replace(/\s*@ /gu, ' @ ')
}

/** “Petr Tolstoy's "Vremya Pokazhet"” → Vremya Pokazhet; null for any other name. */
export function ofSomebody(name: string): string | null {
  return /^.{3,60}?['’]\s?s\s+["“”'‘«]?(.{3,80}?)["”'’»]?$/u.exec(name)?.[1] ?? null
}

/** A programme and the channel it runs on: “X @ Y”, “X (Y)”, “X, Y”, “X. Y”. */
export function programmeAndChannel(name: string): { programme: string; channel: string } | null {
  const found = /^(.{2,80}?)(?:\s?@\s?|\s?\(\s?|,\s|\.\s)([^@(),]{2,60}?)\)?$/u.exec(name)
  const [, programme, channel] = found ?? []
  return programme === undefined || channel === undefined ? null : { programme: programme.trim(), channel: channel.trim() }
}

/** Hosts on which anybody publishes: an address there names no outlet. */
const sharedHosts = /^(?:(?:m|www|web|ru-ru|ok)\.)?(?:youtube\.com|youtu\.be|facebook\.com|fb\.com|fb\.me|on\.fb\.me|twitter\.com|x\.com|t\.co|vk\.com|ok\.ru|t\.me|telegram\.me|instagram\.com|tiktok\.com|soundcloud\.com|rutube\.ru|vimeo\.com|dailymotion\.com|reddit\.com|medium\.com|bit\.ly|goo\.gl|tinyurl\.com|ow\.ly|clck\.ru|odysee\.com|rumble\.com|bitchute\.com|google\.com|docs\.google\.com|livejournal\.com|wordpress\.com|blogspot\.com)$/u

/** Whether a host is a platform or a link shortener. */
export function isSharedHost(host: string): boolean {
  return sharedHosts.test(host)
}
