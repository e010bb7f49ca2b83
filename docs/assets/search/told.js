// What was done with the words of a query, said above its results.

/** @import { Answer } from "./find.js" */
import { titled } from "./hits.js"

/**
 * @param {string} before
 * @param {{ text: string, after?: string }[]} words
 */
function line(before, words) {
  const made = titled("p", before)
  for (const [at, { text, after = "" }] of words.entries()) made.append(at ? ", " : "", titled("b", text), after)
  return made
}

/**
 * A word with a capital where another has one.
 * @param {string} word
 * @param {string} other
 */
const like = (word, other) => (/^\p{Lu}/u.test(other) ? word.slice(0, 1).toUpperCase() + word.slice(1) : word)

/**
 * @param {Answer} answer
 * @param {number} number  of results
 * @param {boolean} chosen  whether anything but words narrows them
 */
export function remarks({ asked, unknown, missing }, number, chosen) {
  const mended = asked.flatMap(({ text, meant }) => (meant ? [{ text: like(meant, text), after: ` instead of ${text}` }] : []))
  return [
    ...(mended.length ? [line("Showing results for ", mended)] : []),
    ...(unknown.length ? [line("In no record: ", unknown)] : []),
    ...(missing.length && number
      ? [line("No record has all of these words; these have most. Missing in some or all: ", missing)]
      : []),
    ...(number ? [] : [titled("p", `Try fewer or other words${chosen ? ", or give up some of what is chosen" : ""}.`)]),
  ]
}
