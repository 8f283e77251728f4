import { TextField, type TextFieldProps } from '@mui/material';
import {
  createContext,
  type ReactNode,
  type RefObject,
  useCallback,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useFormContext } from 'react-hook-form';
import { refusedOf } from '../client';
import { Failed } from './Answered';

type Scope = {
  readonly refusal: Error | null;
  /** The input that the refusal names; null where it names none. */
  readonly field: string | null;
  /** Says that an input of this name is there; what is answered takes that back. */
  readonly claim: (name: string) => () => void;
  readonly forget: () => void;
};

const ScopeContext = createContext<Scope | null>(null);

/** The input that a refusal names, by the name that the server has for it; null where it names none. */
export const fieldOf = (refusal: Error | null): string | null => refusedOf(refusal)?.field?.replace(/^input\./, '') ?? null;

/**
 * Inputs and what the server refused of them. The input that a refusal names says so itself, and takes the focus; once its
 * value is another, the refusal is over. What names no input here stands below them.
 */
export function Refused({ refusal, children }: { refusal: Error | null; children: ReactNode }) {
  const [names, setNames] = useState<readonly string[]>([]);
  const [over, setOver] = useState<Error | null>(null);
  const standing = refusal === over ? null : refusal;
  const field = fieldOf(standing);
  const claim = useCallback((name: string) => {
    setNames(before => [...before, name]);
    return () => setNames(before => before.filter((each, place) => each !== name || place !== before.indexOf(name)));
  }, []);
  const forget = useCallback(() => setOver(refusal), [refusal]);
  const scope = useMemo(() => ({ refusal: standing, field, claim, forget }), [standing, field, claim, forget]);
  return (
    <ScopeContext value={scope}>
      {children}
      {standing && !(field !== null && names.includes(field)) ? <Failed error={standing} /> : null}
    </ScopeContext>
  );
}

/** What was refused of the input `name`, until its value is another; `inputRef` is what takes the focus. */
export function useRefused(
  name: string | undefined,
  value: unknown,
): { readonly message: string | null; readonly inputRef: RefObject<HTMLInputElement | null> } {
  const scope = useContext(ScopeContext);
  const inputRef = useRef<HTMLInputElement>(null);
  const seen = useRef(value);
  const claim = scope?.claim;
  const refusal = scope !== null && name !== undefined && scope.field === name ? scope.refusal : null;
  useLayoutEffect(() => (name === undefined ? undefined : claim?.(name)), [claim, name]);
  useEffect(() => {
    if (refusal) inputRef.current?.focus();
  }, [refusal]);
  useEffect(() => {
    if (refusal && !Object.is(seen.current, value)) scope?.forget();
    seen.current = value;
  }, [refusal, scope, value]);
  return { message: refusal?.message ?? null, inputRef };
}

type FieldProps = Omit<TextFieldProps, 'name' | 'inputRef'> & { name: string };

/** A text field that says what was refused of it. `name` is the server's. */
export function Field({ name, error, helperText, ...props }: FieldProps) {
  const { message, inputRef } = useRefused(name, props.value);
  return (
    <TextField
      {...props}
      name={name}
      inputRef={inputRef}
      error={(error ?? false) || message !== null}
      helperText={message ?? helperText}
    />
  );
}

/**
 * The same for a form of react-admin, whose inputs show their errors and drop them once they are changed: what the server
 * refused of an input becomes its error; what names none stands where this stands.
 */
export function RefusedOfForm({ refusal }: { refusal: Error | null }) {
  const { setError, getValues } = useFormContext();
  const place = useRef<HTMLSpanElement>(null);
  const field = fieldOf(refusal);
  const isOfInput = field !== null && getValues(field) !== undefined;
  useEffect(() => {
    if (!refusal || !field || !isOfInput) return;
    setError(field, { type: 'server', message: refusal.message });
    focusOn(field, place.current?.closest('form'));
  }, [refusal, field, isOfInput, setError]);
  return <span ref={place}>{refusal && !isOfInput ? <Failed error={refusal} /> : null}</span>;
}

/** Selects keep their name on a hidden input beside the one that takes the focus. */
function focusOn(field: string, form: HTMLFormElement | null | undefined): void {
  const named = form?.querySelector<HTMLElement>(`[name="${CSS.escape(field)}"]`);
  const select = named?.parentElement?.querySelector<HTMLElement>('[role=combobox]');
  (select ?? named)?.focus();
}
