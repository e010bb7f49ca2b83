// The search in the header of every page.

/** @import { Results } from "./engine.js" */
import { engine, placeOf, root } from "./engine.js"
import { excerpt, hitsOf, linkTo, namedFirst, part, plain, titled } from "./hits.js"
import { isAddress } from "./resolve.js"

const WAIT = 120 // milliseconds without a key before looking
const SHOWN = 7

/** @param {HTMLFormElement} form */
function header(form) {
  const input = part(form, "input", HTMLInputElement)
  const box = document.createElement("div")
  box.className = "ro-hits"
  box.hidden = true
  box.setAttribute("aria-live", "polite")
  form.append(box)

  const close = () => {
    box.hidden = true
  }
  /** @param {Node[]} children */
  const open = (...children) => {
    box.replaceChildren(...children)
    box.hidden = false
  }
  const look = async () => {
    const query = input.value.trim()
    if (!query || isAddress(query)) {
      close()
      return
    }
    try {
      const found = await (await engine()).debouncedSearch(query, {}, WAIT)
      const links = found && (await linksTo(found, query))
      if (links && query === input.value.trim()) open(...links)
    } catch {
      open(titled("p", "The search could not be loaded."))
    }
  }

  // Whoever goes on to search is told that it could not be loaded.
  input.addEventListener("focus", () => engine().catch(() => undefined), { once: true })
  input.addEventListener("input", look)
  form.addEventListener("submit", (event) => {
    event.preventDefault()
    if (input.value.trim()) location.assign(placeOf(input.value))
  })
  form.addEventListener("keydown", (event) => {
    const links = [input, ...box.querySelectorAll("a")]
    const at = links.findIndex((each) => each.matches(":focus"))
    if (event.key === "Escape") {
      close()
      input.focus()
    } else if (!box.hidden && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault()
      links.at((at + (event.key === "ArrowDown" ? 1 : -1)) % links.length)?.focus()
    }
  })
  /** @param {EventTarget | null} target */
  const elsewhere = (target) => target instanceof Node && !form.contains(target)
  document.addEventListener("click", (event) => elsewhere(event.target) && close())
  form.addEventListener("focusout", (event) => elsewhere(event.relatedTarget) && close())
}

/**
 * The first results, and a way to all.
 * @param {Results} found
 * @param {string} query
 */
async function linksTo(found, query) {
  if (!found.results.length) return [titled("p", "Nothing found.")]
  const pages = await Promise.all(found.results.slice(0, SHOWN).map((each) => each.data()))
  const links = namedFirst(pages, query).map((page) => {
    const [best] = hitsOf(page, query)
    const link = titled("a", page.meta.shown)
    link.href = linkTo(page.url, best?.anchor, query)
    if (best) link.append(excerpt(best, 16))
    return link
  })
  const all = titled("a", `All ${found.results.length.toLocaleString("en")} results`, "ro-hits-all")
  all.href = placeOf(query)
  return [...links, all]
}

/** `/` and `s` lead to the search, as in any reader. */
function keys() {
  document.addEventListener("keydown", (event) => {
    const typing = event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]")
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !["/", "s"].includes(event.key)) return
    /** @type {NodeListOf<HTMLInputElement>} */
    const inputs = document.querySelectorAll("input[name=q]")
    const input = [...inputs].findLast((each) => each.offsetParent)
    event.preventDefault()
    if (input) input.focus()
    else location.assign(new URL("search/", root))
  })
}

/** Mark the words of the query on the page that a hit led to. */
function mark() {
  const query = new URLSearchParams(location.search).get("mark")
  const article = document.querySelector("article")
  if (!(query && article && "highlights" in CSS)) return
  const words = plain(query)
    .split(/[\s"“”]+/)
    .filter(Boolean)
  const highlight = new Highlight()
  const texts = document.createTreeWalker(article, NodeFilter.SHOW_TEXT)
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    for (const { 0: word, index } of (text.nodeValue ?? "").matchAll(/[\p{L}\p{N}]+/gu)) {
      if (words.some((each) => plain(word).startsWith(each))) {
        const range = new Range()
        range.setStart(text, index)
        range.setEnd(text, index + word.length)
        highlight.add(range)
      }
    }
  }
  CSS.highlights.set("ro-mark", highlight)
}

/** @type {HTMLFormElement | null} */
const find = document.querySelector(".ro-find")
if (find) header(find)
keys()
mark()
if (document.getElementById("ro-search")) import("./page.js")
if (document.getElementById("ro-resolve")) import("./record.js")
