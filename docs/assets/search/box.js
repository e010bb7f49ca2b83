// The box in the header: a combobox with suggestions (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/).

import { engine, pageOf, placeOf } from "./engine.js"
import { find } from "./find.js"
import { excerpt, hitsOf, linkTo, part, titled } from "./hits.js"
import { isAddress } from "./resolve.js"

const WAIT = 120 // milliseconds without a key before looking
const SHOWN = 7

class Box {
  /** @type {HTMLAnchorElement[]} */
  options = []
  turn = 0
  at = -1

  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.input = part(form, "input", HTMLInputElement)
    this.list = titled("div", "", "ro-hits")
    this.status = titled("p", "", "ro-hits-status")
    Object.assign(this.list, { id: "ro-hits", role: "listbox", ariaLabel: "Suggestions", hidden: true })
    this.status.setAttribute("role", "status")
    Object.assign(this.input, { role: "combobox", ariaAutoComplete: "list", ariaExpanded: "false" })
    this.input.setAttribute("aria-controls", this.list.id)
    form.append(this.list, this.status)

    // Whoever goes on to search is told that it could not be loaded.
    this.input.addEventListener("focus", () => engine().catch(() => null), { once: true })
    this.input.addEventListener("input", () => this.look())
    this.input.addEventListener("keydown", (event) => this.walk(event))
    form.addEventListener("submit", (event) => {
      event.preventDefault()
      this.go()
    })
    /** @param {EventTarget | null} target */
    const elsewhere = (target) => target instanceof Node && !form.contains(target)
    document.addEventListener("click", (event) => elsewhere(event.target) && this.close())
    form.addEventListener("focusout", (event) => elsewhere(event.relatedTarget) && this.close())
  }

  async look() {
    const query = this.input.value.trim()
    this.turn += 1
    const mine = this.turn
    this.status.textContent = ""
    if (!query || isAddress(query)) {
      this.close()
      return
    }
    await new Promise((go) => setTimeout(go, WAIT))
    if (mine !== this.turn) return
    try {
      const found = await suggestions(query)
      if (mine !== this.turn) return
      this.open(found)
      if (!found.length) this.status.textContent = "Nothing found."
    } catch {
      this.status.textContent = "The search could not be loaded. Type on to try again."
    }
  }

  /** @param {HTMLAnchorElement[]} found */
  open(found) {
    this.options = found
    for (const [number, option] of found.entries())
      Object.assign(option, { id: `ro-hit-${number}`, role: "option", tabIndex: -1 })
    this.list.replaceChildren(...found)
    this.list.hidden = !found.length
    this.input.ariaExpanded = String(found.length > 0)
    this.select(-1)
  }

  close() {
    this.turn += 1
    this.list.hidden = true
    this.input.ariaExpanded = "false"
    this.select(-1)
  }

  /** @param {number} next */
  select(next) {
    this.at = next
    for (const [number, option] of this.options.entries()) option.ariaSelected = String(number === next)
    const current = this.options[next]
    if (current) this.input.setAttribute("aria-activedescendant", current.id)
    else this.input.removeAttribute("aria-activedescendant")
    current?.scrollIntoView({ block: "nearest" })
  }

  /** @param {KeyboardEvent} event */
  walk(event) {
    if (this.list.hidden) return
    const step = Number(event.key === "ArrowDown") - Number(event.key === "ArrowUp")
    if (event.key === "Escape") {
      event.preventDefault()
      this.close()
    } else if (step) {
      event.preventDefault()
      const places = this.options.length + 1 // with the box itself, from which one began
      this.select(((this.at + 1 + step + places) % places) - 1)
    }
  }

  go() {
    const option = this.list.hidden ? null : this.options[this.at]
    if (option) location.assign(option.href)
    else if (this.input.value.trim()) location.assign(placeOf(this.input.value))
  }
}

/**
 * Give a form suggestions.
 * @param {HTMLFormElement} form
 */
export const suggest = (form) => new Box(form)

/**
 * The first results, each with its kind, and a way to all.
 * @param {string} query
 */
async function suggestions(query) {
  const { hits, marks } = await find(query)
  if (!hits.length) return []
  const pages = await Promise.all(hits.slice(0, SHOWN).map(async (hit) => ({ hit, page: await pageOf(hit.id) })))
  const links = pages.map(({ hit, page }) => {
    const [best] = hitsOf(page, hit.words)
    const link = titled("a", page.meta.shown)
    link.href = linkTo(page.url, best?.anchor, marks)
    link.append(" ", titled("span", page.meta.type, "ro-count"))
    if (best) link.append(excerpt(best, 16))
    return link
  })
  const all = titled("a", `All ${hits.length.toLocaleString("en")} results`, "ro-hits-all")
  all.href = placeOf(query)
  return [...links, all]
}
