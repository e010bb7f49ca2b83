// The page of the search: words, facets with counts, dates and order. All of it stands in the address.

import { engine, placeOf } from "./search.js"
import { isAddress } from "./resolve.js"
import { excerpt, hitsOf, linkTo, namedFirst, titled } from "./hits.js"

const FACETS = {
  type: "About",
  kind: "Kind of meeting",
  decade: "Decade",
  country: "Country",
  pair: "Relation",
  person: "Person",
  topic: "Topic",
  act: "Speech act",
  who: "Who did what",
  place: "Place",
  publisher: "Publisher",
  language: "Language of an account",
}
const OPEN = ["kind", "decade", "country"] // the others are loaded when somebody opens them
const ALTERNATIVES = ["type", "kind", "decade"] // a page has one of these: several are “or”, elsewhere “and”
const SAID = ["person", "topic", "act", "who"] // what the title of a passage tells
const MONTH = "month" // what is loaded for decades and dates
const EVERY = "everyrecord" // a word on every page: asked for no word at all, Pagefind would load its whole index
const STEP = 10
const MANY = 12
const ORDERS = { newest: "desc", oldest: "asc" }

const place = document.getElementById("ro-search")
const form = place.querySelector("form")
const facets = place.querySelector(".ro-facets")
const list = place.querySelector(".ro-results")
const status = place.querySelector("[role=status]")
const more = place.querySelector(".ro-more")
let shown = STEP
let turn = 0

const now = () => new URLSearchParams(location.search)
const chosen = (name) => now().getAll(name)

/** Keep what is asked for in the address. */
function remember(change) {
  const params = now()
  change(params)
  for (const [name, value] of [...params]) if (!value) params.delete(name)
  history.replaceState(null, "", `${location.pathname}${params.size ? `?${params}` : ""}`)
  shown = STEP
  return look()
}

/** What is asked for, but for one facet, as Pagefind wants it. */
function filtersWithout(left) {
  const filters = {}
  for (const name of Object.keys(FACETS)) {
    const values = chosen(name)
    if (name === left || name === "decade" || !values.length) continue
    filters[name] = ALTERNATIVES.includes(name) ? { any: values } : { all: values }
  }
  const [from, to] = [now().get("from") ?? "", now().get("to") ?? ""]
  const decades = left === "decade" ? [] : chosen("decade")
  if (from || to || decades.length) {
    const fits = (month) =>
      month.slice(0, from.length) >= from &&
      (!to || month.slice(0, to.length) <= to) &&
      (!decades.length || decades.includes(decadeOf(month)))
    filters[MONTH] = { any: months.filter(fits) }
  }
  return filters
}

const decadeOf = (month) => `${month.slice(0, 3)}0s`

function decades(byMonth) {
  const counts = {}
  for (const [month, count] of Object.entries(byMonth ?? {})) counts[decadeOf(month)] = (counts[decadeOf(month)] ?? 0) + count
  return counts
}

let months = [] // all there are, once they are loaded
const loaded = new Set()
/** Have Pagefind load a filter without narrowing anything down. */
async function load(pagefind, term, facet) {
  const name = facet === "decade" ? MONTH : facet
  if (loaded.has(name)) return
  await pagefind.preload(term, { filters: { [name]: "" } })
  loaded.add(name)
}

async function look() {
  const mine = ++turn
  const query = now().get("q")?.trim() ?? ""
  const term = query || EVERY
  const open = [...facets.querySelectorAll("details[open]")].map((each) => each.dataset.facet)
  if (!now().size && !open.length) {
    list.replaceChildren()
    more.hidden = true
    status.textContent = "Type a word or open a list to choose from."
    return
  }
  let pagefind
  if (!list.children.length) status.textContent = "Looking …"
  try {
    pagefind = await engine()
  } catch {
    status.textContent = "The search could not be loaded."
    return
  }
  await Promise.all([...open, ...Object.keys(FACETS).filter((name) => chosen(name).length)].map((name) => load(pagefind, term, name)))
  if (now().get("from") || now().get("to") || chosen("decade").length) {
    await load(pagefind, term, MONTH)
    if (!months.length) months = Object.keys((await pagefind.search(term)).filters[MONTH])
  }
  const order = now().get("sort") || (query ? "" : "newest")
  const sort = ORDERS[order] ? { date: ORDERS[order] } : {}
  const found = await pagefind.search(term, { filters: filtersWithout(""), sort })
  if (found.filters[MONTH]) months = Object.keys(found.filters[MONTH])
  const counts = { ...found.filters, decade: decades(found.filters[MONTH]) }
  for (const name of ALTERNATIVES) {
    if (!chosen(name).length) continue
    const others = await pagefind.search(term, { filters: filtersWithout(name) })
    counts[name] = name === "decade" ? decades(others.filters[MONTH]) : others.filters[name]
  }
  if (mine !== turn) return
  facets.querySelectorAll("details").forEach((each) => options(each, counts[each.dataset.facet] ?? {}))
  await results(found.results, query, mine)
}

async function results(found, query, mine) {
  const pages = await Promise.all(found.slice(0, shown).map((each) => each.data()))
  if (mine !== turn) return
  const wanted = SAID.flatMap((name) => chosen(name)).flatMap((value) => value.split(" · "))
  const ordered = now().get("sort") ? pages : namedFirst(pages, query)
  list.replaceChildren(...ordered.map((page) => result(page, query, wanted)))
  const number = found.length.toLocaleString("en")
  status.textContent = found.length ? `${number} ${found.length === 1 ? "result" : "results"}` : "Nothing found."
  more.hidden = found.length <= shown
}

function result(page, query, wanted) {
  const item = document.createElement("li")
  const hits = hitsOf(page, query, wanted)
  const title = titled("a", page.meta.shown, "ro-result")
  title.href = linkTo(page.url, "", query)
  item.append(title)
  if (page.meta.type !== "Meeting") item.append(" ", titled("span", page.meta.type, "ro-count"))
  const lines = document.createElement("ul")
  for (const hit of hits.slice(0, 3)) {
    const link = document.createElement("a")
    link.href = linkTo(page.url, hit.anchor, query)
    link.append(titled("span", hit.title.replace(/\.$/, ""), "ro-about"), excerpt(hit, 40))
    const line = document.createElement("li")
    line.append(link)
    lines.append(line)
  }
  if (hits.length > 3) lines.append(titled("li", `and ${hits.length - 3} more on this page`, "ro-count"))
  if (hits.length) item.append(lines)
  return item
}

/** The values of a facet, each with how many results it leaves. */
function options(details, counts) {
  const name = details.dataset.facet
  const mine = chosen(name)
  const nothing = Object.fromEntries(mine.map((value) => [value, 0])) // so that it can be given up
  const values = Object.entries({ ...nothing, ...counts })
    .filter(([value, count]) => count || mine.includes(value))
    .sort(([a, m], [b, n]) => (name === "decade" ? b.localeCompare(a) : n - m || a.localeCompare(b, "en")))
  const body = details.querySelector("div")
  const search = body.querySelector("input[type=search]")
  const part = search?.value.toLowerCase() ?? ""
  const lines = values.map(([value, count]) => {
    const box = Object.assign(document.createElement("input"), { type: "checkbox", name, value, checked: mine.includes(value) })
    const label = document.createElement("label")
    label.append(box, titled("span", value), " ", titled("span", count.toLocaleString("en"), "ro-count"))
    label.hidden = !value.toLowerCase().includes(part)
    return label
  })
  const focused = document.activeElement?.name === name ? document.activeElement.value : null
  const set = document.createElement("div")
  set.className = "ro-options"
  set.append(...lines)
  body.querySelector(".ro-options").replaceWith(set)
  if (focused !== null) set.querySelector(`input[value="${CSS.escape(focused)}"]`)?.focus()
  search.hidden = values.length <= MANY
  const summary = details.querySelector("summary")
  summary.textContent = mine.length ? `${FACETS[name]} (${mine.length})` : FACETS[name]
}

function facet(name) {
  const details = document.createElement("details")
  details.dataset.facet = name
  details.open = (OPEN.includes(name) && wide() && now().size > 0) || chosen(name).length > 0
  const search = Object.assign(document.createElement("input"), { type: "search", placeholder: "Narrow the list" })
  search.setAttribute("aria-label", `Narrow the list: ${FACETS[name]}`)
  search.hidden = true
  search.addEventListener("input", (event) => {
    event.stopPropagation()
    for (const label of body.querySelectorAll("label")) {
      label.hidden = !label.textContent.toLowerCase().includes(search.value.toLowerCase())
    }
  })
  const body = document.createElement("div")
  body.append(search, titled("div", "", "ro-options"))
  details.append(titled("summary", FACETS[name]), body)
  details.addEventListener("toggle", () => details.open && !loaded.has(name) && look())
  return details
}

const wide = () => window.matchMedia("(min-width: 60em)").matches

function fill() {
  for (const name of ["q", "from", "to", "sort"]) form.elements[name].value = now().get(name) ?? ""
}

form.addEventListener("submit", (event) => {
  event.preventDefault()
  if (isAddress(form.elements.q.value)) location.assign(placeOf(form.elements.q.value))
})
let waiting
form.addEventListener("input", (event) => {
  clearTimeout(waiting)
  if (event.target.type === "checkbox" || isAddress(form.elements.q.value)) return
  waiting = setTimeout(() => {
    if (!form.checkValidity()) return form.reportValidity()
    remember((params) => ["q", "from", "to", "sort"].forEach((name) => params.set(name, form.elements[name].value.trim())))
  }, 120)
})
facets.addEventListener("change", (event) => {
  const { name, value, checked, type } = event.target
  if (type === "checkbox") remember((params) => (checked ? params.append(name, value) : params.delete(name, value)))
})
more.addEventListener("click", () => {
  shown += STEP
  look()
})
place.querySelector(".ro-clear").addEventListener("click", () => {
  form.reset()
  for (const name of ["q", "from", "to", "sort"]) form.elements[name].value = ""
  remember((params) => [...params.keys()].forEach((name) => params.delete(name)))
})
window.addEventListener("popstate", () => {
  fill()
  look()
})

facets.append(...Object.keys(FACETS).map(facet))
facets.closest("details").open = wide()
place.hidden = false
fill()
if (!now().size) form.elements.q.focus({ preventScroll: true })
look()
