// What stands in the records for a word of a query: itself, words of its family, a translation, or the word that was meant.

/** @import { Clause } from "./ask.js" */
import { OTHER, WORDS } from "./constants.js"
import { bundled } from "./engine.js"
import { plain } from "./hits.js"

/**
 * The words that begin with a letter: on how many pages each is, and what others mean.
 * @typedef {{ pages: Record<string, number>, meant: Record<string, string[]> }} Letter
 *
 * What Pagefind is asked for, and how much it counts.
 * @typedef {{ term: string, weight: number }} Option
 *
 * A part of a query with what stands for it; nothing does for a word that no record has.
 * @typedef {Clause & { options: Option[], meant?: string }} Asked
 */

const FAMILY = 0.35
const ENDINGS =
  /(?:ational|izations?|isations?|ations?|ements?|ments?|ingly|ists?|isms?|ants?|ents?|ances?|ences?|ives?|ities|ity|ions?|ional|ials?|ical|als?|ors?|ers?|ings?|ies|ied|ed|es|ly|ic|s|y|e)$/
const LONGEST = 3 // words that have a meaning together
const CJK = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/u

/** @param {string} word */
const letterOf = (word) => (/^[a-z]/.test(word) ? word.slice(0, 1) : OTHER)

/** @param {string} word @returns {Promise<Letter>} */
const letter = (word) => bundled(`${WORDS}/${letterOf(word)}.json`)

/**
 * What stands for each part of a query.
 * @param {Clause[]} clauses
 * @returns {Promise<Asked[]>}
 */
export async function understood(clauses) {
  /** @type {Asked[]} */
  const found = []
  for (let at = 0; at < clauses.length; ) {
    const together = await compound(clauses.slice(at, at + LONGEST))
    const first = /** @type {Clause} */ (clauses[at])
    if (together) found.push({ ...first, text: together.text, options: together.options })
    else found.push(...(await alone(first)))
    at += together?.length ?? 1
  }
  return found
}

/**
 * Words that mean something together: “foreign minister”, “Corea del Norte”.
 * @param {Clause[]} clauses
 */
async function compound(clauses) {
  for (let length = clauses.length; length > 1; length--) {
    const among = clauses.slice(0, length)
    if (among.every((each) => each.kind === "word" && !each.not)) {
      const text = among.map((each) => plain(each.text)).join(" ")
      const { meant } = await letter(text)
      if (meant[text]) return { length, text, options: [{ term: text, weight: 1 }, ...terms(meant[text], 0.9)] }
    }
  }
  return undefined
}

/**
 * @param {string[]} meanings
 * @param {number} weight
 * @returns {Option[]}
 */
const terms = (meanings, weight) => meanings.map((term, at) => ({ term, weight: at ? weight * 0.8 : weight }))

/**
 * @param {Clause} clause
 * @returns {Promise<Asked[]>}
 */
async function alone(clause) {
  if (clause.kind === "phrase") return [{ ...clause, options: [{ term: `"${clause.text}"`, weight: 4 }] }]
  if (clause.kind === "day") return [{ ...clause, options: [{ term: clause.text, weight: 8 }] }]
  if (clause.kind === "name") {
    const file = clause.text.replace(/^.*\//, "").replace(/\.(?:html?|php|aspx?|pdf)$/i, "")
    return [{ ...clause, options: [{ term: plain(file).replace(/[^\p{L}\p{N}]/gu, ""), weight: 8 }] }]
  }
  const word = plain(clause.text).replace(/^(\d+)(?:st|nd|rd|th)$/, "$1")
  if (CJK.test(word)) return segments(clause, word)
  const { pages, meant } = await letter(word)
  const begun = Object.keys(pages).some((each) => each.startsWith(word))
  /** @type {Option[]} */
  const options = begun ? [{ term: word, weight: 1 }] : []
  if (clause.not) return [{ ...clause, options: options.length ? options : terms(meant[word] ?? [], 1) }]
  options.push(...terms(meant[word] ?? [], begun ? 0.7 : 1))
  if (!/\d/.test(word)) options.push(...family(word, pages).map((term) => ({ term, weight: FAMILY })))
  if (options.length) return [{ ...clause, options }]
  const other = await corrected(word)
  if (other) return [{ ...clause, options: [{ term: other, weight: 1 }], meant: other }]
  return [{ ...clause, options }]
}

/** @param {string} word */
function root(word) {
  const bare = word.replace(ENDINGS, "")
  return bare.length >= 4 ? bare : word
}

/**
 * Words made of the same root; those that only have a longer ending are found anyway.
 * @param {string} word
 * @param {Record<string, number>} pages
 */
function family(word, pages) {
  const mine = root(word)
  if (mine.length < 4) return []
  return Object.keys(pages)
    .filter((each) => each !== word && !each.startsWith(word) && root(each) === mine)
    .slice(0, 6)
}

/**
 * The words that a run without spaces is made of: the longest beginnings that a record has or that have a meaning.
 * @param {Clause} clause
 * @param {string} run
 * @returns {Promise<Asked[]>}
 */
async function segments(clause, run) {
  const { pages, meant } = await letter(run)
  const known = Object.keys(pages)
  /** @type {Asked[]} */
  const found = []
  for (let at = 0; at < run.length; ) {
    let length = run.length - at
    /** @type {Option[]} */
    let options = []
    for (; length > 0 && !options.length; length--) {
      const word = run.slice(at, at + length)
      if (meant[word]) options = terms(meant[word], 1)
      else if (length > 1) options = known.filter((each) => each.includes(word)).slice(0, 4).map((term) => ({ term, weight: 1 }))
    }
    const text = run.slice(at, at + length + 1)
    if (options.length) found.push({ ...clause, text, options })
    at += text.length || 1
  }
  return found.length ? found : [{ ...clause, options: [] }]
}

/**
 * The word of the records that is nearest to a misspelt one; of several, the most frequent.
 * @param {string} word
 */
async function corrected(word) {
  if (word.length < 4 || /\d/.test(word)) return undefined
  const own = nearest(word, Object.entries((await letter(word)).pages))
  if (own) return own
  const letters = await Promise.all([..."abcdefghijklmnopqrstuvwxyz"].map((each) => letter(each)))
  return nearest(word, letters.flatMap(({ pages }) => Object.entries(pages)))
}

/**
 * @param {string} word
 * @param {[string, number][]} known  with their numbers of pages
 */
function nearest(word, known) {
  const most = word.length < 6 ? 1 : word.length < 9 ? 2 : 3
  const sounds = sound(word)
  let best = most + 1
  let found
  for (const [each, pages] of known) {
    if (Math.abs(each.length - word.length) > most || each.length < 4) continue
    const far = Math.min(distance(word, each, best), distance(sounds, sound(each), best) + 0.5) - Math.min(pages, 50) / 1000
    if (far < best) [best, found] = [far, each]
  }
  return best <= most ? found : undefined
}

/**
 * Letters that are mistaken for each other, made one.
 * @param {string} word
 */
const sound = (word) =>
  word.replace(/ph/g, "f").replace(/sch|sh|ch|cz|tsch/g, "s").replace(/ck|[cqk]/g, "k").replace(/w/g, "v").replace(/[yj]/g, "i").replace(/z/g, "s").replace(/gu(?=[ei])/g, "g").replace(/(?<!^)h/g, "").replace(/(.)\1+/g, "$1")

/**
 * Letters to put in, leave out, change or exchange with the next (Damerau and Levenshtein), or more than `most`.
 * @param {string} a
 * @param {string} b
 * @param {number} most
 */
export function distance(a, b, most) {
  let before = /** @type {number[]} */ ([])
  let last = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const line = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min((last[j] ?? 0) + 1, (line[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
      line.push(cost)
    }
    if (Math.min(...line) > most) return most + 1
    before = last
    last = line
  }
  return last[b.length] ?? 0
}
