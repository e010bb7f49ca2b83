// Narrowing down: which pages have the chosen values, and how many each value would leave.

/** @import { Facet } from "./constants.js" */
import { FACETS, PAGES, SAID } from "./constants.js"
import { bundled } from "./engine.js"

/**
 * What there is to choose from; decades come from the days of meetings.
 * @typedef {Facet | "decade"} Choice
 *
 * What is asked for besides words: values by choice, and the first and last day as far as they are given (`2016`, `2016-11`).
 * @typedef {{ chosen: Partial<Record<Choice, string[]>>, from: string, to: string }} Wanted
 *
 * @typedef {Record<string, number>} Counts  values of a choice, each with its number of results
 *
 * A statement as speakers, act and topics, each the number of a value.
 * @typedef {number[][]} Statement
 *
 * The statements of each page, packed: `0.3/5/12;1/7/12.40`.
 * @typedef {{ values: Record<"speaker" | "act" | "topic", string[]>, pages: string[] }} Said
 *
 * Every page: its id in the index and its day (`20141110`, or 0), and its number by its id.
 * @typedef {{ ids: string[], dates: number[], numbers: Map<string, number> }} Pages
 */

/** @type {Choice[]} */
const ALL_OF = ["person", "pair", "topic"] // a meeting has several: all that are chosen; of the others, any
/** @type {("speaker" | "act" | "topic")[]} */
const SPOKEN = ["speaker", "act", "topic"] // held against one statement

/** @type {Promise<Pages> | undefined} */
let loading
/** Every page, loaded once. */
export function pages() {
  loading ??= /** @type {Promise<{ ids: string[], dates: number[] }>} */ (bundled(PAGES)).then(({ ids, dates }) => ({
    ids,
    dates,
    numbers: new Map(ids.map((id, number) => [id, number])),
  }))
  loading.catch(() => {
    loading = undefined
  })
  return loading
}

/** @type {Map<Choice, Promise<Map<string, number[]>>>} */
const sets = new Map()
/**
 * The values of a choice, each with the numbers of its pages.
 * @param {Choice} name
 */
function valuesOf(name) {
  const known = sets.get(name)
  if (known) return known
  const made = name === "decade" ? decades() : unpacked(name)
  made.catch(() => sets.delete(name))
  sets.set(name, made)
  return made
}

/** @param {string} name */
async function unpacked(name) {
  /** @type {Record<string, number[]>} */
  const packed = await bundled(`${FACETS}/${name}.json`)
  /** @param {number[]} differences */
  const summed = (differences) => {
    let number = 0
    return differences.map((difference) => {
      number += difference
      return number
    })
  }
  return new Map(Object.entries(packed).map(([value, numbers]) => [value, summed(numbers)]))
}

async function decades() {
  const { dates } = await pages()
  /** @type {Map<string, number[]>} */
  const found = new Map()
  for (const [number, date] of dates.entries()) {
    const decade = `${Math.floor(date / 100_000)}0s`
    const known = found.get(decade) ?? []
    if (date) found.set(decade, known)
    known.push(number)
  }
  return found
}

/**
 * Which of some pages have what is wanted.
 * @param {Set<number>} among
 * @param {Wanted} wanted
 * @param {Choice} [left]  a choice that is left out
 */
export async function fitting(among, wanted, left) {
  const names = /** @type {Choice[]} */ (Object.keys(wanted.chosen)).filter(
    (name) => name !== left && wanted.chosen[name]?.length,
  )
  const spoken = SPOKEN.filter((name) => names.includes(name))
  const together = spoken.length > 1 ? spoken : [] // below
  const single = names.filter((each) => !together.some((other) => other === each))
  const values = await Promise.all(single.map(valuesOf))
  let found = among
  for (const [at, name] of single.entries()) {
    const lists = (wanted.chosen[name] ?? []).map((value) => new Set(values[at]?.get(value)))
    found = kept(found, (page) =>
      ALL_OF.includes(name) ? lists.every((list) => list.has(page)) : lists.some((list) => list.has(page)),
    )
  }
  if (spoken.length > 1) {
    const said = await statements(wanted, left)
    found = kept(found, (page) => said.fits(page))
  }
  if (wanted.from || wanted.to) {
    const { dates } = await pages()
    const first = Number(wanted.from.replace("-", "").padEnd(8, "0"))
    const last = Number(wanted.to.replace("-", "").padEnd(8, "9") || 99_999_999)
    found = kept(found, (page) => {
      const date = dates[page] ?? 0
      return date > 0 && date >= first && date <= last
    })
  }
  return found
}

/**
 * @param {Set<number>} among
 * @param {(page: number) => boolean} fits
 */
const kept = (among, fits) => new Set([...among].filter(fits))

/**
 * How many of some pages each value of a choice would leave. Where any value will do, those that are chosen do not count.
 * @param {Set<number>} among
 * @param {Wanted} wanted
 * @param {Choice} name
 * @returns {Promise<Counts>}
 */
export async function counted(among, wanted, name) {
  const base = await fitting(among, wanted, ALL_OF.includes(name) ? undefined : name)
  const others = SPOKEN.filter((each) => each !== name && wanted.chosen[each]?.length)
  const own = SPOKEN.find((each) => each === name)
  if (own && others.length) return (await statements(wanted, own)).counts(base, own)
  /** @type {Counts} */
  const counts = {}
  for (const [value, numbers] of await valuesOf(name)) {
    const number = numbers.filter((page) => base.has(page)).length
    if (number) counts[value] = number
  }
  return counts
}

/** @type {Map<number, Statement[]>} */
const unpackedPages = new Map()

/**
 * The statements of a page.
 * @param {number} page
 * @param {string} packed
 */
function saidOn(page, packed) {
  const known = unpackedPages.get(page)
  if (known) return known
  const found = (packed ? packed.split(";") : []).map((each) =>
    each.split("/").map((part) => part.split(".").filter(Boolean).map(Number)),
  )
  unpackedPages.set(page, found)
  return found
}

/**
 * The statements, held against the chosen speakers, acts and topics: any of the speakers and any of the acts, and for each topic one
 * of them.
 * @param {Wanted} wanted
 * @param {Choice} [left]
 */
async function statements(wanted, left) {
  /** @type {Said} */
  const { values, pages: said } = await bundled(SAID)
  const [speakers, acts, topics] = SPOKEN.map((name) => {
    const chosen = name === left ? [] : (wanted.chosen[name] ?? [])
    return chosen.map((value) => values[name].indexOf(value))
  })
  /**
   * @param {number[] | undefined} chosen
   * @param {number[]} told
   */
  const any = (chosen, told) => !chosen?.length || chosen.some((each) => told.includes(each))
  /** @param {number} page */
  const fittingOn = (page) =>
    saidOn(page, said[page] ?? "").filter(([who = [], what = []]) => any(speakers, who) && any(acts, what))
  return {
    /** @param {number} page */
    fits(page) {
      const found = fittingOn(page)
      return found.length > 0 && (topics ?? []).every((topic) => found.some(([, , about]) => about?.includes(topic)))
    },
    /**
     * @param {Set<number>} base
     * @param {"speaker" | "act" | "topic"} name
     */
    counts(base, name) {
      const at = SPOKEN.indexOf(name)
      const each = name === "topic" || !topics?.length ? [undefined] : topics // a value must be said on every topic
      /** @type {Counts} */
      const counts = {}
      for (const page of base) {
        const told = fittingOn(page)
        const found = each.map((topic) => {
          const on = topic === undefined ? told : told.filter(([, , about]) => about?.includes(topic))
          return new Set(on.flatMap((statement) => statement[at] ?? []))
        })
        for (const number of found[0] ?? []) {
          const value = values[name][number] ?? ""
          if (found.every((set) => set.has(number))) counts[value] = (counts[value] ?? 0) + 1
        }
      }
      return counts
    },
  }
}
