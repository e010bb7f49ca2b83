// The resolver: from the address of an official page to the record that holds its account.

import { engine, pageOf } from "./engine.js"
import { hitsOf, linkTo, part } from "./hits.js"
import { token } from "./resolve.js"

const place = part(document, "#ro-resolve", HTMLElement)
const status = part(place, "[role=status]", HTMLElement)
const address = new URLSearchParams(location.search).get("url")?.trim()

/** @param {string} url */
async function resolve(url) {
  status.textContent = "Looking …"
  try {
    const [found] = (await (await engine()).search(`"${token(url)}"`)).results
    if (!found) {
      status.textContent = "No account on record has this address."
      return
    }
    const page = await pageOf(found.id)
    location.replace(linkTo(page.url, hitsOf(page, [found.words])[0]?.anchor, []))
  } catch {
    status.textContent = "The search could not be loaded."
  }
}

place.hidden = false
if (address) {
  part(place, "input[name=url]", HTMLInputElement).value = address
  resolve(address)
}
