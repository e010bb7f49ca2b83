// The reading of a record: whether annotations are shown, remembered; and citations with the whole address, with the locator of the
// paragraph or statement the page was opened at, and a button to copy each.

const WISH = "readouts-annotations"
const PARTS = ".ro-passage li, .ro-paragraph"
const SIGN = '[aria-label^="Cite "]'

const annotations = /** @type {HTMLInputElement | null} */ (document.querySelector("#ro-annotations"))
if (annotations) {
  try {
    annotations.checked = localStorage.getItem(WISH) !== "off"
  } catch {
    // Where nothing may be kept, they are shown.
  }
  annotations.addEventListener("change", () => {
    try {
      if (annotations.checked) localStorage.removeItem(WISH)
      else localStorage.setItem(WISH, "off")
    } catch {
      // The switch works all the same on this page.
    }
  })
}

/** The part of the page that the address names; a fragment may be anything, even what cannot be decoded. */
function part() {
  try {
    return document.getElementById(decodeURIComponent(location.hash.slice(1)))
  } catch {
    return null
  }
}

/** What is cited: a part that may be cited by itself, or nothing. */
function cited() {
  const found = part()
  return found?.matches(`${PARTS}, .ro-account`) ? found : null
}

/**
 * A button that copies a text.
 * @param {Element} element
 * @param {string} name
 */
function copier(element, name) {
  const button = document.createElement("button")
  button.type = "button"
  button.textContent = "Copy"
  button.setAttribute("aria-label", `Copy ${name}`)
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(element.textContent ?? "")
    button.textContent = "Copied"
    setTimeout(() => {
      button.textContent = "Copy"
    }, 2000)
  })
  return button
}

/** The account that a part of the page belongs to. @param {Element | null | undefined} element */
const account = (element) => element?.closest(".ro-told") ?? null

/** How a part is told in a citation: “para. 2(1)”. @param {Element | null} found */
const locator = (found) => found?.querySelector(SIGN)?.getAttribute("aria-label")?.replace("Cite ", "") ?? ""

/**
 * A locator as it stands in a citation, in the words of its style.
 * @param {HTMLElement} slot
 * @param {string} told
 */
function said(slot, told) {
  const style = slot.closest("div")?.querySelector("strong")?.textContent
  return (slot.dataset.locator ?? "").replace("*", () => (style === "MLA" ? told.replace("para.", "par.") : told))
}

/** Whether a citation is of the part that is open, or of what it belongs to. @param {Element} element @param {Element} found */
const concerns = (element, found) => account(element) === null || account(element) === account(found)

const record = /** @type {HTMLElement | null} */ (document.querySelector(".ro-cite:not(.ro-told *)"))
const within = record?.dataset.address
if (record && within) {
  const citations = [...document.querySelectorAll(".ro-citation, .ro-cite pre, .ro-cited")]
  const summaries = [...document.querySelectorAll(".ro-told > .ro-cite > summary")]
  const label = summaries[0]?.textContent ?? ""
  const slots = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-locator]")])
  // Where the address stands as it was known when the page was made.
  const texts = citations.flatMap((element) =>
    [...element.childNodes]
      .filter((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.includes(within))
      .map((node) => ({ element, node, text: node.nodeValue ?? "" })),
  )
  const addresses = (/** @type {Element | null} */ found) => {
    const page = new URL(location.href)
    page.search = ""
    page.hash = ""
    for (const { element, node, text } of texts) {
      // What stands beside a part has the part's own.
      const fragment = found && !element.matches(".ro-cited") && concerns(element, found) ? location.hash : ""
      node.nodeValue = text.replaceAll(within, () => page.href + fragment)
    }
  }
  const write = () => {
    const found = cited()
    const told = locator(found)
    addresses(found)
    for (const slot of slots) slot.textContent = told && account(slot) === account(found) ? said(slot, told) : ""
    for (const summary of summaries) summary.textContent = told && account(summary) === account(found) ? `Cite ${told}` : label
    // What has no citation of its own beside it finds those of its account open.
    const box = account(found)?.querySelector(":scope > .ro-cite")
    if (told && box instanceof HTMLDetailsElement && !found?.querySelector(".ro-cited")) box.open = true
  }
  for (const element of citations) {
    const name = element.parentElement?.querySelector("strong")?.textContent
    if (element.matches(".ro-cited")) element.after(copier(element, "the citation of this paragraph"))
    else element.before(copier(element, element.matches(".ro-own") || !name ? "the citation" : name))
  }
  write()
  addEventListener("hashchange", write)
}
