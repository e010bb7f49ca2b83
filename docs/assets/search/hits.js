// What is shown of a result: the passages that match, with the words marked.

const SEPARATOR = " · "

/** An element with a text. */
export function titled(name, text, className = "") {
  const made = document.createElement(name)
  made.textContent = text
  if (className) made.className = className
  return made
}

/** A text without accents and capitals. */
export const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()

/** Results with those first that are called just what was asked for: a short form is rare in texts, and Pagefind prefers the rare. */
export function namedFirst(pages, query) {
  const called = (page) => {
    const [, name, short] = page.meta.shown.match(/^(.*?)(?: \(([^)]*)\))?$/)
    return [page.meta.shown, name, short ?? "", ...(page.meta.names ?? "").split(", ")].some((each) => plain(each) === plain(query))
  }
  return [...pages.filter(called), ...pages.filter((each) => !called(each))]
}

/**
 * The passages of a page that hold words of the query, those first in which facets name the speaker, the act or the topic; without
 * words, all of those. Pagefind counts words: an anchor and a match are told by their number.
 */
export function hitsOf(page, query, wanted = []) {
  const words = page.content.split(/\s+/)
  const anchors = page.anchors.filter((each) => each.element === "h4").sort((a, b) => a.location - b.location)
  const passages = anchors.map((each, number) => {
    const title = each.text.trim()
    const begin = each.location + title.split(/\s+/).length
    const next = anchors[number + 1]?.location ?? words.length
    const end = /^address\d+\.?$/.test(words[next - 1]) ? next - 1 : next // what resolves the address of an account
    const marked = new Set(page.locations.filter((at) => at >= each.location && at < next))
    return { anchor: each.id, title, words, begin, end, marked }
  })
  const fitting = passages.filter((each) => {
    const parts = each.title.replace(/\.$/, "").split(SEPARATOR)
    return wanted.every((value) => parts.includes(value))
  })
  if (!query) return wanted.length ? fitting : []
  const among = fitting.some((each) => each.marked.size) ? fitting : passages
  const different = (each) => new Set([...each.marked].map((at) => words[at].toLowerCase())).size
  return among
    .filter((each) => each.marked.size)
    .sort((a, b) => different(b) - different(a) || b.marked.size - a.marked.size || a.begin - b.begin)
}

/** The words of a passage around its first mark. */
export function excerpt(passage, length) {
  const { words, begin, end, marked } = passage
  const first = Math.min(...[...marked].filter((at) => at >= begin), end)
  const start = end - begin <= length || first === end ? begin : Math.max(begin, Math.min(first - 4, end - length))
  const stop = Math.min(end, start + length)
  const made = document.createElement("span")
  made.className = "ro-excerpt"
  if (start > begin) made.append("… ")
  for (let at = start; at < stop; at++) {
    made.append(marked.has(at) ? titled("mark", words[at]) : words[at], " ")
  }
  if (stop < end) made.append("…")
  return made
}

/** The address of a page, or of a passage of it, that marks the words of the query. */
export function linkTo(url, anchor, query) {
  const address = new URL(url, location.href)
  if (query) address.searchParams.set("mark", query)
  if (anchor) address.hash = anchor
  return address.href
}
