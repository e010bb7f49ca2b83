// Narrows a list of meetings down by the choices in the form above it; they stand in the address.

const form = document.querySelector(".ro-choices")

function apply() {
  const chosen = [...form.elements].map((each) => each.value).filter(Boolean)
  const params = new URLSearchParams()
  for (const each of form.elements) if (each.value) params.set(each.name, each.value)
  history.replaceState(null, "", `${location.pathname}${params.size ? `?${params}` : ""}${location.hash}`)
  let shown = 0
  let year = null
  for (let each = form.nextElementSibling; each && each.tagName !== "H2"; each = each.nextElementSibling) {
    if (each.matches("h3")) year = each
    if (!each.matches("ul")) continue
    const items = [...each.children]
    for (const item of items) item.hidden = !chosen.every((one) => item.classList.contains(one))
    const left = items.filter((item) => !item.hidden).length
    shown += left
    each.hidden = !left
    if (year) {
      year.hidden = !left
      const contents = document.querySelector(`.ro-aside a[href="#${year.id}"]`)
      if (contents) contents.parentElement.hidden = !left
    }
  }
  form.querySelector("[role=status]").textContent = chosen.length ? `${shown} ${shown === 1 ? "meeting" : "meetings"}` : ""
}

if (form) {
  const params = new URLSearchParams(location.search)
  for (const each of form.elements) {
    each.value = params.get(each.name) ?? ""
    if (each.selectedIndex < 0) each.value = ""
  }
  form.hidden = false
  form.addEventListener("change", apply)
  form.addEventListener("submit", (event) => event.preventDefault())
  if ([...form.elements].some((each) => each.value)) apply()
}
