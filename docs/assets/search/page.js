// The page of the search: words, facets with counts, dates and order. All of it stands in the address.

/** @import { Facet } from "./constants.js" */
/** @import { Counts, Filters, Pagefind, Result, Results } from "./engine.js" */
import { DATE, EVERY, SEPARATOR } from "./constants.js"
import { engine, placeOf } from "./engine.js"
import { namedFirst, part, result, titled } from "./hits.js"
import { isAddress } from "./resolve.js"

/**
 * What there is to choose from: months are shown by decades.
 * @typedef {Exclude<Facet, "month"> | "decade"} Choice
 */

/** @type {Record<Choice, string>} */
const LABELS = {
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
const CHOICES = /** @type {Choice[]} */ (Object.keys(LABELS)) // the type of `keys` forgets which
/** @type {Choice[]} */
const OPEN = ["kind", "decade", "country"] // the others are loaded when somebody opens them
/** @type {Choice[]} */
const ALTERNATIVES = ["type", "kind", "decade"] // a page has one of these: several are “or”, elsewhere “and”
/** @type {Choice[]} */
const SAID = ["person", "topic", "act", "who"] // what the title of a passage tells
const STEP = 10
const MANY = 12
/** @type {Map<string, "asc" | "desc">} */
const ORDERS = new Map([
  ["newest", "desc"],
  ["oldest", "asc"],
])

const place = part(document, "#ro-search", HTMLElement)
const form = part(place, "form", HTMLFormElement)
const facets = part(place, ".ro-facets", HTMLElement)
const list = part(place, ".ro-results", HTMLElement)
const status = part(place, "[role=status]", HTMLElement)
const more = part(place, ".ro-more", HTMLButtonElement)
const words = part(form, "input[name=q]", HTMLInputElement)
const fields = [
  words,
  part(form, "input[name=from]", HTMLInputElement),
  part(form, "input[name=to]", HTMLInputElement),
  part(form, "select[name=sort]", HTMLSelectElement),
]
let shown = STEP
let turn = 0

const now = () => new URLSearchParams(location.search)
/** @param {string} name */
const asked = (name) => now().get(name) ?? ""
/** @param {Choice} name */
const chosen = (name) => now().getAll(name)

/**
 * Keep what is asked for in the address.
 * @param {(params: URLSearchParams) => void} change
 */
function remember(change) {
  const params = now()
  change(params)
  for (const [name, value] of [...params]) if (!value) params.delete(name)
  history.replaceState(null, "", `${location.pathname}${params.size ? `?${params}` : ""}`)
  shown = STEP
  return look()
}

/**
 * What is asked for, but for one choice, as Pagefind wants it.
 * @param {Choice} [left]
 */
function filters(left) {
  /** @type {Filters} */
  const wanted = {}
  for (const name of CHOICES) {
    const values = chosen(name)
    if (name !== left && name !== "decade" && values.length) {
      wanted[name] = ALTERNATIVES.includes(name) ? { any: values } : { all: values }
    }
  }
  const [from, to] = [asked("from"), asked("to")]
  const among = left === "decade" ? [] : chosen("decade")
  if (from || to || among.length) {
    /** @param {string} month */
    const fits = (month) =>
      month.slice(0, from.length) >= from &&
      (!to || month.slice(0, to.length) <= to) &&
      (!among.length || among.includes(decadeOf(month)))
    wanted.month = { any: months.filter(fits) }
  }
  return wanted
}

/** @param {string} month */
const decadeOf = (month) => `${month.slice(0, 3)}0s`

/**
 * @param {Counts} [byMonth]
 * @returns {Counts}
 */
function decades(byMonth = {}) {
  /** @type {Map<string, number>} */
  const counts = new Map()
  for (const [month, count] of Object.entries(byMonth)) {
    counts.set(decadeOf(month), (counts.get(decadeOf(month)) ?? 0) + count)
  }
  return Object.fromEntries(counts)
}

/** @type {string[]} */
let months = [] // all there are, once they are loaded
/** @type {Set<Facet>} */
const loaded = new Set()
/**
 * Have Pagefind load a filter without narrowing anything down.
 * @param {Pagefind} pagefind
 * @param {string} term
 * @param {Choice} choice
 */
async function load(pagefind, term, choice) {
  const name = choice === "decade" ? "month" : choice
  if (loaded.has(name)) return
  await pagefind.preload(term, { filters: { [name]: "" } })
  loaded.add(name)
}

async function look() {
  turn += 1
  const mine = turn
  const open = CHOICES.filter((name) => boxes.get(name)?.open)
  if (!(now().size || open.length)) {
    for (const [name, box] of boxes) fill(box, name, {})
    list.replaceChildren()
    more.hidden = true
    status.textContent = "Type a word or open a list to choose from."
    return
  }
  if (!list.children.length) status.textContent = "Looking …"
  const query = asked("q").trim()
  try {
    const { results, counts } = await find(await engine(), query, open)
    if (mine !== turn) return
    for (const [name, box] of boxes) fill(box, name, counts[name] ?? {})
    await show(results, query, mine)
  } catch {
    status.textContent = "The search could not be loaded."
  }
}

/**
 * The results, and what each value of a choice would leave of them.
 * @param {Pagefind} pagefind
 * @param {string} query
 * @param {Choice[]} open  what is shown, and therefore counted
 */
async function find(pagefind, query, open) {
  const term = query || EVERY
  const narrowing = CHOICES.filter((name) => chosen(name).length)
  await Promise.all([...open, ...narrowing].map((name) => load(pagefind, term, name)))
  if (asked("from") || asked("to") || chosen("decade").length) {
    await load(pagefind, term, "decade")
    if (!months.length) months = Object.keys((await pagefind.search(term)).filters.month ?? {})
  }
  const order = ORDERS.get(asked("sort") || (query ? "" : "newest"))
  const found = await pagefind.search(term, { filters: filters(), sort: order ? { [DATE]: order } : {} })
  if (found.filters.month) months = Object.keys(found.filters.month)
  const counts = countsOf(found)
  const others = ALTERNATIVES.filter((name) => narrowing.includes(name)).map(async (name) => {
    counts[name] = countsOf(await pagefind.search(term, { filters: filters(name) }))[name] ?? {}
  })
  await Promise.all(others)
  return { results: found.results, counts }
}

/**
 * @param {Results} found
 * @returns {Partial<Record<Choice, Counts>>}
 */
const countsOf = (found) => ({ ...found.filters, decade: decades(found.filters.month) })

/**
 * @param {Result[]} found
 * @param {string} query
 * @param {number} mine
 */
async function show(found, query, mine) {
  const pages = await Promise.all(found.slice(0, shown).map((each) => each.data()))
  if (mine !== turn) return
  const wanted = SAID.flatMap(chosen).flatMap((value) => value.split(SEPARATOR))
  const ordered = asked("sort") ? pages : namedFirst(pages, query)
  list.replaceChildren(...ordered.map((page) => result(page, query, wanted)))
  const number = found.length.toLocaleString("en")
  status.textContent = found.length ? `${number} ${found.length === 1 ? "result" : "results"}` : "Nothing found."
  more.hidden = found.length <= shown
}

/**
 * Show the values of a choice, each with how many results it leaves.
 * @param {HTMLDetailsElement} box
 * @param {Choice} name
 * @param {Counts} counts
 */
function fill(box, name, counts) {
  const mine = chosen(name)
  const nothing = Object.fromEntries(mine.map((value) => [value, 0])) // so that it can be given up
  const values = Object.entries({ ...nothing, ...counts })
    .filter(([value, count]) => count || mine.includes(value))
    .sort(([a, m], [b, n]) => (name === "decade" ? b.localeCompare(a) : n - m || a.localeCompare(b, "en")))
  const search = part(box, "input[type=search]", HTMLInputElement)
  const lines = values.map(([value, count]) => {
    const input = Object.assign(document.createElement("input"), {
      type: "checkbox",
      name,
      value,
      checked: mine.includes(value),
    })
    const label = document.createElement("label")
    label.append(input, titled("span", value), " ", titled("span", count.toLocaleString("en"), "ro-count"))
    label.hidden = !value.toLowerCase().includes(search.value.toLowerCase())
    return label
  })
  const active = document.activeElement
  const set = titled("div", "", "ro-options")
  set.append(...lines)
  part(box, ".ro-options", HTMLElement).replaceWith(set)
  if (active instanceof HTMLInputElement && active.name === name) {
    /** @type {HTMLInputElement | null} */
    const same = set.querySelector(`input[value="${CSS.escape(active.value)}"]`)
    same?.focus()
  }
  search.hidden = values.length <= MANY
  part(box, "summary", HTMLElement).textContent = mine.length ? `${LABELS[name]} (${mine.length})` : LABELS[name]
}

/** @param {Choice} name */
function boxOf(name) {
  const box = document.createElement("details")
  box.dataset.facet = name
  box.open = (OPEN.includes(name) && wide() && now().size > 0) || chosen(name).length > 0
  const search = Object.assign(document.createElement("input"), { type: "search", placeholder: "Narrow the list" })
  search.setAttribute("aria-label", `Narrow the list: ${LABELS[name]}`)
  search.hidden = true
  const body = document.createElement("div")
  search.addEventListener("input", (event) => {
    event.stopPropagation()
    for (const label of body.querySelectorAll("label")) {
      label.hidden = !label.textContent.toLowerCase().includes(search.value.toLowerCase())
    }
  })
  body.append(search, titled("div", "", "ro-options"))
  box.append(titled("summary", LABELS[name]), body)
  box.addEventListener("toggle", () => box.open && look())
  return box
}

const wide = () => matchMedia("(min-width: 60em)").matches

/** The fields of the form as the address has them. */
function restore() {
  for (const each of fields) each.value = asked(each.name)
}

form.addEventListener("submit", (event) => {
  event.preventDefault()
  if (isAddress(words.value)) location.assign(placeOf(words.value))
})
/** @type {ReturnType<typeof setTimeout> | undefined} */
let waiting
form.addEventListener("input", (event) => {
  clearTimeout(waiting)
  if ((event.target instanceof HTMLInputElement && event.target.type === "checkbox") || isAddress(words.value)) return
  waiting = setTimeout(() => {
    if (!form.reportValidity()) return
    remember((params) => {
      for (const each of fields) params.set(each.name, each.value.trim())
    })
  }, 120)
})
facets.addEventListener("change", ({ target }) => {
  if (target instanceof HTMLInputElement && target.type === "checkbox") {
    const { name, value, checked } = target
    remember((params) => (checked ? params.append(name, value) : params.delete(name, value)))
  }
})
more.addEventListener("click", () => {
  shown += STEP
  look()
})
part(place, ".ro-clear", HTMLButtonElement).addEventListener("click", () => {
  for (const each of fields) each.value = ""
  remember((params) => {
    for (const name of [...params.keys()]) params.delete(name)
  })
})
addEventListener("popstate", () => {
  restore()
  look()
})

const boxes = new Map(CHOICES.map((name) => [name, boxOf(name)]))
facets.append(...boxes.values())
part(place, ".ro-narrow", HTMLDetailsElement).open = wide()
place.hidden = false
restore()
if (!now().size) words.focus({ preventScroll: true })
look()
