// The reading of a record: whether annotations are shown, remembered; and citations with the whole address, with the locator of the
// paragraph or statement the page was opened at, and a button to copy each.

const WISH = "readouts-annotations"
const PARTS = ".ro-statement, .ro-paragraph"

const annotations = /** @type {HTMLInputElement | null} */ (document.querySelector("#ro-annotations"))
if (annotations) {
  try {
    annotations.checked = localStorage.getItem(WISH) !== "off"
  } catch {}
  annotations.addEventListener("change", () => {
    try {
      if (annotations.checked) localStorage.removeItem(WISH)
      else localStorage.setItem(WISH, "off")
    } catch {}
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

const record = /** @type {HTMLElement | null} */ (document.querySelector(".ro-cite:not(.ro-told *)"))
const within = record?.dataset.address
if (record && within) {
  const summaries = [...document.querySelectorAll(".ro-cite > summary")].map((element) => ({ element, text: element.textContent }))
  const slots = [...document.querySelectorAll("[data-locator]")].map((element) => /** @type {HTMLElement} */ (element))
  // The text nodes that hold the address as it was known when the page was made.
  const texts = [...document.querySelectorAll(".ro-citation, .ro-cite pre, .ro-cited")].flatMap((element) =>
    [...element.childNodes]
      .filter((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.includes(within))
      .map((node) => ({ node, text: node.nodeValue ?? "", ready: element.matches(".ro-cited") })),
  )
  const write = () => {
    const found = cited()
    const told = found?.closest(".ro-told")
    const locator = found?.querySelector(".ro-permalink")?.getAttribute("aria-label")?.replace("Cite ", "") ?? ""
    const page = new URL(location.href)
    page.search = ""
    page.hash = ""
    for (const { node, text, ready } of texts) {
      const own = !ready && found && (!node.parentElement?.closest(".ro-told") || node.parentElement.closest(".ro-told") === told)
      node.nodeValue = text.replaceAll(within, () => page.href + (own ? location.hash : ""))
    }
    for (const slot of slots) {
      const here = locator && slot.closest(".ro-told") === told
      const style = slot.closest("div")?.querySelector("strong")?.textContent
      const said = style === "MLA" ? locator.replace("para.", "par.") : locator
      slot.textContent = here ? (slot.dataset.locator ?? "").replace("*", () => said) : ""
    }
    for (const { element, text } of summaries) {
      const own = element.closest(".ro-told")
      element.textContent = locator && own && own === told ? `Cite ${locator}` : text
    }
    // What has no citation of its own beside it finds those of its account open.
    const box = told?.querySelector(":scope > .ro-cite")
    if (locator && box instanceof HTMLDetailsElement && !found?.querySelector(".ro-cited")) box.open = true
    // What is cited is seen, whatever is switched off.
    if (annotations && found?.matches(".ro-statement") && found.getClientRects().length === 0) annotations.checked = true
  }
  for (const element of document.querySelectorAll(".ro-citation, .ro-cite pre")) {
    element.before(copier(element, element.parentElement?.querySelector("strong")?.textContent ?? "the citation"))
  }
  for (const element of document.querySelectorAll(".ro-cited")) element.after(copier(element, "the citation of this paragraph"))
  write()
  addEventListener("hashchange", write)
}
