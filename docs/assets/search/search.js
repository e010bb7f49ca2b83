// The search in the header of every page. Pagefind finds; nothing of it is loaded before somebody searches.

import { isAddress } from "./resolve.js"
import { excerpt, hitsOf, linkTo, namedFirst, plain, titled } from "./hits.js"

export const root = new URL("../../", import.meta.url)
const WAIT = 120 // milliseconds without a key before looking
const SHOWN = 7
const RANKING = { termSimilarity: 5, metaWeights: { title: 3, names: 3, shown: 0, type: 0 } }

let loading
/** Pagefind, loaded once. */
export function engine() {
  loading ??= import(new URL("pagefind/pagefind.js", root)).then(async (pagefind) => {
    await pagefind.options({ baseUrl: root.pathname, ranking: RANKING })
    await pagefind.init()
    return pagefind
  })
  return loading
}

/** Where a query leads: an address to its record, words to the page of the search. */
export function placeOf(query) {
  const at = isAddress(query) ? new URL("resolve/", root) : new URL("search/", root)
  at.searchParams.set(isAddress(query) ? "url" : "q", query.trim())
  return at
}

function header(form) {
  const input = form.elements.q
  const box = document.createElement("div")
  box.className = "ro-hits"
  box.hidden = true
  box.setAttribute("aria-live", "polite")
  form.append(box)

  const close = () => {
    box.hidden = true
  }
  const show = async () => {
    const query = input.value.trim()
    if (!query || isAddress(query)) return close()
    let found
    try {
      found = await (await engine()).debouncedSearch(query, {}, WAIT)
    } catch {
      return message("The search could not be loaded.")
    }
    if (!found || query !== input.value.trim()) return
    if (!found.results.length) return message("Nothing found.")
    const pages = await Promise.all(found.results.slice(0, SHOWN).map((each) => each.data()))
    const links = namedFirst(pages, query).map((page) => {
      const [best] = hitsOf(page, query)
      const link = titled("a", page.meta.shown)
      link.href = linkTo(page.url, best?.anchor, query)
      if (best) link.append(excerpt(best, 16))
      return link
    })
    const all = titled("a", `All ${found.results.length.toLocaleString("en")} results`)
    all.className = "ro-hits-all"
    all.href = placeOf(query)
    box.replaceChildren(...links, all)
    box.hidden = false
  }
  const message = (text) => {
    box.replaceChildren(titled("p", text))
    box.hidden = false
  }

  input.addEventListener("focus", () => engine().catch(() => {}), { once: true })
  input.addEventListener("input", show)
  form.addEventListener("submit", (event) => {
    event.preventDefault()
    if (input.value.trim()) location.assign(placeOf(input.value))
  })
  form.addEventListener("keydown", (event) => {
    const links = [input, ...box.querySelectorAll("a")]
    const at = links.indexOf(document.activeElement)
    if (event.key === "Escape") {
      close()
      input.focus()
    } else if (!box.hidden && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault()
      links.at((at + (event.key === "ArrowDown" ? 1 : -1)) % links.length).focus()
    }
  })
  document.addEventListener("click", (event) => form.contains(event.target) || close())
  form.addEventListener("focusout", (event) => event.relatedTarget && !form.contains(event.relatedTarget) && close())
}

/** `/` and `s` lead to the search, as in any reader. */
function keys() {
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]")
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !["/", "s"].includes(event.key)) return
    const input = [...document.querySelectorAll("input[name=q]")].findLast((each) => each.offsetParent)
    event.preventDefault()
    if (input) input.focus()
    else location.assign(new URL("search/", root))
  })
}

/** Mark the words of the query on the page that a hit led to. */
function mark() {
  const query = new URLSearchParams(location.search).get("mark")
  const article = document.querySelector("article")
  if (!query || !article || !window.Highlight) return
  const words = plain(query).split(/[\s"“”]+/).filter(Boolean)
  const ranges = []
  const texts = document.createTreeWalker(article, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    for (const found of texts.currentNode.data.matchAll(/[\p{L}\p{N}]+/gu)) {
      if (words.some((word) => plain(found[0]).startsWith(word))) {
        const range = new Range()
        range.setStart(texts.currentNode, found.index)
        range.setEnd(texts.currentNode, found.index + found[0].length)
        ranges.push(range)
      }
    }
  }
  CSS.highlights.set("ro-mark", new Highlight(...ranges))
}

const form = document.querySelector(".ro-find")
if (form) header(form)
keys()
mark()
if (document.getElementById("ro-search")) import("./page.js")
if (document.getElementById("ro-resolve")) import("./record.js")
