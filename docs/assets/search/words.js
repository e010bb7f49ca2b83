// What stands in the records for a word of a query: itself, words of its family, a translation, or the word that was meant.

/** @import { Clause } from "./ask.js" */
import { OTHER, SMALL, SPELLINGS, WORDS } from "./constants.js"
import { bundled } from "./engine.js"
import { root, SHORTEST } from "./forms.js"
import { plain } from "./hits.js"
import { isKatakana } from "./kana.js"
import { nearest, nearestHeard } from "./spelling.js"

/**
 * The words that begin with a letter: on how many pages each is, what others mean, and which pages are called so, by the words of the name.
 * @typedef {{ pages: Record<string, number>, meant: Record<string, string[]>, names: Record<string, string[]> }} Letter
 *
 * What Pagefind is asked for, and how much it counts.
 * @typedef {{ term: string, weight: number }} Option
 *
 * A part of a query with what stands for it; nothing does for a word that no record has.
 * @typedef {Clause & { options: Option[], meant?: string }} Asked
 */

const FAMILY = 0.35 // what a word of the same root counts
const PHRASE = 4
const SURE = 8 // a day or the name of a file says which meeting is meant
const LONGEST = 3 // words that have a meaning together
const WAYS = 24 // to call a page by what stands for the parts of a query
const CJK = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/u

/** @param {string} word */
const letterOf = (word) => (/^[a-z]/.test(word) ? word.slice(0, 1) : OTHER)

/** @param {string} name @returns {Promise<Letter>} */
const letter = (name) => bundled(`${WORDS}/${name}.json`)

/** @type {Letter} */
const NOTHING = { pages: {}, meant: {}, names: {} }

/** The letters of some words, loaded together. */
class Letters {
  /** @param {Map<string, Letter>} known */
  constructor(known) {
    this.known = known
  }

  /** @param {string[]} words */
  static async of(words) {
    const names = [...new Set(words.map(letterOf))]
    return new Letters(new Map(await Promise.all(names.map(async (name) => /** @type {const} */ ([name, await letter(name)])))))
  }

  /** @param {string} word */
  with(word) {
    return this.known.get(letterOf(word)) ?? NOTHING
  }
}

const small = new Set(SMALL.split(" "))
const spellings = SPELLINGS.split(" ").map((each) => each.split("="))

/**
 * The words of a name in the order of the alphabet, as the build has them.
 * @param {string} text
 */
function bag(text) {
  const words = [...new Set(plain(text).match(/[\p{L}\p{N}]+/gu) ?? [])]
  const telling = words.filter((word) => !small.has(word))
  return (telling.length ? telling : words).map(spelt).sort().join(" ")
}

/** @param {string} word */
const spelt = (word) => spellings.reduce((text, [from = "", to = ""]) => text.replaceAll(from, to), word)

/**
 * The pages that are called what was asked for, or what it stands for: a short form is rare in texts, and Pagefind prefers the rare.
 * @param {string} query
 * @param {Asked[]} asked
 */
export async function called(query, asked) {
  const parts = asked.filter((each) => !each.not)
  const ways = parts.map(({ text, options }) => [
    ...new Set([text, ...options.filter(({ weight }) => weight > FAMILY).map(({ term }) => term)]),
  ])
  const all = ways.reduce((rows, each) => rows.flatMap((row) => each.map((term) => `${row} ${term}`)).slice(0, WAYS), [""])
  const forms = [...new Set([query, ...all].map(bag).filter(Boolean))]
  const letters = await Letters.of(forms)
  return forms.map((form) => letters.with(form).names[form]).find(Boolean) ?? []
}

/**
 * What stands for each part of a query.
 * @param {Clause[]} clauses
 * @returns {Promise<Asked[]>}
 */
export async function understood(clauses) {
  const letters = await Letters.of(clauses.map((each) => plain(each.text)))
  /** @type {Asked[]} */
  const found = []
  for (let at = 0; at < clauses.length; ) {
    const together = compound(clauses.slice(at, at + LONGEST), letters)
    const [clause] = clauses.slice(at, at + 1)
    if (together) found.push(together.asked)
    else if (clause) found.push(...alone(clause, letters))
    at += together?.length ?? 1
  }
  return Promise.all(
    found.map((each) => (each.options.length || each.not || each.kind !== "word" ? each : mended(each, letters))),
  )
}

/**
 * Words that mean something together: “foreign minister”, “Corea del Norte”.
 * @param {Clause[]} clauses
 * @param {Letters} letters
 */
function compound(clauses, letters) {
  for (let { length } = clauses; length > 1; length -= 1) {
    const among = clauses.slice(0, length)
    const text = among.map((each) => plain(each.text)).join(" ")
    const meant = letters.with(text).meant[text]
    if (meant && among.every((each) => each.kind === "word" && !each.not)) {
      /** @type {Asked} */
      const asked = { text, kind: "word", not: false, options: [{ term: text, weight: 1 }, ...terms(meant, 0.9)] }
      return { length, asked }
    }
  }
  return null
}

/**
 * @param {string[]} meanings
 * @param {number} weight
 * @returns {Option[]}
 */
const terms = (meanings, weight) => meanings.map((term, at) => ({ term, weight: at ? weight * 0.8 : weight }))

/**
 * What stands for a phrase, a day or a name of a file: nothing else does.
 * @param {Clause} clause
 * @returns {Option[]}
 */
function exact({ kind, text, other }) {
  if (kind === "phrase") return [{ term: `"${text}"`, weight: PHRASE }]
  if (kind === "day") return [{ term: text, weight: SURE }, ...(other ? [{ term: other, weight: SURE / 2 }] : [])]
  const file = text.replace(/\.(?:html?|php|aspx?|pdf)$/i, "")
  return [{ term: plain(file).replace(/[^\p{L}\p{N}]/gu, ""), weight: SURE }]
}

/**
 * @param {Clause} clause
 * @param {Letters} letters
 * @returns {Asked[]}
 */
function alone(clause, letters) {
  if (clause.kind !== "word") return [{ ...clause, options: exact(clause) }]
  const word = plain(clause.text).replace(/^(\d+)(?:st|nd|rd|th)$/, "$1")
  if (CJK.test(word)) return segments(clause, word, letters)
  const { pages, meant } = letters.with(word)
  const begun = Object.keys(pages).some((each) => each.startsWith(word))
  const own = begun
    ? [word, ...(pages[word] || word.length < SHORTEST ? [] : longer(word, pages))].map((term) => ({ term, weight: 1 }))
    : []
  if (clause.not) return [{ ...clause, options: begun ? own : terms(meant[word] ?? [], 1) }]
  const like = /\d/.test(word) ? [] : family(word, pages)
  return [
    {
      ...clause,
      options: [...own, ...terms(meant[word] ?? [], begun ? 0.7 : 1), ...like.map((term) => ({ term, weight: FAMILY }))],
    },
  ]
}

/**
 * Words with a letter or two more: Pagefind looks for roots, and “zelensky” is no beginning of that of “Zelenskyy”.
 * @param {string} word
 * @param {Record<string, number>} pages
 */
const longer = (word, pages) =>
  Object.keys(pages)
    .filter((each) => each.startsWith(word) && each.length <= word.length + 2)
    .slice(0, 3)

/**
 * Words made of the same root; those that only have a longer ending are found anyway.
 * @param {string} word
 * @param {Record<string, number>} pages
 */
function family(word, pages) {
  const mine = root(word)
  if (mine.length < SHORTEST) return []
  return Object.keys(pages)
    .filter((each) => each !== word && !each.startsWith(word) && root(each) === mine)
    .slice(0, 6)
}

/**
 * The words that a run without spaces is made of: the longest that have a meaning or begin a name, or else that a record has.
 * @param {Clause} clause
 * @param {string} run
 * @param {Letters} letters
 * @returns {Asked[]}
 */
function segments(clause, run, letters) {
  /** @type {Asked[]} */
  const found = []
  const own = clause.text.normalize("NFC")
  /** @param {number} at */
  const within = (at) => isKatakana(run.slice(at - 1, at)) && isKatakana(run.slice(at, at + 1)) // signs for sounds, not for words
  /** @param {number} at @param {number} end */
  const known = (at, end) => {
    const options = meaning(run.slice(at, end), letters)
    return end - at > 1 || end - at === run.length || meaning(run.slice(end, end + 2), letters).length ? options : []
  }
  for (let at = 0; at < run.length; ) {
    const ends = Array.from({ length: run.length - at }, (_, shorter) => run.length - shorter).filter((each) => !within(each))
    const from = at
    const pieces = [
      known,
      (/** @type {number} */ start, /** @type {number} */ end) => inside(run.slice(start, end), letters),
    ].flatMap((sought) => ends.map((to) => ({ to, options: sought(from, to) })))
    const piece = pieces.find((each) => each.options.length)
    const next = piece?.to ?? ends.at(-1) ?? run.length
    const text = own.slice(at, next)
    if (piece) found.push({ ...clause, text, options: piece.options })
    else if (text.length >= SHORTEST - 1 && isKatakana(text)) found.push({ ...clause, text, options: [] })
    at = next
  }
  return found.length ? found : [{ ...clause, options: [] }]
}

/**
 * What a word means, or which names it begins: “林外務大臣” has the family name of 林芳正.
 * @param {string} word
 * @param {Letters} letters
 */
function meaning(word, letters) {
  const { meant, names } = letters.with(word)
  if (meant[word]) return terms(meant[word], 1)
  const begun = word ? Object.keys(names).filter((name) => name.startsWith(word)) : []
  return begun.slice(0, 4).map((term) => ({ term, weight: 1 }))
}

/**
 * The words of records that have a run inside.
 * @param {string} word
 * @param {Letters} letters
 */
function inside(word, letters) {
  const found = word.length > 1 ? Object.keys(letters.with(word).pages).filter((each) => each.includes(word)) : []
  return found.slice(0, 4).map((term) => ({ term, weight: 1 }))
}

/**
 * An unknown word made of two that are known, as German makes them (“Handelsabkommen”), or a misspelt one with the nearest of the records.
 * @param {Asked} asked
 * @param {Letters} letters
 * @returns {Promise<Asked>}
 */
async function mended(asked, letters) {
  const word = plain(asked.text)
  if (isKatakana(asked.text)) {
    const name = nearestHeard(asked.text, await allNames())
    return name ? { ...asked, options: [{ term: name, weight: 1 }], meant: name } : asked
  }
  if (word.length < SHORTEST || /\d/.test(word)) return asked
  const made = await parted(word, letters)
  if (made.length) return { ...asked, options: made }
  const own = nearest(word, Object.entries(letters.with(word).pages))
  const found = own ?? nearest(word, await all())
  return found ? { ...asked, options: [{ term: found, weight: 1 }], meant: found } : asked
}

const every = () => Promise.all([..."abcdefghijklmnopqrstuvwxyz"].map((name) => letter(name)))

const all = async () => (await every()).flatMap(({ pages }) => Object.entries(pages))

/** The words of names, which a page is called by. */
async function allNames() {
  return [...new Set((await every()).flatMap(({ names }) => Object.keys(names).flatMap((name) => name.split(" "))))]
}

/**
 * What the two parts of a compound mean, each a word that has a meaning of its own; “s” or “en” may join them.
 * @param {string} word
 * @param {Letters} letters
 * @returns {Promise<Option[]>}
 */
async function parted(word, letters) {
  const { meant } = letters.with(word)
  const firsts = Array.from({ length: word.length }, (_, less) => word.slice(0, -1 - less)).filter((each) => meant[each])
  const pairs = firsts.flatMap((first) => {
    const rest = word.slice(first.length)
    return [rest, rest.replace(/^(?:s|en|n)/, "")].map((second) => ({ first, second }))
  })
  const long = pairs.filter(({ first, second }) => first.length >= SHORTEST && second.length >= SHORTEST)
  const known = await Letters.of(long.map(({ second }) => second))
  for (const { first, second } of long) {
    const { meant: others, pages } = known.with(second)
    const other = others[second]?.[0] ?? (pages[second] && second)
    if (other) return [{ term: `${meant[first]?.[0]} ${other}`, weight: 1 }]
  }
  return []
}
