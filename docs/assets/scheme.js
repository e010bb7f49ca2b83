// Light or dark: as the reader’s system is, or as the reader wants it. What was wanted before stands in the head of each page.

const root = document.documentElement
const button = document.querySelector(".ro-scheme")
const system = matchMedia("(prefers-color-scheme: dark)")
const word = (/** @type {boolean} */ dark) => (dark ? "dark" : "light")
const shown = () => root.dataset.scheme || word(system.matches)
const show = () => button?.setAttribute("aria-pressed", String(shown() === "dark"))

system.addEventListener("change", show)
button?.addEventListener("click", () => {
  const wish = word(shown() === "light")
  if (wish === word(system.matches)) delete root.dataset.scheme
  else root.dataset.scheme = wish
  try {
    if (root.dataset.scheme) localStorage.setItem("readouts-scheme", wish)
    else localStorage.removeItem("readouts-scheme")
  } catch {
    // A browser that keeps nothing: it holds for this page.
  }
  show()
})
button?.removeAttribute("hidden")
show()
