import { Refusal } from '../../../server/shared/refusals';

export const isRefusal = (error: unknown): error is Refusal => error instanceof Refusal;

/** The rule that a refusal names. */
export const ruleOf = ({ details }: Refusal): string => String(details.rule ?? '');
