/** Cyrillic letters in Latin, so that Киев is found by Kiev and the other way round. Ukrainian and Belarusian letters included. */
const latinOfCyrillic: Record<string, string> = {
  а: 'a', б: 'b', в: 'v', г: 'g', ґ: 'g', д: 'd', е: 'e', є: 'ie', ж: 'zh', з: 'z', и: 'i', і: 'i', ї: 'i', й: 'i', к: 'k', л: 'l', м: 'm',
  н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ў: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ъ: '', ы: 'y', ь: '',
  э: 'e', ю: 'iu', я: 'ia', ѓ: 'g', ќ: 'k', ј: 'j', љ: 'lj', њ: 'nj', ћ: 'c', ђ: 'dj', џ: 'dz',
}

/** Letters that NFKD leaves whole. */
const plainOfLetter: Record<string, string> = { ß: 'ss', ø: 'o', đ: 'd', ł: 'l', æ: 'ae', œ: 'oe', ı: 'i', þ: 'th', ð: 'd' }

/**
 * Text as search sees it: NFKD, marks off, lower case, Cyrillic in Latin letters, anything but letters and digits one space.
 * The stored text and the query go through this same function.
 */
export function fold(text: string): string {
  // Most names are plain ASCII, on which all the steps below come to this; an import folds hundreds of thousands of them.
  if (!/[^\0-\x7f]/u.test(text)) return text.toLowerCase().replace(/[^a-z0-9]+/gu, ' ').trim()
  let folded = ''
  for (const letter of text.normalize('NFKC').toLowerCase()) {
    folded += latinOfCyrillic[letter] ?? plainOfLetter[letter] ?? letter
  }
  return folded
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** A slug for ids and title keys: the folded words joined by hyphens. Empty for a text without letters or digits. */
export function slug(text: string): string {
  return fold(text.replace(/[’'ʼ]/gu, '')).replaceAll(' ', '-')
}
