import { and, eq, ne } from 'drizzle-orm';
import type { ActorContext } from '../../context';
import type { Reader, Tx } from '../../database/database';
import { lockOrganisation } from '../../identity/organisations/lockOrganisation';
import { organisations } from '../../identity/tables';
import { productVersions } from '../../products/tables';
import type { CalendarDate } from '../../shared/dates';
import { conflict } from '../../shared/refusals';
import { isLiveOn } from './conditions';
import { type Application, applications } from './tables';

export type Between = Pick<Application, 'enterpriseId' | 'institutionId'>;

/**
 * Refuses a second application of a firm to an institution while one is under way, naming it: the bank would judge one firm
 * twice, and the firm would wait twice for one answer. The firm is locked, so that two at once do not both pass.
 */
export async function checkNoDuplicate(
  tx: Tx,
  { today }: Pick<ActorContext, 'today'>,
  between: Between,
  besideId: string | null = null,
): Promise<void> {
  await lockOrganisation(tx, between.enterpriseId);
  const [live] = await tx
    .select({ id: applications.id, product: productVersions.name, institution: organisations.name })
    .from(applications)
    .innerJoin(productVersions, eq(productVersions.id, applications.productVersionId))
    .innerJoin(organisations, eq(organisations.id, applications.institutionId))
    .where(and(isBetween(between), isLiveOn(today), besideId === null ? undefined : ne(applications.id, besideId)))
    .limit(1);
  if (live) throw duplicate(live);
}

/** The institutions at which the firm has an application under way. */
export async function institutionsDealingWith(
  read: Reader,
  enterpriseId: string,
  today: CalendarDate,
): Promise<ReadonlySet<string>> {
  const rows = await read
    .select({ institutionId: applications.institutionId })
    .from(applications)
    .where(and(eq(applications.enterpriseId, enterpriseId), isLiveOn(today)));
  return new Set(rows.map(({ institutionId }) => institutionId));
}

const isBetween = ({ enterpriseId, institutionId }: Between) =>
  and(eq(applications.enterpriseId, enterpriseId), eq(applications.institutionId, institutionId));

const duplicate = ({ id, product, institution }: { id: string; product: string; institution: string }) =>
  conflict(
    {
      zh: `该企业在「${institution}」已有一笔「${product}」申请正在办理，不能重复申请。请先办结或撤回那一笔。`,
      en: `An application for ${product} is already under way at ${institution}. Let it end or withdraw it first.`,
    },
    { rule: 'application.duplicate', applicationId: id, product, institution },
  );
