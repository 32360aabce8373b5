/** Of what a search finds, the newest that are ranked and can be paged through. Ranking every hit of a frequent word takes long. */
export const rankedHits = 2_000;
