import { addDays, addMonths, calendarDate } from '../../server/shared/dates';
import { type Circumstances, dayWithin, list, some, wholeYuan } from './draws';
import type { FileDraft } from './fileDraft';
import type { Profile } from './profile';

/** The yearly tax credit grade; a young firm gets M. */
export function taxYear(file: FileDraft, profile: Profile, { random, year }: Omit<Circumstances, 'today'>): void {
  const steady = profile.quality + 0.35 * random.normal();
  const grade =
    profile.ageMonths < 24 ? (steady > -1.5 ? 'M' : 'C') : steady > 0.75 ? 'A' : steady > -0.9 ? 'B' : steady > -1.9 ? 'C' : 'D';
  if (profile.ageMonths >= 8) file.yearly('TAX_CREDIT_GRADE', year, { grade });
}

/** Patents, trademarks, innovation status, titles and the environment. */
export function innovation(file: FileDraft, profile: Profile, { random, year, today }: Circumstances): void {
  const invents = profile.trade.traits.includes('invents');
  const drive = invents ? Math.max(0, 1 + profile.quality) : 0.1;
  const patents = Math.min(40, some(random, 2.2 * drive));
  const rights = (index: number) => ({ status: 'IN_FORCE', isPledged: index === 0 && random.chance(0.08) });
  file.register(
    'PATENT',
    list(patents, index => ({
      number: `ZL${profile.uscc.slice(11, 17)}${String(index + 1).padStart(3, '0')}`,
      kind: random.chance(0.22) ? 'INVENTION' : 'UTILITY_MODEL',
      grantedOn: dayWithin(random, today, Math.min(60, profile.ageMonths)),
      ...rights(index),
    })),
  );
  file.register(
    'TRADEMARK',
    list(some(random, profile.trade.traits.includes('food') ? 1.6 : 0.6), index => ({
      number: `${profile.uscc.slice(11, 17)}${index + 1}`,
      niceClass: random.whole(1, 45),
      ...rights(index),
    })),
  );
  const isHighTech = patents >= 5 && profile.ageMonths > 18 && random.chance(0.75);
  const isTechSme = isHighTech || (patents >= 2 && random.chance(0.6));
  const rndShare = invents ? 0.025 + 0.012 * drive + (isHighTech ? 0.015 : 0) : 0;
  file.yearly('INNOVATION_STATUS', year, {
    isHighTech,
    isTechSme,
    rndSpendFen: wholeYuan(profile.yearlySalesFen * rndShare),
    ...(isHighTech ? { highTechValidTo: addMonths(today, random.whole(2, 34)) } : {}),
    ...(isTechSme ? { techSmeValidTo: calendarDate(`${today.slice(0, 4)}-12-31`) } : {}),
  });
  const isAboveScale = profile.trade.traits.includes('makes') && profile.yearlySalesFen >= 2_000 * 1_000_000;
  const titles = [
    ...(isAboveScale ? ['ABOVE_SCALE'] : []),
    ...(isTechSme && random.chance(0.5) ? ['INNOVATIVE_SME'] : []),
    ...(isHighTech && random.chance(0.45) ? [random.chance(0.25) ? 'LITTLE_GIANT' : 'SPECIALISED_PROVINCIAL'] : []),
    ...(isAboveScale && random.chance(0.08) ? ['GREEN_FACTORY'] : []),
  ];
  file.register(
    'QUALIFICATION_TITLES',
    titles.map(title => ({ title, recognisedOn: dayWithin(random, today, Math.min(30, profile.ageMonths)) })),
  );
  const environmentGrade = profile.quality > 1.2 ? 'GREEN' : profile.quality > -1 ? 'BLUE' : 'YELLOW';
  file.register(
    'ENVIRONMENT_SAFETY',
    profile.trade.traits.includes('makes')
      ? [
          {
            number: `HB${profile.uscc.slice(11, 17)}`,
            item: 'GRADE',
            grade: environmentGrade,
            decidedOn: dayWithin(random, today, 12),
          },
        ]
      : [],
  );
}

/** Refunds, property, public contracts, farming, support, and what the firm says of its loans. */
export function support(file: FileDraft, profile: Profile, { random, year, today }: Circumstances): void {
  const refunds = profile.quality > -0.5 && random.chance(0.5) ? 1 : 0;
  file.register(
    'JOB_RETENTION_REFUND',
    list(refunds, () => ({
      number: `WG${year}${profile.uscc.slice(11, 17)}`,
      policy: 'JOB_RETENTION_REFUND',
      amountFen: profile.employees * random.whole(300, 700) * 100,
      paidOn: dayWithin(random, today, 20),
    })),
  );
  const properties = some(random, Math.min(2.5, 0.25 + profile.yearlySalesFen / 4_000_000_000 + profile.ageMonths / 240));
  file.register(
    'REAL_ESTATE',
    list(properties, index => ({
      number: `川（${today.slice(0, 4)}）德阳市不动产权第${profile.uscc.slice(11, 17)}${index}号`,
      use: index === 0 ? '工业用房' : '办公',
      areaM2: random.whole(120, 6_000),
      isMortgaged: random.chance(0.45),
      isSeized: profile.quality < -1.6 && random.chance(0.3),
    })),
  );
  const awards = profile.trade.traits.includes('tenders') ? some(random, 1.1 + 0.4 * Math.max(0, profile.quality)) : 0;
  file.register(
    'PUBLIC_PROCUREMENT',
    list(awards, index => {
      const contractFen = wholeYuan(profile.yearlySalesFen * random.between(0.01, 0.12));
      const awardedOn = dayWithin(random, today, 16);
      return {
        number: `ZFCG${profile.uscc.slice(11, 17)}${index + 1}`,
        awardedOn,
        contractedOn: addDays(awardedOn, 12),
        contractFen,
        unpaidFen: wholeYuan(contractFen * random.between(0, 0.6)),
      };
    }),
  );
  if (profile.trade.traits.includes('farms'))
    file.yearly('AGRI_ENTITY', year, {
      entityType:
        profile.entityType === 'cooperative' ? 'COOPERATIVE' : random.pick(['FAMILY_FARM', 'LEADING_ENTERPRISE', 'LARGE_GROWER']),
      operatingSince: profile.foundedOn,
      landAreaMu: random.whole(30, 900),
      subsidyFen: random.chance(0.7) ? random.whole(1, 30) * 100_000 : 0,
      isInsured: random.chance(0.6),
    });
  file.register(
    'FISCAL_SUPPORT',
    list(some(random, 0.4 + 0.3 * Math.max(0, profile.quality)), index => ({
      number: `CZ${profile.uscc.slice(11, 17)}${index + 1}`,
      policy: random.pick(['技术改造补助', '首次升规奖励', '贷款贴息', '稳产增产奖补']),
      amountFen: random.whole(1, 50) * 1_000_000,
      paidOn: dayWithin(random, today, 22),
    })),
  );
  const isBorrower = random.chance(0.62);
  const loansFen = isBorrower ? wholeYuan(profile.yearlySalesFen * random.between(0.05, 0.4)) : 0;
  if (random.chance(0.7))
    file.snapshot('SELF_DECLARED', {
      outstandingLoansFen: loansFen,
      lenderCount: isBorrower ? random.whole(1, 4) : 0,
      hasOverdueLoans: profile.quality < -1.6 && isBorrower,
      overduesLast24Months: profile.quality < -0.8 && isBorrower ? random.whole(0, 3) : 0,
      creditInquiriesLast6Months: random.whole(0, 7),
      isFirstTimeBorrower: !isBorrower,
      ownerExperienceYears: Math.max(1, Math.round(profile.ageMonths / 12) + random.whole(0, 8)),
    });
}
