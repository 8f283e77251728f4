/** How often a firm may answer with a counter-offer within one application: then it takes an offer or goes elsewhere. */
export const roundsMax = 3;
