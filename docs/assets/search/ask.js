// What a query asks for: words, phrases, dates, names of files, and what must not be there.

import { isAddress } from "./resolve.js"

/**
 * A part of a query. A phrase has its words side by side; a name is that of a file or a record; a day is a beginning of `d20141110`,
 * and `other` is what 10/11/2014 is to an American.
 * @typedef {{ text: string, kind: "word" | "phrase" | "name" | "day", not: boolean, other?: string }} Clause
 */

// What a question is made of, and not about, in the languages of readers. “who” and “us” in capitals are names.
const IDLE = new Set(
  (
    "a an the of in on at to for from by with about into as and or is are was were be been did do does done has have had " +
    "who whom whose what when where which why how many much there it its their his her them they this that any all " +
    "say says said saying tell tells told talk talks talked talking speak spoke discuss discussed mention mentioned deal deals dealt " +
    "happen happened take took place held hold find show list between during concerning regarding " +
    "go goes went gone come comes came get gets got make makes made give gives gave want wants wanted know can could should would will " +
    "el la los las un una de del al en y o con por para que quien quienes cuando donde como cual cuales se su sus sobre fue es son era eran fueron hay dijo dijeron hablo hablaron " +
    "der die das den dem des ein eine einer und oder von vom zu zum zur mit im am fur uber wer wen was wann wo wie welche welcher welches ist sind war waren wurde wurden hat haben gab sagte sagten " +
    "le les du et au aux des qui quand ou"
  ).split(" "),
)
// Japanese writes words without spaces; these stand between them.
const PARTICLES = /[のとはがにをでへもや、。・]|による|において|についての?|との|した|する|された/gu
const NOT = new Set(["not", "without", "except", "sin", "ohne", "nicht", "sauf", "sans"])
const PHRASE = /(^|\s)(-|(?:not|without|except|sin|ohne)\s+)?"([^"]*)"?/giu
const ORDINAL = /(?:st|nd|rd|th|\.)?/

/**
 * @param {string} query
 * @param {Record<string, number>} months  name → number
 * @returns {Clause[]}
 */
export function clauses(query, months) {
  const text = query
    .normalize("NFKC")
    .replace(/[“”„«»「」『』]/gu, '"')
    .replace(/[‘’]/gu, "'")
    .replace(/[‐‑–—]/gu, "-")
  const phrases = [...text.matchAll(PHRASE)].map(
    ([, , no, phrase = ""]) => /** @type {Clause} */ ({ text: phrase.trim(), kind: "phrase", not: Boolean(no) }),
  )
  const [rest, dates] = days(text.replace(PHRASE, "$1 "), months)
  const found = [...phrases.filter((each) => each.text), ...dates, ...words(rest)]
  const told = found.filter((each) => each.kind !== "word" || each.not || !idle(each.text))
  return told.some((each) => !each.not) ? told : found
}

/**
 * A text with its addresses, or pieces of them, cut down to the name of the file they end in.
 * @param {string} text
 */
const ended = (text) =>
  text.replace(/\S*\/\S+/g, (address) => {
    const file =
      address
        .replace(/[?#].*$/, "")
        .split("/")
        .findLast(Boolean) ?? ""
    return isName(file) || isAddress(address) ? file : address
  })

/**
 * The words of a text without phrases and dates.
 * @param {string} text
 */
function words(text) {
  const parts = ended(text)
    .split(/[\s,;:!?¡¿()[\]{}<>/"|]+/u)
    .filter((part) => /[\p{L}\p{N}]/u.test(part))
  return parts.flatMap((part, at) => {
    if (NOT.has(part.toLowerCase()) && at < parts.length - 1) return []
    const not = part.startsWith("-") || (at > 0 && NOT.has((parts[at - 1] ?? "").toLowerCase()))
    const own = part.replace(/^[-+.'*]+|[-.'*]+$/gu, "")
    const kind = isName(own) ? "name" : "word"
    return (kind === "name" ? [own] : pieces(own)).map((each) => /** @type {Clause} */ ({ text: each, kind, not }))
  })
}

/** @param {string} word */
const idle = (word) => IDLE.has(word) || (IDLE.has(bare(word)) && !/^[A-Z]{2,}$/.test(word))

/**
 * Whether a word is the name of a file or a record: letters and digits with a sign between, or digits among letters.
 * @param {string} word
 */
const isName = (word) =>
  /^[\w.-]+$/.test(word) &&
  (/_|\.(?:html?|php|aspx?|pdf)$/i.test(word) || /^\d{4}-\d\d-\d\d-\w/.test(word) || /[a-z]\d+[a-z]/i.test(word))

/**
 * “Trans-Pacific” are two words to the index; so are a kana and a kanji run.
 * @param {string} word
 */
function pieces(word) {
  const parts = word.split(/-|'s?$|'/u).filter(Boolean)
  return parts.flatMap((each) => (/[\u3040-\u30ff\u3400-\u9fff]/u.test(each) ? each.split(PARTICLES).filter(Boolean) : [each]))
}

/**
 * A text without its dates, and each of them as the beginning of the word that stands for a day.
 * @param {string} text
 * @param {Record<string, number>} months
 * @returns {[string, Clause[]]}
 */
function days(text, months) {
  /** @type {Clause[]} */
  const found = []
  const names = Object.keys(months)
    .sort((a, b) => b.length - a.length)
    .join("|")
  const month = `(${names})\\.?`
  /** @type {[RegExp, (parts: string[]) => (string | undefined)[]][]} */
  const forms = [
    [/(?<![\d-])(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?![\d-])/gu, ([y, m, d]) => [y, m, d]],
    [/(?<!\d)(\d{1,2})[./](\d{1,2})[./](\d{4})(?!\d)/gu, ([d, m, y]) => [y, m, d]],
    [/(?<!\d)(\d{1,2})\/(\d{1,2})\/(\d{4})(?!\d)/gu, ([m, d, y]) => [y, m, d]],
    [/(?<!\d)((?:19|20)\d\d)([01]\d)([0-3]\d)(?!\d)/gu, ([y, m, d]) => [y, m, d]],
    [/(\d{4})年(\d{1,2})月(?:(\d{1,2})日)?/gu, ([y, m, d]) => [y, m, d]],
    [
      new RegExp(
        `(?<!\\p{L}|\\d)(\\d{1,2})${ORDINAL.source}\\s+(?:de\\s+|of\\s+)?${month},?\\s+(?:de\\s+|del\\s+)?(\\d{4})(?!\\d)`,
        "giu",
      ),
      ([d, m, y]) => [y, m, d],
    ],
    [new RegExp(`(?<!\\p{L})${month}\\s+(\\d{1,2})${ORDINAL.source},?\\s+(\\d{4})(?!\\d)`, "giu"), ([m, d, y]) => [y, m, d]],
    [new RegExp(`(?<!\\p{L})${month},?\\s+(?:de\\s+|del\\s+|of\\s+)?(\\d{4})(?!\\d)`, "giu"), ([m, y]) => [y, m]],
    [/(?<![\d-])(\d{4})[-/.](\d{1,2})(?![\d-])/gu, ([y, m]) => [y, m]],
  ]
  let rest = text
  for (const [pattern, parts] of forms) {
    rest = rest.replace(pattern, (whole, ...groups) => {
      const [year = "", given = "", day = ""] = parts(groups)
      const number = months[bare(given)] ?? Number(given)
      if (!(number >= 1 && number <= 12 && Number(day || 1) <= 31)) return whole
      const own = [String(number), ...(day ? [day] : [])].map((each) => each.padStart(2, "0"))
      const turns = whole.includes("/") && /\d{4}$/.test(whole) && Number(day) >= 1 && Number(day) <= 12
      const other = turns ? { other: `d${year}${own.toReversed().join("")}` } : {}
      found.push({ text: `d${year}${own.join("")}`, kind: "day", not: false, ...other })
      return " "
    })
  }
  return [rest, found]
}

/** @param {string} word */
const bare = (word) => word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()
