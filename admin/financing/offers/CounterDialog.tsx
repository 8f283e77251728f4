import { Alert, MenuItem } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Application, CounterOfferInput, Offer, RepaymentMethod, SecurityKind } from '../../generated/schema';
import { percentScale, wanScale, wholeScale } from '../../products/figures';
import { FigureField } from '../../products/form/FigureField';
import { useVocabulary } from '../../products/useVocabulary';
import { FormDialog } from '../../shared/FormDialog';
import { Field } from '../../shared/Refused';
import { Choices } from '../demands/Choices';
import { useRun } from '../useRun';
import { useOfferFigures } from './OfferFigures';

/** As the server has it. */
export const roundsMax = 3;

/** The figures, each with its unit, and the word and the figure of the offer that stand beside it. */
const figureFields = [
  { name: 'amountFen', word: 'amount', unit: 'wan', scale: wanScale, least: 1 },
  { name: 'termMonths', word: 'term', unit: 'month', scale: wholeScale, least: 1 },
  { name: 'rateBps', word: 'rate', unit: 'percent', scale: percentScale, least: 0 },
] as const;
type FigureName = (typeof figureFields)[number]['name'];

/** What is written: null where a figure is left empty, NaN where it is none. */
type Draft = Readonly<Record<FigureName, number | null>> & {
  readonly repaymentMethod: RepaymentMethod;
  readonly securities: readonly SecurityKind[];
  readonly note: string;
};

type Props = { offer: Offer; application: Application; onClose: () => void };

/** What the firm would take instead of an offer: it opens with the offer's own terms, each with what was offered beneath. */
export function CounterDialog({ offer, application: { productVersion, counterOffers }, onClose }: Props) {
  const translate = useTranslate();
  const offered = useOfferFigures()(offer);
  const { choicesOf } = useVocabulary();
  const { amountFen, termMonths, rateBps, repaymentMethod, securities } = offer;
  const [draft, setDraft] = useState<Draft>({ amountFen, termMonths, rateBps, repaymentMethod, securities, note: '' });
  /** The firm has been asked whether it means to pay nothing. */
  const [isAsked, setAsked] = useState(false);
  const { run, isRunning, refusal } = useRun('offers', 'counterOffer', onClose);
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.financing.offers.counter.${key}`, values);
  const published = (list: 'repaymentMethods' | 'securities') =>
    choicesOf(list).filter(
      ({ id }) => productVersion[list].length === 0 || (productVersion[list] as readonly string[]).includes(id),
    );
  const isWrong = ({ name, least }: (typeof figureFields)[number]): boolean => {
    const value = draft[name];
    return value === null || !Number.isSafeInteger(value) || value < least;
  };
  const send = () =>
    run({
      id: offer.id,
      version: offer.version,
      input: { ...draft, note: draft.note.trim() || null } as CounterOfferInput,
    });
  // Nobody lends for nothing: more likely the rate was meant to be another, and a round would be lost.
  const isFree = draft.rateBps === 0;
  return (
    <FormDialog
      title={word('number', { round: counterOffers.length + 1, most: roundsMax })}
      text={word('lead')}
      confirm={word(isFree && isAsked ? 'sendFree' : 'send')}
      isRunning={isRunning}
      isOff={figureFields.some(isWrong)}
      refusal={refusal}
      onConfirm={() => (isFree && !isAsked ? setAsked(true) : void send())}
      onClose={onClose}
    >
      {figureFields.map(field => (
        <FigureField
          key={field.name}
          name={field.name}
          label={word(field.word)}
          unit={translate(`rongqiao.products.units.${field.unit}`)}
          scale={field.scale}
          isRequired
          value={draft[field.name]}
          isWrong={isWrong(field)}
          helperText={word('was', { value: offered[field.word] })}
          onChange={value => setDraft({ ...draft, [field.name]: value })}
        />
      ))}
      {isFree && isAsked ? <Alert severity="warning">{word('isFree', { rate: offered.rate })}</Alert> : null}
      <Field
        select
        name="repaymentMethod"
        label={word('repaymentMethod')}
        value={draft.repaymentMethod}
        helperText={word('was', { value: offered.repaymentMethod })}
        onChange={event => setDraft({ ...draft, repaymentMethod: event.target.value as RepaymentMethod })}
      >
        {published('repaymentMethods').map(({ id, name }) => (
          <MenuItem key={id} value={id}>
            {name}
          </MenuItem>
        ))}
      </Field>
      <Choices
        name="securities"
        label={word('securities')}
        hint={word('was', { value: offered.securities })}
        choices={published('securities')}
        chosen={draft.securities}
        onChange={chosen => setDraft({ ...draft, securities: chosen as SecurityKind[] })}
      />
      <Field
        name="note"
        multiline
        minRows={2}
        label={word('note')}
        helperText={word('noteHelp')}
        value={draft.note}
        onChange={event => setDraft({ ...draft, note: event.target.value })}
      />
    </FormDialog>
  );
}
