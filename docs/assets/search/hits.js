// What is shown of a result: the passages that match, with the words marked.

/** @import { Found } from "./engine.js" */
import { ADDRESS, PASSAGE, SEPARATOR } from "./constants.js"

/**
 * A passage of a page: an address, a title, and which words of the page it is made of.
 * @typedef {object} Passage
 * @property {string} anchor
 * @property {string} title
 * @property {string[]} words  all of the page
 * @property {number} begin
 * @property {number} end
 * @property {Set<number>} marked
 * @property {number} parts  how many parts of the query it has
 */

const TOKEN = new RegExp(`^${ADDRESS}\\d+\\.?$`)

/**
 * An element that is there on every page that asks for it.
 * @template {Element} Kind
 * @param {ParentNode} within
 * @param {string} selector
 * @param {new () => Kind} kind
 */
export function part(within, selector, kind) {
  const found = within.querySelector(selector)
  if (!(found instanceof kind)) throw new Error(`there is no ${selector}`)
  return found
}

/**
 * An element with a text.
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {string} text
 */
export function titled(name, text, className = "") {
  const made = document.createElement(name)
  made.textContent = text
  if (className) made.className = className
  return made
}

/**
 * A text without accents and capitals.
 * @param {string} text
 */
export const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()

/**
 * The passages of a page that hold words of the query, those first in which facets name the speaker, the act or the topic; without
 * words, all of those. Pagefind counts words: an anchor and a match are told by their number.
 * @param {Found} page
 * @param {number[][]} words  that match, for each part of the query
 * @param {string[]} wanted  values of facets
 */
export function hitsOf(page, words, wanted = []) {
  const passages = passagesOf(page, words)
  const fitting = passages.filter((each) => {
    const parts = each.title.replace(/\.$/, "").split(SEPARATOR)
    return wanted.every((value) => parts.includes(value))
  })
  if (!words.length) return wanted.length ? fitting : []
  const among = fitting.some((each) => each.marked.size) ? fitting : passages
  return among
    .filter((each) => each.marked.size)
    .sort((a, b) => b.parts - a.parts || b.marked.size - a.marked.size || a.begin - b.begin)
}

/**
 * @param {Found} page
 * @param {number[][]} places  of words that match, for each part of the query
 * @returns {Passage[]}
 */
function passagesOf(page, places) {
  const words = page.content.split(/\s+/)
  const anchors = page.anchors.filter((each) => each.element === PASSAGE).sort((a, b) => a.location - b.location)
  return anchors.map((each, number) => {
    const title = each.text.trim()
    const begin = each.location + title.split(/\s+/).length
    const next = anchors[number + 1]?.location ?? words.length
    const end = TOKEN.test(words[next - 1] ?? "") ? next - 1 : next // what resolves the address of an account
    /** @param {number} at */
    const inside = (at) => at >= each.location && at < next
    const marked = new Set(places.flat().filter(inside))
    const parts = places.filter((those) => those.some(inside)).length
    return { anchor: each.id, title, words, begin, end, marked, parts }
  })
}

/**
 * The words of a passage around its first mark.
 * @param {Passage} passage
 * @param {number} length
 */
export function excerpt({ words, begin, end, marked }, length) {
  const first = Math.min(...[...marked].filter((at) => at >= begin), end)
  const start = end - begin <= length || first === end ? begin : Math.max(begin, Math.min(first - 4, end - length))
  const stop = Math.min(end, start + length)
  const made = document.createElement("span")
  made.className = "ro-excerpt"
  if (start > begin) made.append("… ")
  for (const [number, word] of words.slice(start, stop).entries()) {
    made.append(marked.has(start + number) ? titled("mark", word) : word, " ")
  }
  if (stop < end) made.append("…")
  return made
}

/**
 * The address of a page, or of a passage of it, that marks words.
 * @param {string} url
 * @param {string | undefined} anchor
 * @param {string[]} marks
 */
export function linkTo(url, anchor, marks) {
  const address = new URL(url)
  if (marks.length) address.searchParams.set("mark", marks.join(" "))
  if (anchor) address.hash = anchor
  return address.href
}

/**
 * A page that was found, with its first passages.
 * @param {Found} page
 * @param {number[][]} words  that match, for each part of the query
 * @param {string[]} wanted  values of facets
 * @param {string[]} marks
 */
export function result(page, words, wanted, marks) {
  const item = document.createElement("li")
  const hits = hitsOf(page, words, wanted)
  const title = titled("a", page.meta.shown, "ro-result")
  title.href = linkTo(page.url, "", marks)
  item.append(title)
  if (page.meta.type !== "Meeting") item.append(" ", titled("span", page.meta.type, "ro-count"))
  const lines = document.createElement("ul")
  lines.append(...hits.slice(0, 3).map((hit) => line(hit, linkTo(page.url, hit.anchor, marks))))
  if (hits.length > 3) lines.append(titled("li", `and ${hits.length - 3} more on this page`, "ro-count"))
  if (hits.length) item.append(lines)
  return item
}

/**
 * @param {Passage} hit
 * @param {string} address
 */
function line(hit, address) {
  const link = document.createElement("a")
  link.href = address
  link.append(titled("span", hit.title.replace(/\.$/, ""), "ro-about"), excerpt(hit, 40))
  const item = document.createElement("li")
  item.append(link)
  return item
}
