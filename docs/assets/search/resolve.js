// The same as scripts/readouts/resolve.py; tests/cases/resolve.yaml holds for both.

const ARCHIVES = /^(?:web\.archive\.org\/web|warp\.da\.ndl\.go\.jp\/info:ndljp\/pid|archive\.(?:today|ph|is|org))\/[^/]*\//i
const TRACKING = /^(?:utm_.*|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_cid|mc_eid|_ga|_gl)(?:=|$)/i

const bare = (url) => url.replace(/^(?:https?:)?\/*(?:www\d?\.)?([^/?#:]+)(?::(?:80|443))?/i, "$1")

export function plain(url) {
  let text = bare(url.trim())
  for (let inside; (inside = text.replace(ARCHIVES, "")) !== text; ) text = bare(inside)
  text = text.split("#")[0]
  const [, before, query = ""] = text.match(/^([^?]*)\??(.*)$/s)
  const path = before.replace(/(?:\/(?:index|default)\.(?:html?|php|aspx?))?\/*$/i, "")
  const kept = query.split("&").filter((part) => part && !TRACKING.test(part)).join("&")
  const whole = kept ? `${path}?${kept}` : path
  return decoded(whole).toLowerCase()
}

function decoded(text) {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

export function token(url) {
  let digest = 0xcbf29ce484222325n
  for (const byte of new TextEncoder().encode(plain(url))) {
    digest = BigInt.asUintN(64, (digest ^ BigInt(byte)) * 0x100000001b3n)
  }
  return `address${digest}`
}

export const isAddress = (text) => /^\s*(?:https?:\/\/|www\.)\S+\.\S+\s*$/i.test(text)
