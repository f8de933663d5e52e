/** What the user has to change before there is anything to evaluate: a sentence, not a fault of ours. */
export class Refused extends Error {}
