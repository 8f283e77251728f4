import { useInput, useTranslate } from 'react-admin';
import { IndustryCodesField } from './IndustryCodesField';
import { RegionCodesField } from './RegionCodesField';

type Props = { source: string; label: string; helperText: string };

/** Divisions as a list of codes in a form. */
export const RegionCodesInput = (props: Props) => <RegionCodesField {...useCodes(props)} />;

/** Industries as a list of codes in a form. */
export const IndustryCodesInput = (props: Props) => <IndustryCodesField {...useCodes(props)} />;

function useCodes({ source, label, helperText }: Props) {
  const translate = useTranslate();
  const { field, fieldState } = useInput<readonly string[]>({ source, defaultValue: [] });
  const error = fieldState.error?.message;
  return {
    label: translate(label),
    codes: Array.isArray(field.value) ? (field.value as string[]) : [],
    onChange: field.onChange,
    isWrong: Boolean(error),
    helperText: error ? translate(error, { _: error }) : translate(helperText),
  };
}
