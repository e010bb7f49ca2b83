// The answer to a query: pages in their order, and what was done with its words.

/** @import { Asked } from "./words.js" */
/** @import { Pagefind } from "./engine.js" */
import { clauses } from "./ask.js"
import { MONTHS } from "./constants.js"
import { engine } from "./engine.js"
import { understood } from "./words.js"

/**
 * A page that was found: its id in the index, how well it fits, and which of its words match, by their number, for each part of the query.
 * @typedef {{ id: string, score: number, words: number[][] }} Hit
 *
 * @typedef {object} Answer
 * @property {Hit[]} hits  the best first
 * @property {Asked[]} asked  the parts of the query
 * @property {Asked[]} unknown  those that no record has
 * @property {number} parts  how many parts every hit has
 * @property {Asked[]} missing  parts that some hit lacks, where no page has all
 */

const NEAR = 30 // words of a statement with its title
const TOGETHER = 1 // what it adds to the score, as a share, that all words stand side by side

/**
 * @param {string} query
 * @returns {Promise<Answer>}
 */
export async function find(query) {
  const pagefind = await engine()
  const asked = await understood(clauses(query, MONTHS))
  const wanted = asked.filter((each) => !each.not && each.options.length)
  const unknown = asked.filter((each) => !each.not && !each.options.length)
  const [found, not] = await Promise.all([
    Promise.all(wanted.map((each) => pagesWith(pagefind, each))),
    Promise.all(asked.filter((each) => each.not && each.options.length).map((each) => pagesWith(pagefind, each))),
  ])
  const excluded = new Set(not.flatMap((pages) => [...pages.keys()]))
  /** @type {Map<string, Hit>} */
  const hits = new Map()
  for (const pages of found) {
    for (const [id, { score, words }] of pages) {
      if (excluded.has(id)) continue
      const known = hits.get(id) ?? { id, score: 0, words: [] }
      hits.set(id, { id, score: known.score + score, words: [...known.words, words] })
    }
  }
  const parts = Math.max(0, ...[...hits.values()].map((hit) => hit.words.length))
  const best = [...hits.values()]
    .filter((hit) => hit.words.length === parts)
    .map((hit) => ({ ...hit, score: hit.score * (1 + TOGETHER * closeness(hit.words)) }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
  const missing = parts < wanted.length ? wanted.filter((_, at) => best.some((hit) => !found[at]?.has(hit.id))) : []
  return { hits: best, asked, unknown, parts, missing }
}

/**
 * From 1, where the words of all parts stand side by side, to 0, where no statement has them all.
 * @param {number[][]} words
 */
function closeness(words) {
  if (words.length < 2) return 0
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
  const pages = new Map()
  const all = await Promise.all(options.map(({ term }) => pagefind.search(term)))
  for (const [at, { results }] of all.entries()) {
    const weight = options[at]?.weight ?? 1
    for (const { id, score, words } of results) {
      const known = pages.get(id)
      if (!known) pages.set(id, { score: weight * score, words })
      else {
        known.score = Math.max(known.score, weight * score)
        known.words = [...known.words, ...words]
      }
    }
  }
  return pages
}
