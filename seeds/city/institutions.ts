import { record } from '../../server/audit/record';
import type { ActorContext } from '../../server/context';
import { type Organisation, organisations, type User, users } from '../../server/identity/tables';
import type { OrganisationKind } from '../../server/shared/actor';
import { composeUscc } from '../../server/shared/uscc';

/** An institution of the invented city beside those of the demo accounts. */
type Institution = {
  readonly kind: Extract<OrganisationKind, 'bank' | 'insurer'>;
  readonly name: string;
  readonly shortName: string;
  readonly regionCode: string;
  readonly person: string;
};

const institution = (
  kind: Institution['kind'],
  name: string,
  shortName: string,
  regionCode: string,
  person: string,
): Institution => ({ kind, name, shortName, regionCode, person });

/** Named after nobody: branches of banks that do not exist, and banks and insurers of the county towns. */
const institutions: readonly Institution[] = [
  institution('bank', '华岳银行股份有限公司德阳分行', '华岳银行德阳分行', '510600', '唐文清'),
  institution('bank', '中盛银行股份有限公司德阳分行', '中盛银行德阳分行', '510600', '曾雅琴'),
  institution('bank', '国汇银行股份有限公司德阳分行', '国汇银行德阳分行', '510600', '彭志远'),
  institution('bank', '远通银行股份有限公司德阳分行', '远通银行德阳分行', '510600', '邓佳慧'),
  institution('bank', '东湖山商业银行股份有限公司', '东湖山银行', '510600', '蒋立平'),
  institution('bank', '江源银行股份有限公司德阳分行', '江源银行德阳分行', '510600', '薛明哲'),
  institution('bank', '蜀岭商业银行股份有限公司德阳分行', '蜀岭银行德阳分行', '510600', '范晓彤'),
  institution('bank', '天衡银行股份有限公司德阳分行', '天衡银行德阳分行', '510600', '贺建军'),
  institution('bank', '石亭农村商业银行股份有限公司', '石亭农商银行', '510682', '龚丽娟'),
  institution('bank', '凯江农村商业银行股份有限公司', '凯江农商银行', '510623', '廖大伟'),
  institution('bank', '绵远农村商业银行股份有限公司', '绵远农商银行', '510683', '苏海燕'),
  institution('bank', '惠丰银行股份有限公司德阳分行', '惠丰银行德阳分行', '510600', '钟少华'),
  institution('bank', '纹江农村商业银行股份有限公司', '纹江农商银行', '510604', '严雪莲'),
  institution('bank', '启元科技银行股份有限公司德阳科技支行', '启元银行德阳科技支行', '510603', '田浩然'),
  institution('bank', '广汉三水村镇银行股份有限公司', '三水村镇银行', '510681', '汪春梅'),
  institution('bank', '什邡蓥华村镇银行股份有限公司', '蓥华村镇银行', '510682', '石磊'),
  institution('bank', '绵竹九龙岭村镇银行股份有限公司', '九龙岭村镇银行', '510683', '任静怡'),
  institution('bank', '中江龙台村镇银行股份有限公司', '龙台村镇银行', '510623', '韩立群'),
  institution('bank', '罗江白马关村镇银行股份有限公司', '白马关村镇银行', '510604', '姚思远'),
  institution('insurer', '安澜财产保险股份有限公司德阳中心支公司', '安澜财险德阳中支', '510600', '方若兰'),
  institution('insurer', '汇泽财产保险股份有限公司德阳中心支公司', '汇泽财险德阳中支', '510600', '沈俊杰'),
  institution('insurer', '丰穗农业保险股份有限公司德阳中心支公司', '丰穗农险德阳中支', '510600', '谭玉洁'),
  institution('insurer', '诚岳责任保险股份有限公司德阳中心支公司', '诚岳责任险德阳中支', '510600', '陆志鹏'),
];

/** Shares of the city's banking business by short name: a few branches have most of it. */
const shares: Readonly<Record<string, number>> = {
  华岳银行德阳分行: 15,
  旌湖农商银行: 14,
  中盛银行德阳分行: 13,
  国汇银行德阳分行: 10,
  锦川银行德阳分行: 9,
  远通银行德阳分行: 7,
  东湖山银行: 6,
  江源银行德阳分行: 5,
  蜀岭银行德阳分行: 4,
  天衡银行德阳分行: 4,
  石亭农商银行: 4,
  凯江农商银行: 4,
  绵远农商银行: 3.5,
  惠丰银行德阳分行: 3,
  鸭子河村镇银行: 2,
  纹江农商银行: 2,
  启元银行德阳科技支行: 1.7,
};
const villageBankShare = 1;

/** How much of the city's banking business an institution does, relative to the others. */
export const shareOf = (shortName: string | null): number => shares[shortName ?? ''] ?? villageBankShare;

/**
 * Writes the banks and insurers of the city with an administrator each, who signs in with the password hash given: so
 * that a bank of the city can be looked at from inside. One unit of work.
 */
export async function seedInstitutions(context: ActorContext, passwordHash: string): Promise<void> {
  const pairs = institutions.map((each, index) => rowsOf(context, each, index, passwordHash));
  await context.db.write(async tx => {
    await tx.insertMany(
      organisations,
      pairs.map(({ organisation }) => organisation),
    );
    await tx.insertMany(
      users,
      pairs.map(({ user }) => user),
    );
    for (const { organisation, user } of pairs) {
      const { id, kind, name, uscc, usccVerdict } = organisation;
      const subject = { kind: 'organisation', id } as const;
      await record(tx, context, {
        verb: 'createOrganisation',
        subject,
        details: { kind, name, uscc, usccVerdict, administrator: user.username },
      });
    }
  });
}

function rowsOf(
  context: ActorContext,
  { kind, name, shortName, regionCode, person }: Institution,
  index: number,
  passwordHash: string,
): { organisation: Organisation; user: User } {
  const organisation: Organisation = {
    id: context.newId(),
    kind,
    name,
    shortName,
    uscc: composeUscc(`91${regionCode}`, `MADPQ${101 + index}`),
    usccVerdict: 'valid',
    regionCode,
    status: 'active',
    statusReason: null,
    createdAt: context.now,
    version: 1,
  };
  const user: User = {
    id: context.newId(),
    organisationId: organisation.id,
    username: `${kind}-${index + 1}`,
    name: person,
    passwordHash,
    role: 'administrator',
    status: 'active',
    statusReason: null,
    failedAttempts: 0,
    lockedUntil: null,
    createdAt: context.now,
    version: 1,
  };
  return { organisation, user };
}
