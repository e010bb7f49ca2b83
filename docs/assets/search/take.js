// The results to take along: a table, references and a calendar, made in the browser.

import { SEPARATOR, TITLES } from "./constants.js"
import { bundled, root } from "./engine.js"
import { pages } from "./facets.js"

/**
 * @typedef {{ title: string, url: string, date: string }} Taken  the date as `2014-11-10`, or nothing
 * @typedef {"csv" | "ris" | "ics"} Format
 */

/** @type {Record<Format, { type: string, text: (taken: Taken[], now: string) => string }>} */
const FORMATS = {
  csv: { type: "text/csv", text: csv },
  ris: { type: "application/x-research-info-systems", text: ris },
  ics: { type: "text/calendar", text: ics },
}

/**
 * Hand over the results in a format.
 * @param {Format} format
 * @param {number[]} numbers  of pages
 */
export async function take(format, numbers) {
  /** @type {{ titles: string[], addresses: string[] }} */
  const { titles, addresses } = await bundled(TITLES)
  const { dates } = await pages()
  const taken = numbers.map((number) => {
    const date = String(dates[number] || "").replace(/(\d{4})(\d\d)(\d\d)/, "$1-$2-$3")
    return { title: titles[number] ?? "", url: new URL(addresses[number] ?? "", root).href, date }
  })
  const now = new Date().toISOString().replace(/[-:]|\.\d+/g, "")
  const link = document.createElement("a")
  link.href = URL.createObjectURL(
    new Blob([FORMATS[format].text(taken, now)], { type: `${FORMATS[format].type};charset=utf-8` }),
  )
  link.download = `readouts.${format}`
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

/**
 * RFC 4180. What a spreadsheet would run as a formula begins with an apostrophe.
 * @param {Taken[]} taken
 */
export function csv(taken) {
  /** @param {string} text */
  const cell = (text) => `"${text.replace(/^[=+\-@\t\r]/, "'$&").replaceAll('"', '""')}"`
  return [["date", "title", "address"], ...taken.map((each) => [each.date, each.title, each.url])]
    .map((line) => `${line.map(cell).join(",")}\r\n`)
    .join("")
}

/** @param {Taken[]} taken */
export function ris(taken) {
  return taken
    .map(({ title, url, date }) => {
      const when = date ? [`PY  - ${date.slice(0, 4)}`, `DA  - ${date.replaceAll("-", "/")}`] : []
      return ["TY  - ELEC", `TI  - ${title}`, "T2  - Readouts", ...when, `UR  - ${url}`, "ER  - ", ""].join("\r\n")
    })
    .join("\r\n")
}

/**
 * RFC 5545: a day for each meeting; a line has no more than 75 octets.
 * @param {Taken[]} taken
 * @param {string} now  when the file was made
 */
export function ics(taken, now) {
  /** @param {string} text */
  const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replaceAll("\n", "\\n")
  const events = taken
    .filter((each) => each.date)
    .flatMap(({ title, url, date }) => {
      const next = new Date(`${date}T00:00:00Z`)
      next.setUTCDate(next.getUTCDate() + 1)
      const end = next.toISOString().slice(0, 10).replaceAll("-", "")
      return [
        "BEGIN:VEVENT",
        `UID:${url}`,
        `DTSTAMP:${now}`,
        `DTSTART;VALUE=DATE:${date.replaceAll("-", "")}`,
        `DTEND;VALUE=DATE:${end}`,
        `SUMMARY:${escaped(title)}`,
        `URL:${url}`,
        "END:VEVENT",
      ]
    })
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:-//Readouts//Search${SEPARATOR}results//EN`,
    ...events,
    "END:VCALENDAR",
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join("")
}

/** @param {string} line */
function folded(line) {
  const size = new TextEncoder()
  let text = ""
  let length = 0
  for (const letter of line) {
    const octets = size.encode(letter).length
    if (length + octets > 74) {
      text += "\r\n "
      length = 1
    }
    text += letter
    length += octets
  }
  return text
}
