// The resolver: from the address of an official page to the record that holds its account.

import { engine } from "./search.js"
import { token } from "./resolve.js"
import { hitsOf, linkTo } from "./hits.js"

const place = document.getElementById("ro-resolve")
const form = place.querySelector("form")
const status = place.querySelector("[role=status]")
const address = new URLSearchParams(location.search).get("url")?.trim()

async function resolve() {
  status.textContent = "Looking …"
  try {
    const found = await (await engine()).search(`"${token(address)}"`)
    if (!found.results.length) {
      status.textContent = "No account on record has this address."
      return
    }
    const page = await found.results[0].data()
    location.replace(linkTo(page.url, hitsOf(page, address)[0]?.anchor, ""))
  } catch {
    status.textContent = "The search could not be loaded."
  }
}

place.hidden = false
if (address) {
  form.elements.url.value = address
  resolve()
}
