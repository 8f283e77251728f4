import { useState } from 'react';
import { useDataProvider } from 'react-admin';
import type { RongqiaoDataProvider } from '../../dataProvider';
import type { Draft as ConsentDraft } from '../../enterprises/consents/draft';
import type { FinancingDemand, Product } from '../../generated/schema';
import { type DemandDraft, demandInputOf } from '../demands/draft';
import { useIdempotencyKey } from '../useIdempotencyKey';
import type { Submitted } from './Done';

export type Filled = {
  readonly demandId: string | null;
  readonly draft: DemandDraft;
  /** The application whose place this one takes, with its file. */
  readonly insteadOfId: string | null;
  /** The consent to sign first; null where one in force is used. */
  readonly consent: { readonly draft: ConsentDraft; readonly textHash: string } | null;
};

type Steps = {
  /** The demand is on record: it is not opened twice, whatever becomes of the application. */
  readonly onDemand: (id: string) => void;
  readonly onConsent: () => void;
};

/**
 * Applies in the order that leaves least behind when a step is refused: the demand, the firm's own affair, then the consent,
 * then the application. Each is done once, however often the form is sent.
 */
export function useApplication(product: Product, { onDemand, onConsent }: Steps) {
  const dataProvider = useDataProvider<RongqiaoDataProvider>();
  const demandKey = useIdempotencyKey();
  const applicationKey = useIdempotencyKey();
  const [isRunning, setRunning] = useState(false);
  const [refusal, setRefusal] = useState<Error | null>(null);
  const [submitted, setSubmitted] = useState<Submitted | null>(null);

  const openDemand = async (draft: DemandDraft): Promise<string> => {
    const demand = await dataProvider.run<FinancingDemand>('demands', 'openDemand', {
      input: demandInputOf(draft),
      idempotencyKey: demandKey.key,
    });
    demandKey.renew();
    onDemand(demand.id);
    return demand.id;
  };

  const sign = async ({ draft, textHash }: NonNullable<Filled['consent']>): Promise<void> => {
    const { purpose, recipientId, dataClasses, validTo, dataFrom, dataTo } = draft;
    const data = { purpose, recipientId, dataClasses, validTo, dataFrom: dataFrom || null, dataTo: dataTo || null, textHash };
    await dataProvider.create('consents', { data });
    onConsent();
  };

  const submit = async ({ demandId, draft, insteadOfId, consent }: Filled): Promise<void> => {
    setRunning(true);
    setRefusal(null);
    try {
      const id = demandId ?? (await openDemand(draft));
      if (consent) await sign(consent);
      setSubmitted(
        await dataProvider.run<Submitted>('applications', 'submitApplication', {
          input: {
            demandId: id,
            productId: product.id,
            productVersionId: product.terms.id,
            ...(insteadOfId ? { insteadOfId } : {}),
          },
          idempotencyKey: applicationKey.key,
        }),
      );
    } catch (error) {
      setRefusal(error as Error);
    }
    setRunning(false);
  };

  return { submit, isRunning, refusal, submitted };
}
