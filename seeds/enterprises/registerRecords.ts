import { addDays, addMonths } from '../../server/shared/dates';
import { type Circumstances, dayWithin, list, some, wholeYuan } from './draws';
import type { FileDraft } from './fileDraft';
import type { Profile } from './profile';

const entityTypes = { enterprise: 'COMPANY', selfEmployed: 'SELF_EMPLOYED', cooperative: 'COOPERATIVE' } as const;

/** What the market regulator holds: registration, owners, annual report, lists and pledges. */
export function registry(file: FileDraft, profile: Profile, { random, year, today }: Circumstances): void {
  file.snapshot('REGISTRATION', {
    uscc: profile.uscc,
    name: profile.name,
    entityType: entityTypes[profile.entityType],
    status: 'IN_OPERATION',
    foundedOn: profile.foundedOn,
    registeredCapitalFen: profile.capitalFen,
    industryCode: profile.trade.industryCode,
    regionCode: profile.regionCode,
    legalRepresentative: profile.person,
  });
  const share = random.pick([10_000, 9_000, 8_000, 6_700, 5_100, 4_000]);
  const born = addDays(addMonths(today, -12 * profile.personAgeYears), -random.whole(0, 330));
  const since = profile.ageMonths > 30 && random.chance(0.2) ? dayWithin(random, today, 24) : profile.foundedOn;
  const person = { personKey: 'P1', name: profile.person, since, bornOn: born, residence: 'MAINLAND' };
  file.register('OWNERSHIP_KEY_PERSONS', [
    { ...person, role: 'LEGAL_REPRESENTATIVE', shareBps: share },
    ...(share < 10_000 ? [{ personKey: 'P2', role: 'SHAREHOLDER', shareBps: 10_000 - share, since: profile.foundedOn }] : []),
  ]);
  if (profile.ageMonths >= 12) {
    const totalAssetsFen = wholeYuan(profile.yearlySalesFen * random.between(0.45, 1.1));
    const debtShare = Math.min(0.95, Math.max(0.1, 0.52 - 0.1 * profile.quality + 0.12 * random.normal()));
    file.yearly('ANNUAL_REPORT', year, {
      employees: profile.employees,
      revenueFen: wholeYuan(profile.yearlySalesFen / (1 + profile.trade.vatBps / 10_000)),
      totalAssetsFen,
      liabilitiesFen: wholeYuan(totalAssetsFen * debtShare),
    });
  }
  const isListed = random.chance(0.03 - 0.015 * Math.min(1, profile.quality));
  file.register(
    'ABNORMAL_OPERATION',
    isListed ? [{ list: 'ABNORMAL_OPERATION', reason: '通过登记的住所无法联系', listedOn: dayWithin(random, today, 18) }] : [],
  );
  const pledges = profile.trade.traits.includes('makes') ? some(random, 0.3) : 0;
  file.register(
    'EQUITY_CHATTEL_PLEDGE',
    list(pledges, index => ({
      number: `D${profile.uscc.slice(11, 17)}-${index + 1}`,
      kind: index === 0 && random.chance(0.3) ? 'EQUITY' : 'CHATTEL',
      claimFen: wholeYuan(profile.yearlySalesFen * random.between(0.05, 0.2)),
      registeredOn: dayWithin(random, today, 30),
    })),
  );
}

const licenceOf = { food: 'FOOD', builds: 'CONSTRUCTION', moves: 'ROAD_TRANSPORT' } as const;

/** Permits, penalties, courts and lists: a badly run firm has more of them. */
export function standing(file: FileDraft, profile: Profile, { random, today }: Omit<Circumstances, 'year'>): void {
  const { quality, trade } = profile;
  const bad = Math.max(0.02, 0.25 - 0.15 * quality);
  const kinds = (['food', 'builds', 'moves'] as const)
    .filter(trait => trade.traits.includes(trait))
    .map(trait => licenceOf[trait]);
  file.register(
    'ADMIN_LICENCE',
    kinds.map((kind, index) => {
      const validFrom = dayWithin(random, today, Math.min(40, profile.ageMonths));
      return { number: `XK${profile.uscc.slice(11, 17)}${index + 1}`, kind, validFrom, validTo: addMonths(validFrom, 60) };
    }),
  );
  file.register(
    'ADMIN_PENALTY',
    list(some(random, bad), index => ({
      number: `川罚〔${profile.uscc.slice(11, 17)}〕${index + 1}号`,
      cause: random.pick(['未按规定公示年度报告', '标签标识不规范', '未按期办理变更登记', '超限运输']),
      amountFen: random.whole(5, 300) * 10_000,
      decidedOn: dayWithin(random, today, 34),
      isRepaired: random.chance(0.5),
    })),
  );
  const grade = quality > 0.9 ? 'EXCELLENT' : quality > -0.4 ? 'GOOD' : quality > -1.5 ? 'FAIR' : 'POOR';
  file.snapshot('PUBLIC_CREDIT_RATING', {
    grade,
    onSeriousDishonestyList: quality < -2.1,
    onTrustworthyList: quality > 1.4,
  });
  const cases = some(random, bad);
  file.register(
    'LITIGATION',
    list(cases, index => {
      const filedOn = dayWithin(random, today, 30);
      return {
        caseNumber: `（${filedOn.slice(0, 4)}）川0603民初${profile.uscc.slice(13, 17)}${index}号`,
        role: random.chance(0.6) ? 'DEFENDANT' : 'PLAINTIFF',
        cause: random.pick(['买卖合同纠纷', '劳动争议', '承揽合同纠纷', '民间借贷纠纷']),
        amountFen: wholeYuan(profile.yearlySalesFen * random.between(0.005, 0.06)),
        filedOn,
        ...(random.chance(0.65) ? { closedOn: addDays(filedOn, random.whole(10, 20)) } : {}),
      };
    }),
  );
  const isEnforced = quality < -1 && random.chance(0.35);
  const amountFen = wholeYuan(profile.yearlySalesFen * random.between(0.02, 0.1));
  file.register(
    'ENFORCEMENT',
    isEnforced
      ? [
          {
            caseNumber: `川0603执${profile.uscc.slice(13, 17)}号`,
            kind: quality < -1.7 ? 'JUDGMENT_DEFAULTER' : 'EXECUTION',
            amountFen,
            outstandingFen: wholeYuan(amountFen * random.between(0.3, 1)),
            filedOn: dayWithin(random, today, 20),
          },
        ]
      : [],
  );
  file.snapshot('LABOUR_COMPLIANCE', {
    grade: quality > 0.2 ? 'A' : quality > -1.2 ? 'B' : 'C',
    onWageArrearsList: quality < -2.2,
    openCases: some(random, bad / 3),
  });
  file.register(
    'TAX_ARREARS',
    quality < -1.1 && random.chance(0.5)
      ? [
          {
            number: `德税欠告${profile.uscc.slice(12, 17)}`,
            item: 'ARREARS',
            amountFen: random.whole(1, 40) * 1_000_000,
            since: dayWithin(random, today, 10),
          },
        ]
      : [],
  );
}
