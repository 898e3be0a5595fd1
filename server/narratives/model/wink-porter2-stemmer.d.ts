declare module 'wink-porter2-stemmer' {
  /** The Porter2 stem of an English word in small letters. */
  function stem(word: string): string
  export default stem
}
