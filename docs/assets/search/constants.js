// What the build and the browser must agree on. `make format` writes this file from scripts/readouts/.

export const BUNDLE = "pagefind"
export const EVERY = "everyrecord"
export const PASSAGE = "h4"
export const DATE = "date"
export const SEPARATOR = " · "
export const ADDRESS = "address"
export const ARCHIVES =
  "^(?:web\\.archive\\.org/web|warp\\.da\\.ndl\\.go\\.jp/info:ndljp/pid|archive\\.(?:today|ph|is|org))/[^/]*/"
export const TRACKING = "^(?:utm_.*|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_cid|mc_eid|_ga|_gl)(?:=|$)"
export const HOST = "^(?:https?:)?/*(?:www\\d?\\.)?([^/?#:]+)(?::(?:80|443))?"
export const INDEX = "(?:/(?:index|default)\\.(?:html?|php|aspx?))?/*$"

/** @typedef {"type" | "kind" | "month" | "country" | "pair" | "person" | "topic" | "act" | "who" | "place" | "publisher" | "language"} Facet */

/** @typedef {"shown" | "names" | "type"} Meta */
