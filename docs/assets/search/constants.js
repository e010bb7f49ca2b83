// What the build and the browser must agree on. `make format` writes this file from scripts/readouts/.

export const BUNDLE = "pagefind"
export const PASSAGE = "h4"
export const PAGES = "pages.json"
export const TITLES = "titles.json"
export const SAID = "said.json"
export const FACETS = "facets"
export const WORDS = "words"
export const OTHER = "other"
export const SMALL = "a an and at by for from in of on the to with"
export const SPELLINGS = "z=s our=or nce=nse tre=ter mme=m"
export const MONTHS =
  "abr=4 abril=4 ago=8 agosto=8 aout=8 apr=4 april=4 aug=8 august=8 avr=4 avril=4 dec=12 december=12 decembre=12 dez=12 dezember=12 dezembro=12 dic=12 diciembre=12 ene=1 enero=1 feb=2 febrero=2 februar=2 february=2 fev=2 fevereiro=2 fevr=2 fevrier=2 jan=1 janeiro=1 januar=1 january=1 janv=1 janvier=1 juil=7 juillet=7 juin=6 jul=7 julho=7 juli=7 julio=7 july=7 jun=6 june=6 junho=6 juni=6 junio=6 mai=5 maio=5 mar=3 march=3 marco=3 mars=3 marz=3 marzo=3 may=5 mayo=5 nov=11 november=11 novembre=11 novembro=11 noviembre=11 oct=10 october=10 octobre=10 octubre=10 okt=10 oktober=10 out=10 outubro=10 sep=9 sept=9 september=9 septembre=9 septiembre=9 set=9 setembro=9"
export const SEPARATOR = " · "
export const ADDRESS = "address"
export const ARCHIVES =
  "^(?:web\\.archive\\.org/web|warp\\.da\\.ndl\\.go\\.jp/info:ndljp/pid|archive\\.(?:today|ph|is|org))/[^/]*/"
export const TRACKING =
  "^(?:utm_.*|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_cid|mc_eid|_ga|_gl|_x_tr_.*|amp|outputtype=amp|m=[01])(?:=|$)"
export const TRANSLATED = "^([a-z0-9-]+)\\.translate\\.goog(?=[/?]|$)"
export const WRAPPERS =
  "^(?:translate\\.google\\.[a-z.]+/translate|google\\.[a-z.]+/url|(?:l|lm)\\.facebook\\.com/l\\.php|duckduckgo\\.com/l)/?\\?(?:.*&)?(?:u|q|url|uddg)=([^&]+)"
export const HOST = "^(?:https?:)?/*(?:www\\d?\\.)?([^/?#:]+)(?::(?:80|443))?"
export const INDEX = "/(?:index|default)\\.(?:html?|php|aspx?)/*$|(^|[^/])/+$"

/** @typedef {"type" | "kind" | "coverage" | "mode" | "region" | "country" | "pair" | "person" | "speaker" | "act" | "topic" | "place" | "publisher" | "language"} Facet */

/** @typedef {"shown" | "names" | "type" | "about" | "url"} Meta */
