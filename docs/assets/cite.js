// The citations of a page: with its whole address, that of the statement or paragraph it was opened at, and a button to copy each.

const box = document.querySelector(".ro-cite")

function address() {
  const at = new URL(location.pathname, location.href)
  const part = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  if (part?.matches(".ro-statement, .ro-paragraph, .ro-account")) at.hash = location.hash
  return at.href
}

function write(texts) {
  for (const [element, text] of texts) element.textContent = text.replaceAll(box.dataset.address, () => address())
  box.querySelector("summary").textContent = address().includes("#") ? `Cite ${location.hash} of this record` : "Cite this record"
}

if (box) {
  const texts = [...box.querySelectorAll("p, pre")].map((each) => [each, each.textContent])
  for (const [element] of texts) {
    const button = document.createElement("button")
    button.type = "button"
    button.textContent = "Copy"
    button.setAttribute("aria-label", `Copy ${element.parentElement.querySelector("strong").textContent}`)
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(element.textContent)
      button.textContent = "Copied"
      setTimeout(() => (button.textContent = "Copy"), 2000)
    })
    element.before(button)
  }
  write(texts)
  window.addEventListener("hashchange", () => write(texts))
}
