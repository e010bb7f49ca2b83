// Names of other languages as Japanese writes them: “プーチン” is Putin.

const ROWS = [
  ["", "アイウエオ"],
  ["k", "カキクケコ"],
  ["g", "ガギグゲゴ"],
  ["s", "サシスセソ"],
  ["z", "ザジズゼゾ"],
  ["t", "タチツテト"],
  ["d", "ダヂヅデド"],
  ["n", "ナニヌネノ"],
  ["h", "ハヒフヘホ"],
  ["b", "バビブベボ"],
  ["p", "パピプペポ"],
  ["m", "マミムメモ"],
  ["r", "ラリルレロ"],
] // of the syllables, five vowels each
const VOWELS = "aiueo"
/** Signs and their sounds, one after the other: “ヤ ya ユ yu”. @param {string} text */
const pairs = (text) =>
  [...text.matchAll(/(\S+) (\S+)/g)].map(([, sign = "", sound = ""]) => /** @type {const} */ ([sign, sound]))
const SYLLABLES = new Map([
  ...ROWS.flatMap(([first = "", row = ""]) =>
    [...row].map((sign, at) => /** @type {const} */ ([sign, first + VOWELS.charAt(at)])),
  ),
  ...pairs("ヤ ya ユ yu ヨ yo ワ wa ヲ o ン n ヴ vu フ fu ジ ji"),
])
const SMALL = new Map(pairs("ァ a ィ i ゥ u ェ e ォ o ャ ya ュ yu ョ yo"))

/** @param {string} text */
export const isKatakana = (text) => /^[\u30a0-\u30ff]+$/.test(text)

/**
 * Katakana in Latin letters; a small sign takes the place of the vowel before it, and lengths are left out.
 * @param {string} text
 */
export const latin = (text) =>
  [...text.normalize("NFC")].reduce((made, sign) => {
    const small = SMALL.get(sign)
    return small ? made.replace(/[aiueo]$/, "") + small : made + (SYLLABLES.get(sign) ?? "")
  }, "")

/**
 * What is left of a name for those who heard it in Japanese: no difference of l and r, b and v, and no vowels that part consonants.
 * @param {string} word
 */
export const heard = (word) =>
  word
    .replace(/eau/g, "o")
    .replace(/l/g, "r")
    .replace(/v/g, "b")
    .replace(/sch|sh|cz|z|c(?=[eiy])/g, "s")
    .replace(/th|ch|ts/g, "t")
    .replace(/[cq]/g, "k")
    .replace(/[uo](?=[^aiueo]|$)/g, "")
    .replace(/[yj]/g, "i")
    .replace(/(.)\1+/g, "$1")
