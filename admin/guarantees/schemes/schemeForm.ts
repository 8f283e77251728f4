import type { PartyRole, RiskSharingScheme, SchemeInput, SchemeTemplate } from '../../generated/schema';

/** What the form holds of a party; a share is basis points, null while it is empty. */
export type PartyForm = {
  readonly role: PartyRole | null;
  readonly organisationId: string | null;
  readonly name: string | null;
  readonly poolId: string | null;
  readonly shareBps: number | null;
};

export type SchemeForm = Omit<SchemeInput, 'parties' | 'name' | 'overdueDays'> & {
  readonly name: string | null;
  readonly overdueDays: number | null;
  readonly parties: readonly PartyForm[];
};

/** The form as a new scheme opens it. */
export const newScheme: SchemeForm = {
  name: null,
  overdueDays: 60,
  parties: [],
  firstLossPoolId: null,
  firstLossRateBps: null,
  firstLossCapFen: null,
  stopLossFen: null,
  compensationRateBpsMax: null,
  lossRatioBpsMax: null,
  guaranteeFeeBps: null,
  premiumBps: null,
  amountFenMax: null,
  labels: [],
  note: null,
};

/** The parties of a template, each still without its organisation. */
export const partiesOfTemplate = ({ parties }: Pick<SchemeTemplate, 'parties'>): PartyForm[] =>
  parties.map(({ role, shareBps }) => ({ role, shareBps, organisationId: null, name: null, poolId: null }));

/** The form as the revision of a scheme opens it. */
export function formOfScheme({ name, terms }: Pick<RiskSharingScheme, 'name' | 'terms'>): SchemeForm {
  const { id: _, number, example, termsHash, createdAt, parties, ...rest } = terms;
  const kept: SchemeForm = { ...newScheme, name, overdueDays: rest.overdueDays };
  const figures = Object.fromEntries(
    Object.keys(newScheme).flatMap(key => (key in rest ? [[key, rest[key as keyof typeof rest]]] : [])),
  );
  return {
    ...kept,
    ...figures,
    parties: parties.map(({ role, organisationId, name: called, poolId, shareBps }) => ({
      role,
      organisationId,
      name: organisationId === null ? called : null,
      poolId,
      shareBps,
    })),
  };
}

/** What the shares come to. */
export const sumOf = (parties: readonly Pick<PartyForm, 'shareBps'>[]): number =>
  parties.reduce((sum, { shareBps }) => sum + (shareBps ?? 0), 0);

/** The scheme that the form says; the server checks it. Null until it has a name, parties and a day to claim from. */
export function schemeInputOf(form: SchemeForm): SchemeInput | null {
  const { name, overdueDays, parties } = form;
  const whole = parties.flatMap(party =>
    party.role === null ? [] : [{ ...party, role: party.role, shareBps: party.shareBps ?? 0 }],
  );
  if (!name || overdueDays === null || whole.length < parties.length) return null;
  return { ...form, name, overdueDays, parties: whole };
}
