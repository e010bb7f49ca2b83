// The citations of a page: with its whole address, that of the statement or paragraph it was opened at, and a button to copy each.

/** @type {HTMLElement | null} */
const box = document.querySelector(".ro-cite")

/** The part of the page that the address names; a fragment may be anything, even what cannot be decoded. */
function part() {
  try {
    return document.getElementById(decodeURIComponent(location.hash.slice(1)))
  } catch {
    return null
  }
}

/** What is cited: the fragment of a part that may be cited by itself, or nothing. */
const cited = () => (part()?.matches(".ro-statement, .ro-paragraph, .ro-account") ? location.hash : "")

/**
 * The button that copies a citation.
 * @param {Element} element
 */
function copier(element) {
  const button = document.createElement("button")
  button.type = "button"
  button.textContent = "Copy"
  button.setAttribute("aria-label", `Copy ${element.parentElement?.querySelector("strong")?.textContent}`)
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(element.textContent)
    button.textContent = "Copied"
    setTimeout(() => {
      button.textContent = "Copy"
    }, 2000)
  })
  return button
}

const within = box?.dataset.address
if (box && within) {
  const summary = box.querySelector("summary")
  const title = summary?.textContent ?? ""
  const texts = [...box.querySelectorAll("p, pre")].map((element) => ({ element, text: element.textContent }))
  const write = () => {
    const address = new URL(location.href)
    address.search = ""
    address.hash = cited()
    for (const { element, text } of texts) element.textContent = text.replaceAll(within, () => address.href)
    if (summary) summary.textContent = cited() ? `Cite ${cited()} of this record` : title
  }
  for (const { element } of texts) element.before(copier(element))
  write()
  addEventListener("hashchange", write)
}
