// What a reader chooses from: boxes of values with counts, chips of what is chosen, and the years of the results.

/** @import { Choice, Counts, Wanted } from "./facets.js" */
import { part, titled } from "./hits.js"

/** @type {Record<Choice, string>} */
export const LABELS = {
  type: "About",
  kind: "Kind of meeting",
  coverage: "Accounts",
  mode: "In person or by call",
  decade: "Decade",
  country: "Country",
  pair: "Relation",
  person: "Took part",
  speaker: "Speaker",
  act: "Speech act",
  topic: "Topic",
  place: "Place",
  region: "Part of the world",
  publisher: "Publisher",
  language: "Language of an account",
}
export const CHOICES = /** @type {Choice[]} */ (Object.keys(LABELS)) // the type of `keys` forgets which
/** @type {Choice[]} */
const OPEN = ["kind", "decade", "country"] // the others are loaded when somebody opens them
const MANY = 12

/**
 * A box for each choice.
 * @param {HTMLElement} within
 * @param {boolean} wide
 * @param {Wanted} wanted
 * @param {(name: Choice) => void} opened
 */
export function boxesIn(within, wide, wanted, opened) {
  const boxes = new Map(CHOICES.map((name) => [name, boxOf(name, opened)]))
  for (const [name, box] of boxes) box.open = (OPEN.includes(name) && wide) || Boolean(wanted.chosen[name]?.length)
  within.append(...boxes.values())
  return boxes
}

/**
 * @param {Choice} name
 * @param {(name: Choice) => void} opened
 */
function boxOf(name, opened) {
  const box = document.createElement("details")
  box.dataset.facet = name
  const search = Object.assign(document.createElement("input"), { type: "search", placeholder: "Narrow the list" })
  search.setAttribute("aria-label", `Narrow the list: ${LABELS[name]}`)
  search.hidden = true
  search.addEventListener("input", (event) => {
    event.stopPropagation()
    for (const label of box.querySelectorAll("label")) {
      label.hidden = !label.textContent.toLowerCase().includes(search.value.toLowerCase())
    }
  })
  box.append(titled("summary", LABELS[name]), search, titled("div", "", "ro-options"))
  box.addEventListener("toggle", () => box.open && opened(name))
  return box
}

/**
 * Show the values of a choice, each with how many results it leaves.
 * @param {HTMLDetailsElement} box
 * @param {Choice} name
 * @param {string[]} chosen
 * @param {Counts} counts
 */
export function fill(box, name, chosen, counts) {
  const nothing = Object.fromEntries(chosen.map((value) => [value, 0])) // so that it can be given up
  const values = Object.entries({ ...nothing, ...counts }).sort(([a, m], [b, n]) =>
    name === "decade" ? b.localeCompare(a) : n - m || a.localeCompare(b, "en"),
  )
  const search = part(box, "input[type=search]", HTMLInputElement)
  const lines = values.map(([value, count]) => {
    const input = document.createElement("input")
    Object.assign(input, { type: "checkbox", name, value, checked: chosen.includes(value) })
    const label = document.createElement("label")
    label.append(input, titled("span", value), " ", titled("span", count.toLocaleString("en"), "ro-count"))
    label.hidden = !value.toLowerCase().includes(search.value.toLowerCase())
    return label
  })
  const active = document.activeElement
  const set = titled("div", "", "ro-options")
  set.append(...(lines.length ? lines : [titled("span", "None among the results", "ro-count")]))
  part(box, ".ro-options", HTMLElement).replaceWith(set)
  if (active instanceof HTMLInputElement && active.name === name) {
    /** @type {HTMLInputElement | null} */
    const same = set.querySelector(`input[value="${CSS.escape(active.value)}"]`)
    same?.focus()
  }
  search.hidden = values.length <= MANY
  part(box, "summary", HTMLElement).textContent = chosen.length ? `${LABELS[name]} (${chosen.length})` : LABELS[name]
}

/**
 * What is chosen, each with a button that gives it up.
 * @param {Wanted} wanted
 * @param {(name: string, value: string) => void} give
 */
export function chips(wanted, give) {
  /** @param {string} name @param {string} value @param {string} text */
  const chip = (name, value, text) => {
    const button = titled("button", `${text} ×`, "ro-chosen-value")
    button.type = "button"
    button.setAttribute("aria-label", `Give up ${text}`)
    button.addEventListener("click", () => give(name, value))
    return button
  }
  const dates = [
    ["from", wanted.from],
    ["to", wanted.to],
  ].flatMap(([name = "", value]) => (value ? [chip(name, value, `${name} ${value}`)] : []))
  return [...CHOICES.flatMap((name) => (wanted.chosen[name] ?? []).map((value) => chip(name, value, value))), ...dates]
}

/**
 * Bars for the years of the results; each leads to the results of its year.
 * @param {number[]} dates  days of the results, `20141110`
 * @param {(year: string) => string} address
 */
export function years(dates, address) {
  /** @type {Map<number, number>} */
  const counts = new Map()
  for (const date of dates) counts.set(Math.floor(date / 10_000), (counts.get(Math.floor(date / 10_000)) ?? 0) + 1)
  if (counts.size < 2) return []
  const first = Math.min(...counts.keys())
  const last = Math.max(...counts.keys())
  const most = Math.max(...counts.values())
  return Array.from({ length: last - first + 1 }, (_, at) => {
    const year = first + at
    const count = counts.get(year) ?? 0
    const item = document.createElement("li")
    if (count) {
      const link = titled("a", "")
      link.href = address(String(year))
      link.title = `${year}: ${count}`
      link.setAttribute("aria-label", `${year}, ${count === 1 ? "1 meeting" : `${count} meetings`}`)
      link.style.setProperty("--share", String(count / most))
      item.append(link)
    }
    if (year === first || year === last) item.append(titled("span", String(year)))
    return item
  })
}
