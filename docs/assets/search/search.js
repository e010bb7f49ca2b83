// The search on every page: the box in the header, the keys that lead there, and the words that a hit was found by.

import { suggest } from "./box.js"
import { root } from "./engine.js"
import { root as rootOf, SHORTEST } from "./forms.js"
import { plain } from "./hits.js"

/** `/`, `s` and Ctrl-K lead to the search, as in any reader. */
function keys() {
  document.addEventListener("keydown", (event) => {
    const typing = event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]")
    const asked = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k"
    const plainly = !(typing || event.ctrlKey || event.metaKey || event.altKey) && ["/", "s"].includes(event.key)
    if (!(asked || plainly)) return
    /** @type {NodeListOf<HTMLInputElement>} */
    const inputs = document.querySelectorAll("input[name=q]")
    const input = [...inputs].findLast((each) => each.offsetParent)
    event.preventDefault()
    if (input) input.focus()
    else location.assign(new URL("search/", root))
  })
}

/** Mark the words that a hit was found by on the page that it led to: whole words, or words of the same root. */
function mark() {
  const asked = new URLSearchParams(location.search).get("mark")
  const article = document.querySelector("article")
  if (!(asked && article && "highlights" in CSS)) return
  const words = new Set(plain(asked).match(/[\p{L}\p{N}]+/gu) ?? [])
  const roots = new Set([...words].filter((word) => word.length >= SHORTEST && !/\d/.test(word)).map(rootOf))
  const highlight = new Highlight()
  const texts = document.createTreeWalker(article, NodeFilter.SHOW_TEXT)
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    for (const { 0: found, index } of (text.nodeValue ?? "").matchAll(/[\p{L}\p{N}]+/gu)) {
      const word = plain(found)
      if (words.has(word) || roots.has(rootOf(word))) {
        const range = new Range()
        range.setStart(text, index)
        range.setEnd(text, index + found.length)
        highlight.add(range)
      }
    }
  }
  CSS.highlights.set("ro-mark", highlight)
}

/** @type {HTMLFormElement | null} */
const form = document.querySelector(".ro-find")
if (form) suggest(form)
keys()
mark()
if (document.getElementById("ro-search")) import("./page.js")
if (document.getElementById("ro-resolve")) import("./record.js")
