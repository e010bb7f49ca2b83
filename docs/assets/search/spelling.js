// Which word was meant by one that no record has.

import { SHORTEST } from "./forms.js"
import { heard, latin } from "./kana.js"

/**
 * The word nearest to a misspelt one; of several, the most frequent.
 * @param {string} word
 * @param {[string, number][]} known  with their numbers of pages
 */
export function nearest(word, known) {
  const most = Math.min(3, word.length / 4) // letters that may be wrong
  const sounds = sound(word)
  const near = known
    .filter(([each]) => each.length >= SHORTEST && Math.abs(each.length - word.length) <= most)
    .map(([each, pages]) => ({
      each,
      pages,
      far: Math.min(distance(word, each, most), distance(sounds, sound(each), most) + 0.5),
    }))
    .filter(({ far }) => far <= most)
    .sort((a, b) => a.far - b.far || b.pages - a.pages)
  return near[0]?.each
}

/**
 * The name that somebody wrote as it is heard in Japanese.
 * @param {string} word
 * @param {string[]} names
 */
export function nearestHeard(word, names) {
  const sounds = heard(latin(word))
  const most = sounds.length > 5 ? 2 : 1 // letters that may be wrong
  const near = names
    .filter((each) => each.length >= SHORTEST)
    .map((each) => ({ each, far: distance(sounds, heard(each), most) }))
    .filter(({ far }) => far <= most)
    .sort((a, b) => a.far - b.far)
  return near[0]?.each
}

/**
 * Letters that are mistaken for each other, made one.
 * @param {string} word
 */
const sound = (word) =>
  word
    .replace(/ph/g, "f")
    .replace(/sch|sh|ch|cz|tsch/g, "s")
    .replace(/ck|[cqk]/g, "k")
    .replace(/eau|au|oe/g, "o")
    .replace(/w/g, "v")
    .replace(/[yj]/g, "i")
    .replace(/z/g, "s")
    .replace(/gu(?=[ei])/g, "g")
    .replace(/(?<!^)h/g, "")
    .replace(/(.)\1+/g, "$1")

/**
 * Letters to put in, leave out, change or exchange with the next (Damerau and Levenshtein), or more than `most`.
 * @param {string} a
 * @param {string} b
 * @param {number} most
 */
function distance(a, b, most) {
  /** @type {number[][]} */
  const lines = [Array.from({ length: b.length + 1 }, (_, at) => at)]
  for (let i = 1; i <= a.length; i += 1) {
    const line = [i]
    for (let j = 1; j <= b.length; j += 1) line.push(step(a, b, lines, line))
    if (Math.min(...line) > most) return most + 1
    lines.push(line)
  }
  return lines[a.length]?.[b.length] ?? 0
}

/**
 * The next number of a line.
 * @param {string} a
 * @param {string} b
 * @param {number[][]} lines
 * @param {number[]} line
 */
function step(a, b, lines, line) {
  const [i, j] = [lines.length, line.length]
  const [last = [], before = []] = [lines[i - 1], lines[i - 2]]
  const exchanged =
    a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? Number.POSITIVE_INFINITY) + 1 : Number.POSITIVE_INFINITY
  const changed = (last[j - 1] ?? 0) + Number(a[i - 1] !== b[j - 1])
  return Math.min((last[j] ?? 0) + 1, (line[j - 1] ?? 0) + 1, changed, exchanged)
}
