// The answer to a query: pages in their order, and what was done with its words.

/** @import { Asked } from "./words.js" */
/** @import { Pagefind } from "./engine.js" */
import { clauses } from "./ask.js"
import { MONTHS } from "./constants.js"
import { engine } from "./engine.js"
import { pages } from "./facets.js"
import { called, understood } from "./words.js"

/**
 * A page that was found: its id in the index, how well it fits, and which of its words match, by their number, for each part of the query.
 * @typedef {{ id: string, score: number, words: number[][] }} Hit
 *
 * @typedef {object} Answer
 * @property {Hit[]} hits  the best first
 * @property {Asked[]} asked  the parts of the query
 * @property {Asked[]} unknown  those that no record has
 * @property {Asked[]} missing  parts that some hit lacks, where no page has all
 * @property {string[]} marks  the words that were looked for
 */

/** @type {Record<string, number>} */
const months = Object.fromEntries(MONTHS.split(" ").map((each) => [each.split("=")[0], Number(each.split("=")[1])]))
const NEAR = 30 // words of a statement with its title
const TOGETHER = 1 // what it adds to the score, as a share, that all words stand side by side
const TITLED = 4 // the same, that all are in the title of a page
const CALLED = 24 // the same, that some are in its names alone: “trade minister of Peru”
const TITLE = 12 // words of a title, with which a page begins

/**
 * @param {string} query
 * @returns {Promise<Answer>}
 */
export async function find(query) {
  const [pagefind, asked] = await Promise.all([engine(), understood(clauses(query, months))])
  const sought = asked.filter((each) => !each.not)
  const wanted = sought.filter((each) => each.options.length)
  const unknown = sought.filter((each) => !each.options.length)
  const [found, not] = await Promise.all([
    Promise.all(wanted.map((each) => pagesWith(pagefind, each))),
    Promise.all(asked.filter((each) => each.not).map((each) => pagesWith(pagefind, each))),
  ])
  const excluded = new Set(not.flatMap((each) => [...each.keys()]))
  const hits = (wanted.length ? put(found) : await every()).filter((hit) => !excluded.has(hit.id))
  const named = new Set(await called(query, asked))
  const parts = hits.reduce((most, hit) => Math.max(most, hit.words.length), 0)
  const best = hits
    .filter((hit) => hit.words.length === parts || named.has(hit.id))
    .map((hit) => ({ ...hit, score: hit.score * (1 + TOGETHER * closeness(hit.words)) }))
    .sort((a, b) => Number(named.has(b.id)) - Number(named.has(a.id)) || b.score - a.score || (a.id < b.id ? -1 : 1))
  const missing = parts < wanted.length ? wanted.filter((_, at) => best.some((hit) => !found[at]?.has(hit.id))) : []
  const answer = { hits: wanted.length || excluded.size ? best : [], asked, unknown, missing }
  return { ...answer, marks: marksOf(wanted) }
}

/** Every page, for a query that only says what must not be there. */
async function every() {
  const { ids } = await pages()
  return ids.map((id) => /** @type {Hit} */ ({ id, score: 0, words: [] }))
}

/**
 * The pages of all parts of a query, put together.
 * @param {Map<string, { score: number, words: number[] }>[]} parts
 */
function put(parts) {
  /** @type {Map<string, Hit>} */
  const hits = new Map()
  for (const part of parts) {
    for (const [id, { score, words }] of part) {
      const known = hits.get(id) ?? { id, score: 0, words: [] }
      hits.set(id, { id, score: known.score + score, words: [...known.words, words] })
    }
  }
  return [...hits.values()]
}

/**
 * From 1, where the words of all parts stand side by side, to 0, where no statement has them all. Parts without places are in the names.
 * @param {number[][]} parts
 */
function closeness(parts) {
  if (parts.length < 2) return 0
  if (parts.every((each) => each.every((place) => place < TITLE))) return parts.every((each) => each.length) ? TITLED : CALLED
  const words = parts.filter((each) => each.length)
  if (words.length < 2) return words.length / 2
  const all = words.flatMap((places, part) => places.map((place) => ({ place, part }))).sort((a, b) => a.place - b.place)
  const counts = words.map(() => 0)
  let without = words.length
  let best = Number.POSITIVE_INFINITY
  let first = 0
  for (const { place, part } of all) {
    if (counts[part] === 0) without -= 1
    counts[part] = (counts[part] ?? 0) + 1
    while (without === 0) {
      const begin = /** @type {{ place: number, part: number }} */ (all[first])
      best = Math.min(best, place - begin.place)
      counts[begin.part] = (counts[begin.part] ?? 0) - 1
      if (counts[begin.part] === 0) without += 1
      first += 1
    }
  }
  return Math.max(0, 1 - Math.max(0, best - words.length + 1) / NEAR)
}

/**
 * The pages that have a part of a query in any form, each with its best form.
 * @param {Pagefind} pagefind
 * @param {Asked} asked
 */
async function pagesWith(pagefind, { options }) {
  /** @type {Map<string, { score: number, words: number[] }>} */
  const found = new Map()
  const all = await Promise.all(options.map(({ term }) => pagefind.search(term)))
  for (const [at, { results }] of all.entries()) {
    const weight = options[at]?.weight ?? 1
    for (const { id, score, words } of results) {
      const known = found.get(id) ?? { score: 0, words: [] }
      found.set(id, { score: Math.max(known.score, weight * score), words: [...known.words, ...words] })
    }
  }
  return found
}

/** @param {Asked[]} wanted */
const marksOf = (wanted) => [
  ...new Set(wanted.flatMap(({ options }) => options.flatMap(({ term }) => term.match(/[\p{L}\p{N}]+/gu) ?? []))),
]
