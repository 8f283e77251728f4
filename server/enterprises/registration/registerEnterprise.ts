import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Context } from '../../context';
import type { Tx } from '../../database/database';
import { organisationName, password, personName, regionCode, uscc, username } from '../../identity/fields';
import { type RegisteredFirm, registerFirm } from '../../identity/organisations/registerFirm';
import { refusingTakenUscc, storedVerdict } from '../../identity/organisations/uscc';
import { checkNewPassword, hashPassword } from '../../identity/sessions/password';
import type { StoredUsccVerdict } from '../../identity/tables';
import { refusingTakenUsername } from '../../identity/users/addUser';
import { type CalendarDate, parseCalendarDate } from '../../shared/dates';
import { industryByCode } from '../../shared/industries';
import { parseInput, says } from '../../shared/input';
import { invalidInput } from '../../shared/refusals';
import type { Text } from '../../shared/text';
import type { UsccCheck } from '../../shared/uscc';
import { type EntityType, enterprises, entityTypes } from '../tables';

const RegistrationInput = z.object({
  uscc,
  name: organisationName,
  regionCode,
  industryCode: z
    .string()
    .trim()
    .refine(
      code => industryByCode(code) !== undefined,
      says('industryCode.unknown', '没有这个行业代码，请从列表中选择。', 'No industry has this code: choose one from the list.'),
    )
    .nullish(),
  foundedOn: z
    .string()
    .refine(
      date => parseCalendarDate(date) !== null,
      says(
        'foundedOn.form',
        '成立日期应为存在的日期，写作 2020-05-31。',
        'The date of founding is a day written like 2020-05-31.',
      ),
    )
    .transform(date => date as CalendarDate)
    .nullish(),
  entityType: z.enum(entityTypes),
  contactName: personName,
  username,
  password,
});

export type RegisterEnterpriseInput = {
  readonly uscc: string;
  readonly name: string;
  /** GB/T 2260. */
  readonly regionCode: string;
  /** GB/T 4754. */
  readonly industryCode?: string | null;
  readonly foundedOn?: string | null;
  readonly entityType: EntityType;
  readonly contactName: string;
  readonly username: string;
  readonly password: string;
};

export type Registration = Pick<RegisteredFirm, 'organisation' | 'way'> & {
  readonly usccVerdict: StoredUsccVerdict;
  /** What happens next. */
  readonly text: Text;
};

/**
 * A firm registers itself by its unified social credit code, with the person who will manage its users; both wait for
 * the operator. A code whose check digit differs is accepted and flagged; a malformed one is refused with the test it
 * fails (GB 32100). A firm that came by import is claimed, not changed. Refuses bad fields by name, a code for which
 * somebody acts or waits already, a taken username and a weak password.
 */
export async function registerEnterprise(context: Context, input: RegisterEnterpriseInput): Promise<Registration> {
  const given = parseInput(RegistrationInput, input, ['password']);
  if (given.foundedOn && given.foundedOn > context.today)
    throw invalidInput('foundedOn', given.foundedOn, 'foundedOn.future', {
      zh: `成立日期 ${given.foundedOn} 晚于今天，请核对营业执照。`,
      en: `The date of founding, ${given.foundedOn}, is later than today: check the business licence.`,
    });
  checkNewPassword('password', given.password, given.username);
  const { password: plain, industryCode, foundedOn, entityType, ...firm } = given;
  const passwordHash = await hashPassword(plain);
  const write = () =>
    context.db.write(async tx => {
      const registered = await registerFirm(tx, context, { ...firm, passwordHash });
      await keepEnterprise(tx, context, registered, {
        industryCode: industryCode ?? null,
        foundedOn: foundedOn ?? null,
        entityType,
      });
      return registered;
    });
  const { organisation, way } = await refusingTakenUscc(firm.uscc.normalised, () => refusingTakenUsername(firm.username, write));
  return { organisation, way, usccVerdict: storedVerdict(firm.uscc), text: whatNext(way, firm.uscc) };
}

type Described = {
  readonly industryCode: string | null;
  readonly foundedOn: CalendarDate | null;
  readonly entityType: EntityType;
};

/** What an import says of a firm stays until the operator confirms who claims it; a firm's own words may be said again. */
async function keepEnterprise(
  tx: Tx,
  context: Context,
  { organisation, way }: RegisteredFirm,
  described: Described,
): Promise<void> {
  const { id } = organisation;
  if (way === 'again') await tx.update(enterprises).set(described).where(eq(enterprises.id, id));
  else
    await tx
      .insert(enterprises)
      .values({ id, ...described, source: 'registration', createdAt: context.now })
      .onConflictDoNothing();
}

function whatNext(way: RegisteredFirm['way'], { verdict }: UsccCheck): Text {
  const flagged =
    verdict === 'checkDigitMismatch'
      ? {
          zh: '代码的校验位不符，已受理并标记，运营方将与登记机关核实。',
          en: ' The check digit of the code differs: it is accepted and flagged, and the operator will ask the registry.',
        }
      : { zh: '', en: '' };
  return way === 'claim'
    ? {
        zh: `平台已有该企业的登记数据。运营方核实您有权代表该企业后，您即可使用。${flagged.zh}`,
        en: `The platform already knows this firm. You can act for it once the operator has confirmed that you may.${flagged.en}`,
      }
    : {
        zh: `注册已提交，等待运营方确认。${flagged.zh}`,
        en: `The registration is received and awaits the operator's confirmation.${flagged.en}`,
      };
}
