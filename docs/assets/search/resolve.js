// From an address to the word that stands for it, as the build makes it; tests/cases/resolve.yaml holds for both.

import { ADDRESS, ARCHIVES, HOST, INDEX, TRACKING, TRANSLATED, WRAPPERS } from "./constants.js"

const archives = new RegExp(ARCHIVES, "i")
const tracking = new RegExp(TRACKING, "i")
const host = new RegExp(HOST, "i")
const wrappers = new RegExp(WRAPPERS, "i")
const translated = new RegExp(TRANSLATED, "i")
const index = new RegExp(INDEX, "i")

/** @param {string} url */
const bare = (url) => url.replace(host, "$1")

/**
 * What of an address tells pages apart.
 * @param {string} url
 */
export function plain(url) {
  let text = bare(url.trim().replace(/^<|>$/g, ""))
  const [, wrapped] = text.match(wrappers) ?? []
  if (wrapped) text = bare(decoded(wrapped))
  text = text.replace(translated, (_, own) => bare(own.replaceAll("--", "\0").replaceAll("-", ".").replaceAll("\0", "-")))
  while (archives.test(text)) text = bare(text.replace(archives, ""))
  const [page = ""] = text.split("#")
  const [path = "", ...rest] = page.split("?")
  const query = rest.join("?").split("&")
  const kept = query.filter((part) => part && !tracking.test(part)).join("&")
  const whole = path.replace(index, "$1") + (kept && `?${kept}`)
  return decoded(whole).toLowerCase()
}

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/**
 * The word that stands for an address: its FNV-1a digest.
 * @param {string} url
 */
export function token(url) {
  let digest = 0xcbf29ce484222325n
  for (const byte of new TextEncoder().encode(plain(url))) {
    // biome-ignore lint/suspicious/noBitwiseOperators: the digest is made of exclusive ors
    digest = BigInt.asUintN(64, (digest ^ BigInt(byte)) * 0x100000001b3n)
  }
  return `${ADDRESS}${digest}`
}

/**
 * Whether somebody pasted an address: with a scheme, or a host and a path; it may stand in angle brackets.
 * @param {string} text
 */
export const isAddress = (text) => /^\s*<?(?:https?:\/\/|www\.|[\w-]+(?:\.[\w-]+)+\/)\S*\.?\S+>?\s*$/i.test(text)
