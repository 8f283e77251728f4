// Derives the scorecard and writes it: node --import tsx seeds/scorecard/fit.ts
import { writeFileSync } from 'node:fs';
import { featuresFrom } from '../../server/enterprises/scorecard/features';
import { cardSource } from './cardSource';
import { contestFolder, hasContestFirms, readContestFirms } from './contestFirms';
import { fitCard } from './model';

if (!hasContestFirms()) {
  console.error(`The scorecard is derived from the contest's firms, and they are not at ${contestFolder}.`);
  process.exit(1);
}
const firms = readContestFirms();
const card = fitCard(firms.map(({ months, hasDefaulted }) => ({ features: featuresFrom(months), hasDefaulted })));
writeFileSync(new URL('../../server/enterprises/scorecard/card.ts', import.meta.url), cardSource(card));
console.log(`server/enterprises/scorecard/card.ts written: ${card.evidence.firms} firms, ${card.evidence.defaults} defaults`);
