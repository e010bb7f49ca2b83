// Pagefind, which finds: nothing of it is loaded before somebody searches.

/** @import { Facet, Meta } from "./constants.js" */
/** @import { Found } from "./hits.js" */
import { BUNDLE } from "./constants.js"
import { isAddress } from "./resolve.js"

/**
 * What of Pagefind is used here (https://pagefind.app/docs/api-reference/).
 * @typedef {object} Pagefind
 * @property {(options: { baseUrl: string, ranking: typeof RANKING }) => Promise<void>} options
 * @property {() => Promise<void>} init
 * @property {(term: string, options: Options) => Promise<void>} preload
 * @property {(term: string, options?: Options) => Promise<Results>} search
 * @property {(term: string, options: Options, wait: number) => Promise<Results | null>} debouncedSearch  null where another one followed
 *
 * @typedef {Partial<Record<Facet, string | { any: string[] } | { all: string[] }>>} Filters
 * @typedef {{ filters?: Filters, sort?: Record<string, "asc" | "desc"> }} Options
 * @typedef {Record<string, number>} Counts  values of a facet, each with its number of results
 * @typedef {{ data: () => Promise<Found> }} Result
 * @typedef {{ results: Result[], filters: Partial<Record<Facet, Counts>> }} Results
 */

/** Where the site begins. */
export const root = new URL("../../", import.meta.url)
/** @satisfies {{ termSimilarity: number, metaWeights: Record<Meta | "title", number> }} */
const RANKING = { termSimilarity: 5, metaWeights: { title: 3, names: 3, shown: 0, type: 0 } }

/** @type {Promise<Pagefind> | undefined} */
let loading
/** Pagefind, loaded once. */
export function engine() {
  loading ??= start()
  return loading
}

async function start() {
  /** @type {Pagefind} */
  const pagefind = await import(new URL(`${BUNDLE}/pagefind.js`, root).href)
  await pagefind.options({ baseUrl: root.pathname, ranking: RANKING })
  await pagefind.init()
  return pagefind
}

/** @type {Map<string, Promise<any>>} */
const files = new Map()
/**
 * A file of the index, loaded once; one that could not be loaded is asked for again.
 * @template Content
 * @param {string} path  below the folder of the index
 * @returns {Promise<Content>}
 */
export function bundled(path) {
  const known = files.get(path)
  if (known) return known
  const loading = fetch(new URL(`${BUNDLE}/${path}`, root)).then((answer) => {
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
    return answer.json()
  })
  loading.catch(() => files.delete(path))
  files.set(path, loading)
  return loading
}

/**
 * Where a query leads: an address to its record, words to the page of the search.
 * @param {string} query
 */
export function placeOf(query) {
  const at = isAddress(query) ? new URL("resolve/", root) : new URL("search/", root)
  at.searchParams.set(isAddress(query) ? "url" : "q", query.trim())
  return at.href
}
