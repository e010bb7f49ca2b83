// Forms of one word, by their endings: “investor” and “investment”.

const ENDINGS =
  /(?<=^.{4,})(?:ational|ating|ated|ates?|ators?|izations?|isations?|ations?|ements?|ments?|ingly|ists?|isms?|ants?|ents?|ances?|ences?|ives?|ities|ity|ions?|ional|ials?|ical|tics?|cy|cies|als?|ors?|ers?|ings?|ies|ied|ed|es|ly|ic|s|y|e)$/
export const SHORTEST = 4 // letters of a root, which stand in the expression as well

/**
 * What is left of a word without its ending.
 * @param {string} word
 */
export const root = (word) => word.replace(ENDINGS, "")
