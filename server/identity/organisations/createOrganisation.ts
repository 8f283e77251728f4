import { z } from 'zod';
import { record } from '../../audit/record';
import type { ActorContext } from '../../context';
import { organisationKinds } from '../../shared/actor';
import { parseInput, says } from '../../shared/input';
import { notAllowed } from '../../shared/refusals';
import { organisationName, password, personName, regionCode, shortName, uscc, username } from '../fields';
import { checkNewPassword, hashPassword } from '../sessions/password';
import { type Organisation, organisations } from '../tables';
import { addUser, refusingTakenUsername } from '../users/addUser';
import { keepsRegister } from './access';
import { refusingTakenUscc, storedVerdict } from './uscc';

const NewOrganisationInput = z.object({
  kind: z
    .enum(organisationKinds)
    .refine(
      kind => kind !== 'enterprise',
      says('kind.enterprise', '企业由其自行注册，或从登记数据导入。', 'Firms register themselves, or come by import.'),
    ),
  name: organisationName,
  shortName: shortName.nullish(),
  uscc: uscc.nullish(),
  regionCode: regionCode.nullish(),
  administratorName: personName,
  username,
  password,
});

export type CreateOrganisationInput = z.input<typeof NewOrganisationInput>;

/**
 * Sets up an institution, active at once, with its first administrator. Operator only; refuses bad fields by name, a
 * code or username that is taken and a weak password. Firms are refused: they register themselves.
 */
export async function createOrganisation(context: ActorContext, input: CreateOrganisationInput): Promise<Organisation> {
  if (!keepsRegister(context.actor))
    throw notAllowed({ zh: '只有平台运营方可以新建机构。', en: 'Only the operator of the platform sets up organisations.' });
  const given = parseInput(NewOrganisationInput, { ...input, uscc: input.uscc || null }, ['password']);
  checkNewPassword('password', given.password, given.username);
  const passwordHash = await hashPassword(given.password);
  const organisation: Organisation = {
    id: context.newId(),
    kind: given.kind,
    name: given.name,
    shortName: given.shortName || null,
    uscc: given.uscc?.normalised ?? null,
    usccVerdict: given.uscc ? storedVerdict(given.uscc) : null,
    regionCode: given.regionCode ?? null,
    status: 'active',
    statusReason: null,
    createdAt: context.now,
    version: 1,
  };
  const write = () =>
    context.db.write(async tx => {
      await tx.insert(organisations).values(organisation);
      const { id, kind, name, uscc: code, usccVerdict } = organisation;
      const subject = { kind: 'organisation', id } as const;
      await record(tx, context, { verb: 'createOrganisation', subject, details: { kind, name, uscc: code, usccVerdict } });
      await addUser(tx, context, {
        id: context.newId(),
        organisationId: id,
        username: given.username,
        name: given.administratorName,
        role: 'administrator',
        passwordHash,
      });
      return organisation;
    });
  return refusingTakenUscc(organisation.uscc, () => refusingTakenUsername(given.username, write));
}
