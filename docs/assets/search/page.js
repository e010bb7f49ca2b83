// The page of the search: words, facets with counts, dates and order. All of it stands in the address.

/** @import { Pages, Wanted } from "./facets.js" */
/** @import { Answer, Hit } from "./find.js" */
/** @import { Format } from "./take.js" */
import { boxesIn, CHOICES, chips, fill, years } from "./boxes.js"
import { engine, pageOf, placeOf } from "./engine.js"
import { counted, fitting, pages } from "./facets.js"
import { find } from "./find.js"
import { part, result } from "./hits.js"
import { isAddress } from "./resolve.js"
import { take } from "./take.js"
import { remarks } from "./told.js"

const STEP = 10
const WAIT = 120 // milliseconds without a key before looking
const WIDE = matchMedia("(min-width: 60em)")

const place = part(document, "#ro-search", HTMLElement)
const form = part(place, "form", HTMLFormElement)
const chipsOf = part(place, ".ro-chosen", HTMLElement)
const told = part(place, ".ro-remarks", HTMLElement)
const list = part(place, ".ro-results", HTMLElement)
const status = part(place, "[role=status]", HTMLElement)
const more = part(place, ".ro-more", HTMLButtonElement)
const again = part(place, ".ro-again", HTMLButtonElement)
const first = part(place, ".ro-first", HTMLElement)
const timeline = part(place, ".ro-years", HTMLElement)
const along = part(place, ".ro-take", HTMLElement)
const box = part(place, ".ro-narrow", HTMLDetailsElement)
const words = part(form, "input[name=q]", HTMLInputElement)
const fields = [
  words,
  part(form, "input[name=from]", HTMLInputElement),
  part(form, "input[name=to]", HTMLInputElement),
  part(form, "select[name=sort]", HTMLSelectElement),
]
let shown = STEP
let turn = 0
/** @type {number[]} */
let results = [] // numbers of the pages that were found

const now = () => new URLSearchParams(location.search)
/** @param {string} name */
const asked = (name) => now().get(name)?.trim() ?? ""

/** @returns {Wanted} */
const wanted = () => ({
  chosen: Object.fromEntries(CHOICES.map((name) => [name, now().getAll(name)]).filter(([, values]) => values?.length)),
  from: asked("from"),
  to: asked("to"),
})

/**
 * Keep what is asked for in the address. What is typed replaces it; what is chosen can be undone with Back.
 * @param {(params: URLSearchParams) => void} change
 * @param {{ step: boolean }} how
 */
function remember(change, { step }) {
  const params = now()
  change(params)
  for (const [name, value] of [...params]) if (!value) params.delete(name)
  const address = `${location.pathname}${params.size ? `?${params}` : ""}`
  if (address !== `${location.pathname}${location.search}`) {
    if (step) history.pushState({ shown: STEP }, "", address)
    else history.replaceState({ shown: STEP }, "", address)
  }
  shown = STEP
  return look()
}

async function look() {
  turn += 1
  const mine = turn
  const choice = wanted()
  chipsOf.replaceChildren(...chips(choice, give))
  again.hidden = true
  if (!(now().size || narrowed().length)) {
    empty()
    return
  }
  if (!list.children.length) status.textContent = "Looking …"
  try {
    const answer = asked("q") ? await find(asked("q")) : null
    const chosen = Object.keys(choice.chosen).length || choice.from || choice.to || asked("sort")
    if (answer && !chosen) await show(answer.hits, choice, answer.marks, mine) // before anything else is loaded
    const hits = await narrow(answer, choice, mine)
    if (chosen || !answer) await show(hits, choice, answer?.marks ?? [], mine)
  } catch {
    if (mine !== turn) return
    status.textContent = "The search could not be loaded."
    again.hidden = false
  }
}

/**
 * What is left of the pages that were found, in their order; what each choice would leave of them is shown.
 * @param {Answer | null} answer
 * @param {Wanted} choice
 * @param {number} mine
 */
async function narrow(answer, choice, mine) {
  const all = await pages()
  const hits = answer?.hits ?? all.ids.map((id) => ({ id, score: 0, words: [] }))
  const base = new Set(hits.map((hit) => all.numbers.get(hit.id) ?? -1))
  const fits = await fitting(base, choice)
  const ordered = inOrder(
    hits.filter((hit) => fits.has(all.numbers.get(hit.id) ?? -1)),
    all,
  )
  const open = narrowed()
  const counts = await Promise.all(open.map((name) => counted(base, choice, name)))
  if (mine !== turn) return []
  results = ordered.map((hit) => all.numbers.get(hit.id) ?? -1)
  for (const [at, name] of open.entries()) {
    const each = boxes.get(name)
    if (each) fill(each, name, choice.chosen[name] ?? [], counts[at] ?? {})
  }
  surroundings(answer, all)
  return ordered
}

/** Before anything is asked for. */
function empty() {
  for (const each of [list, told, timeline]) each.replaceChildren()
  for (const each of [more, along]) each.hidden = true
  for (const [name, each] of boxes) fill(each, name, [], {})
  first.hidden = false
  status.textContent = ""
  results = []
}

/** The boxes that show counts. */
const narrowed = () => CHOICES.filter((name) => boxes.get(name)?.open)

/**
 * @param {Hit[]} hits
 * @param {Pages} all
 */
function inOrder(hits, { dates, numbers }) {
  const order = asked("sort") || (asked("q") ? "" : "newest")
  if (order !== "newest" && order !== "oldest") return hits
  /** @param {Hit} hit */
  const date = (hit) => dates[numbers.get(hit.id) ?? -1] ?? 0
  const dated = hits.filter(date).sort((a, b) => (order === "newest" ? date(b) - date(a) : date(a) - date(b)))
  return [...dated, ...hits.filter((hit) => !date(hit))]
}

/**
 * What stands around the results.
 * @param {Answer | null} answer
 * @param {Pages} all
 */
function surroundings(answer, { dates }) {
  const { length } = results
  const number = `${length.toLocaleString("en")} ${length === 1 ? "result" : "results"}`
  status.textContent = length ? number : "Nothing found."
  part(place, ".ro-show", HTMLButtonElement).textContent = `Show ${number}`
  told.replaceChildren(...(answer ? remarks(answer, length, chipsOf.children.length > 0) : []))
  first.hidden = length > 0
  more.hidden = length <= shown
  along.hidden = !length
  /** @param {string} year */
  const address = (year) => {
    const params = now()
    params.set("from", year)
    params.set("to", year)
    return `?${params}`
  }
  const days = results.map((each) => dates[each] ?? 0).filter(Boolean)
  timeline.replaceChildren(...(days.length ? years(days, address) : []))
}

/**
 * @param {Hit[]} hits
 * @param {Wanted} choice
 * @param {string[]} marks
 * @param {number} mine
 */
async function show(hits, { chosen: values }, marks, mine) {
  const found = await Promise.all(hits.slice(0, shown).map(async (hit) => ({ hit, page: await pageOf(hit.id) })))
  if (mine !== turn) return
  const said = [values.person, values.speaker, values.act, values.topic].flatMap((each) => each ?? [])
  list.replaceChildren(...found.map(({ hit, page }) => result(page, hit.words, said, marks)))
}

/**
 * @param {string} name
 * @param {string} value
 */
const give = (name, value) => remember((params) => params.delete(name, value), { step: true })

function restore() {
  for (const each of fields) each.value = asked(each.name)
}

form.addEventListener("submit", (event) => {
  event.preventDefault()
  clearTimeout(waiting)
  if (isAddress(words.value)) location.assign(placeOf(words.value))
  else if (form.reportValidity()) typed({ step: true })
})
/** @param {{ step: boolean }} how */
const typed = (how) =>
  remember((params) => {
    for (const each of fields) params.set(each.name, each.value.trim())
  }, how)
// It is loaded while one types; whoever goes on is told that it could not be.
words.addEventListener("input", () => engine().catch(() => null), { once: true })
/** @type {ReturnType<typeof setTimeout> | undefined} */
let waiting
form.addEventListener("input", ({ target }) => {
  clearTimeout(waiting)
  if ((target instanceof HTMLInputElement && target.type === "checkbox") || isAddress(words.value)) return
  waiting = setTimeout(() => form.reportValidity() && typed({ step: target instanceof HTMLSelectElement }), WAIT)
})
form.addEventListener("change", ({ target }) => {
  if (target instanceof HTMLInputElement && target.type === "checkbox") {
    const { name, value, checked } = target
    remember((params) => (checked ? params.append(name, value) : params.delete(name, value)), { step: true })
  }
})
more.addEventListener("click", () => {
  shown += STEP
  history.replaceState({ shown }, "")
  look()
})
again.addEventListener("click", look)
part(place, ".ro-show", HTMLButtonElement).addEventListener("click", () => {
  box.open = false
  status.scrollIntoView()
})
part(place, ".ro-clear", HTMLButtonElement).addEventListener("click", () => {
  for (const each of fields) each.value = ""
  remember(
    (params) => {
      for (const name of [...params.keys()]) params.delete(name)
    },
    { step: true },
  )
})
for (const button of along.querySelectorAll("button")) {
  button.addEventListener("click", () => take(/** @type {Format} */ (button.value), results))
}
addEventListener("popstate", ({ state }) => {
  restore()
  shown = state?.shown ?? STEP
  look()
})

const boxes = boxesIn(part(place, ".ro-facets", HTMLElement), WIDE.matches && now().size > 0, wanted(), () => look())
box.open = WIDE.matches
place.hidden = false
restore()
shown = history.state?.shown ?? STEP
if (isAddress(words.value)) location.replace(placeOf(words.value))
else look()
if (!now().size) words.focus({ preventScroll: true })
