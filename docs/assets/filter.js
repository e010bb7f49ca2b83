// Narrows a list of meetings down by the choices in the form above it, which stand in the address; and turns the statements on a topic round.

/** @type {HTMLFormElement | null} */
const form = document.querySelector(".ro-choices")
const choices = [...(form?.querySelectorAll("select") ?? [])]

/**
 * What stands below the form, up to the next section.
 * @param {HTMLFormElement} above
 */
function* below(above) {
  for (let each = above.nextElementSibling; each instanceof HTMLElement && each.tagName !== "H2"; ) {
    yield each
    if (each.matches("details")) for (const child of each.children) if (child instanceof HTMLElement) yield child
    each = each.nextElementSibling
  }
}

/**
 * Show those meetings of a list that have all of some classes, and tell how many they are.
 * @param {HTMLElement} list
 * @param {string[]} classes
 */
function narrow(list, classes) {
  /** @type {NodeListOf<HTMLElement>} */
  const items = list.querySelectorAll(":scope > li")
  for (const item of items) item.hidden = !classes.every((each) => item.classList.contains(each))
  const left = [...items].filter((item) => !item.hidden).length
  list.hidden = !left
  return left
}

/**
 * Show or hide a year, here and in the contents of the page.
 * @param {HTMLElement} year
 * @param {boolean} hidden
 */
function hide(year, hidden) {
  year.hidden = hidden
  const contents = document.querySelector(`.ro-aside a[href="#${year.id}"]`)?.parentElement
  if (contents) contents.hidden = hidden
}

/**
 * Narrow the lists among some elements; how many meetings are left. A fold opens while something is chosen.
 * @param {Iterable<Element>} elements
 * @param {string[]} classes
 */
function narrowed(elements, classes) {
  let shown = 0
  /** @type {HTMLElement | null} */
  let year = null
  for (const each of elements) {
    if (each instanceof HTMLDetailsElement) each.open = classes.length > 0
    if (each instanceof HTMLHeadingElement) year = each
    if (each instanceof HTMLUListElement) {
      const left = narrow(each, classes)
      shown += left
      if (year) hide(year, !left)
    }
  }
  return shown
}

/** @param {HTMLFormElement} above */
function apply(above) {
  const chosen = choices.filter((each) => each.value)
  const params = new URLSearchParams(chosen.map((each) => [each.name, each.value]))
  history.replaceState(null, "", `${location.pathname}${params.size ? `?${params}` : ""}${location.hash}`)
  const classes = chosen.map((each) => each.value)
  const shown = narrowed(below(above), classes)
  const status = above.querySelector("[role=status]")
  if (status) status.textContent = chosen.length ? `${shown} ${shown === 1 ? "meeting" : "meetings"}` : ""
}

if (form) {
  const params = new URLSearchParams(location.search)
  for (const each of choices) {
    each.value = params.get(each.name) ?? ""
    if (each.selectedIndex < 0) each.value = ""
  }
  form.hidden = false
  form.addEventListener("change", () => apply(form))
  form.addEventListener("submit", (event) => event.preventDefault())
  if (choices.some((each) => each.value)) apply(form)
}

const OLDEST = "Oldest meeting first."

/**
 * Headings with what is below each, the last first, and so within what is below a heading.
 * @param {Element[]} elements
 * @returns {Element[]}
 */
function turned(elements) {
  const headings = elements.map((each) => each.tagName).filter((each) => /^H\d$/.test(each))
  if (!headings.length) return elements
  const [top] = headings.sort((one, other) => one.localeCompare(other))
  /** @type {Element[][]} */
  const groups = []
  for (const each of elements) {
    if (each.tagName === top) groups.push([])
    groups.at(-1)?.push(each)
  }
  return groups.reverse().flatMap((group) => [...group.slice(0, 1), ...turned(group.slice(1))])
}

/** @param {Element | null | undefined} list */
function turnContents(list) {
  if (!list) return
  list.append(...[...list.children].reverse())
  for (const each of list.querySelectorAll(":scope > li > ul")) turnContents(each)
}

const order = document.querySelector("#statements + .ro-note")
// Of a long list the earlier meetings have pages of their own.
if (order && !document.querySelector("#all-by-decade")) {
  const latest = order.textContent
  const told = document.createTextNode(latest)
  const button = document.createElement("button")
  button.type = "button"
  button.addEventListener("click", () => {
    const statements = []
    let each = order.nextElementSibling
    for (; each && !each.matches("h2, .ro-note, .ro-feedback"); each = each.nextElementSibling) statements.push(each)
    order.after(...turned(statements))
    turnContents(document.querySelector('.ro-aside a[href="#statements"]')?.parentElement?.querySelector("ul"))
    told.data = told.data === OLDEST ? latest : OLDEST
    button.textContent = told.data === OLDEST ? "Latest first" : "Oldest first"
  })
  button.textContent = "Oldest first"
  order.replaceChildren(told, " ", button)
}
