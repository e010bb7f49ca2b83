// Pagefind, which finds: nothing of it is loaded before somebody searches.

/** @import { Meta } from "./constants.js" */
import { BUNDLE } from "./constants.js"
import { isAddress } from "./resolve.js"

/**
 * What of Pagefind is used here (https://pagefind.app/docs/api-reference/).
 * @typedef {object} Pagefind
 * @property {(options: { baseUrl: string, ranking: typeof RANKING, noWorker: boolean }) => Promise<void>} options
 * @property {() => Promise<void>} init
 * @property {(term: string) => Promise<{ results: { id: string, score: number, words: number[] }[] }>} search
 *
 * What Pagefind keeps of a page.
 * @typedef {object} Found
 * @property {string} url
 * @property {string} content
 * @property {Record<Exclude<Meta, "names" | "about" | "url">, string> & { names?: string, url?: string }} meta
 * @property {{ element: string, id: string, text: string, location: number }[]} anchors
 */

/** Where the site begins. */
export const root = new URL("../../", import.meta.url)
/** @satisfies {{ termSimilarity: number, metaWeights: Record<Meta | "title", number> }} */
const RANKING = { termSimilarity: 5, metaWeights: { title: 3, names: 3, about: 1.5, shown: 0, type: 0, url: 0 } }

/** @type {Promise<Pagefind> | undefined} */
let loading
/** Pagefind, loaded once; where that fails, it can be tried again. */
export function engine() {
  loading ??= start().catch((error) => {
    loading = undefined
    throw error
  })
  return loading
}

async function start() {
  /** @type {Pagefind} */
  const pagefind = await import(new URL(`${BUNDLE}/pagefind.js`, root).href)
  await pagefind.options({ baseUrl: root.pathname, ranking: RANKING, noWorker: true }) // a worker is a second copy of the engine
  await pagefind.init()
  return pagefind
}

/** @type {Map<string, Promise<any>>} */
const files = new Map() // of the index, each loaded once; one that failed can be tried again

/**
 * @template Content
 * @param {string} path  below the folder of the index
 * @param {(answer: Response) => Promise<Content>} read
 * @returns {Promise<Content>}
 */
function once(path, read) {
  const known = files.get(path)
  if (known) return known
  const coming = fetch(new URL(`${BUNDLE}/${path}`, root)).then((answer) => {
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
    return read(answer)
  })
  coming.catch(() => files.delete(path))
  files.set(path, coming)
  return coming
}

/**
 * A JSON file of the index.
 * @template Content
 * @param {string} path
 * @returns {Promise<Content>}
 */
export const bundled = (path) => once(path, (answer) => answer.json())

const KEPT = "pagefind_dcd" // what stands before the JSON of a page, so that Pagefind sees whether a server unpacked it

/**
 * What Pagefind keeps of a page, which it would give only with a search.
 * @param {string} id
 * @returns {Promise<Found>}
 */
export function pageOf(id) {
  return once(`fragment/${id}.pf_fragment`, async (answer) => {
    const packed = await answer.blob()
    const begin = await packed.slice(0, KEPT.length).text()
    const text =
      begin === KEPT
        ? await packed.text()
        : await new Response(packed.stream().pipeThrough(new DecompressionStream("gzip"))).text()
    const found = JSON.parse(text.slice(KEPT.length))
    return { ...found, url: new URL(found.meta.url ?? found.url.slice(1), root).href }
  })
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
