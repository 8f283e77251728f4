import { rowById } from '../../../../server/database/rows';
import { acceptApplication } from '../../../../server/financing/applications/acceptApplication';
import { verbsOnApplication } from '../../../../server/financing/applications/access';
import { approveApplication } from '../../../../server/financing/applications/approveApplication';
import { cancelApplication } from '../../../../server/financing/applications/cancelApplication';
import { declineApplication } from '../../../../server/financing/applications/declineApplication';
import { authorisedPairs } from '../../../../server/financing/applications/queries';
import { reasonCodes } from '../../../../server/financing/applications/reasons';
import { rejectApplication } from '../../../../server/financing/applications/rejectApplication';
import { startDueDiligence } from '../../../../server/financing/applications/startDueDiligence';
import { type Application, applications } from '../../../../server/financing/applications/tables';
import { withdrawApplication } from '../../../../server/financing/applications/withdrawApplication';
import { mayStateCollateral } from '../../../../server/financing/collateral/access';
import { isCollateralKind } from '../../../../server/financing/collateral/kinds';
import { collateralsOf } from '../../../../server/financing/collateral/queries';
import { stateCollateral } from '../../../../server/financing/collateral/stateCollateral';
import { issueContract } from '../../../../server/financing/contracts/issueContract';
import { signContract } from '../../../../server/financing/contracts/signContract';
import { answerCorrection } from '../../../../server/financing/corrections/answerCorrection';
import { correctionsOf } from '../../../../server/financing/corrections/queries';
import { requestCorrection } from '../../../../server/financing/corrections/requestCorrection';
import { disburse } from '../../../../server/financing/deals/disburse';
import { limitsFor } from '../../../../server/financing/guarantees/checkLimits';
import { decidingParts, requestGuarantee } from '../../../../server/financing/guarantees/requestGuarantee';
import { giveInPrinciple } from '../../../../server/financing/indications/giveInPrinciple';
import { openLine } from '../../../../server/financing/lines/openLine';
import { amendApproval } from '../../../../server/financing/offers/amendApproval';
import { keepOffer } from '../../../../server/financing/offers/keepOffer';
import { makeOffer } from '../../../../server/financing/offers/makeOffer';
import { acceptedOfferOf } from '../../../../server/financing/offers/queries';
import { termsByIds } from '../../../../server/financing/riskSharing/queries';
import { standingOf } from '../../../../server/financing/riskSharing/standing';
import { addDays, dayOf } from '../../../../server/shared/dates';
import { correctionInput } from '../../deals';
import { at, note, reasonOf, type Stage, type Subject, type Verb } from '../stage';
import { betterTerms, newTerms } from './terms';

/** An application and all that can be done to it by its own id. */
export async function applicationSubject(stage: Stage, id: string): Promise<Subject | null> {
  const { world, draw } = stage;
  const read = world.db.read;
  const today = dayOf(world.now());
  const application = await rowById(read, applications, id);
  if (!application) return null;
  const change = at(application);
  const approved = () => acceptedOfferOf(read, id);
  const simply = (run: Verb['run']) => () => ({ run });
  return {
    label: `application ${id.slice(-4)}, ${application.state}`,
    offeredTo: actor => [
      ...verbsOnApplication(actor, application, today),
      ...(mayStateCollateral(actor, application) ? ['stateCollateral'] : []),
    ],
    verbs: {
      acceptApplication: simply(context => acceptApplication(context, change)),
      declineApplication: () => {
        const reason = reasonOf(draw, reasonCodes);
        return { run: context => declineApplication(context, { ...change, ...reason }) };
      },
      rejectApplication: () => {
        const reason = reasonOf(draw, reasonCodes);
        return { run: context => rejectApplication(context, { ...change, ...reason }) };
      },
      withdrawApplication: simply(context => withdrawApplication(context, change)),
      cancelApplication: simply(context => cancelApplication(context, { ...change, reason: '不再需要' })),
      approveApplication: simply(context => approveApplication(context, change)),
      keepOffer: simply(context => keepOffer(context, { ...change, reason: '利率已是最低' })),
      signContract: simply(context => signContract(context, change)),
      startDueDiligence: async () => ({
        run: context => startDueDiligence(context, change),
        hindrance: (await authorisedPairs(read, [application], today))[0] ? null : 'dueDiligence.consent',
      }),
      requestCorrection: simply(context => requestCorrection(context, { ...change, input: correctionInput({ note }) })),
      answerCorrection: async () => {
        const [asked = []] = await correctionsOf(read, [id]);
        const answers = (asked.at(-1)?.items ?? ['没有要求']).map(() => '已补交，请查收');
        return { run: context => answerCorrection(context, { ...change, answers }) };
      },
      giveInPrinciple: simply(context =>
        giveInPrinciple(context, { ...change, input: { amountFen: application.amountFen, rateBpsMin: 300, rateBpsMax: 600 } }),
      ),
      makeOffer: async () => {
        const input = await newTerms(stage, application);
        return { run: context => makeOffer(context, { ...change, input }) };
      },
      amendApproval: async () => {
        const input = betterTerms((await approved()) ?? null, today, !application.needsGuarantee && draw.chance(40) ? -5 : 5);
        return input && { run: context => amendApproval(context, { ...change, input }) };
      },
      issueContract: async () => {
        const annualisedRateBps = (await approved())?.annualisedRateBps ?? 0;
        const input = { number: `借字第${draw.below(1_000_000)}号`, annualisedRateBps };
        return { run: context => issueContract(context, { ...change, input }) };
      },
      requestGuarantee: async () => ({
        run: context => requestGuarantee(context, change),
        hindrance: await whyNoGuarantee(stage, application),
      }),
      openLine: () => {
        const conditions = draw.chance(30) ? '先办理账户监管' : null;
        const input = { isRevolving: draw.chance(60), validUntil: addDays(today, 60), conditions };
        return { run: context => openLine(context, { ...change, input }) };
      },
      disburse: async () => {
        const kinds = ((await approved())?.securities ?? []).filter(isCollateralKind);
        const [pledged = []] = await collateralsOf(read, [id]);
        const isRegistered = kinds.every(kind => pledged.some(each => each.kind === kind && each.state === 'registered'));
        return {
          run: context => disburse(context, { ...change, input: { disbursedOn: context.today } }),
          hindrance: isRegistered ? null : 'disburse.pledge',
        };
      },
      stateCollateral: () => {
        const kind = draw.oneOf(['PATENT_PLEDGE', 'REAL_ESTATE_MORTGAGE'] as const);
        const input = { kind, name: '一种机械密封结构', certificate: 'ZL202410000001', statedFen: 100_000_000 };
        return { run: context => stateCollateral(context, { applicationId: id, input }) };
      },
    },
  };
}

/** A scheme at its stop, or a guarantor at its limit. */
async function whyNoGuarantee({ world }: Stage, { id, enterpriseId }: Application): Promise<string | null> {
  const read = world.db.read;
  const today = dayOf(world.now());
  const offer = await acceptedOfferOf(read, id);
  const [version] = offer?.schemeTermsId ? await termsByIds(read, [offer.schemeTermsId]) : [];
  if (!offer || !version) return null;
  if ((await standingOf(read, version.scheme, today)).isStopped) return 'scheme.stopped';
  for (const decision of decidingParts(version, offer.amountFen)) {
    const findings = await limitsFor(read, { decision, enterpriseId, affiliateIds: [], today });
    const passed = findings?.find(({ isWithin }) => !isWithin);
    if (passed) return `limit.${passed.limit}`;
  }
  return null;
}
