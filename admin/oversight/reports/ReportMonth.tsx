import { Dialog, DialogContent, DialogTitle, Stack } from '@mui/material';
import {
  CreateBase,
  type RaRecord,
  required,
  SaveButton,
  SelectInput,
  SimpleForm,
  TextInput,
  Toolbar,
  useNotify,
  useRefresh,
  useTranslate,
} from 'react-admin';
import type { InstitutionReport } from '../../generated/schema';
import { FigureInput } from '../../products/form/FigureInput';
import { dialogToolbar } from '../dialogToolbar';
import { draftOf, inputOf, type ReportDraft, rateBpsMax } from './draft';

type Props = {
  /** The months that may be reported, latest first. */
  months: readonly string[];
  /** The report to correct; none for a month's first. */
  corrected?: InstitutionReport | undefined;
  onClose: () => void;
};

const label = (key: string) => `rongqiao.oversight.reports.${key}`;

/** Reports a month of the bank, or corrects what it reported, saying why. */
export function ReportMonth({ months, corrected, onClose }: Props) {
  const translate = useTranslate();
  const notify = useNotify();
  const refresh = useRefresh();
  const done = ({ month }: RaRecord) => {
    notify(label('reported'), { type: 'success', messageArgs: { month } });
    refresh();
    onClose();
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm">
      <DialogTitle>
        {corrected ? translate(label('correctTitle'), { month: corrected.month }) : translate(label('report'))}
      </DialogTitle>
      <DialogContent>
        <CreateBase
          resource="institutionReports"
          redirect={false}
          transform={(draft: ReportDraft) => inputOf(draft, corrected)}
          mutationOptions={{ onSuccess: done }}
        >
          <SimpleForm
            defaultValues={corrected ? draftOf(corrected) : { month: months[0] }}
            toolbar={
              <Toolbar sx={dialogToolbar}>
                <SaveButton alwaysEnable />
              </Toolbar>
            }
          >
            <Stack spacing={2} sx={{ width: '100%' }}>
              {corrected ? null : (
                <SelectInput
                  source="month"
                  label={label('month')}
                  helperText={label('monthHelp')}
                  choices={months.map(month => ({ id: month, name: month }))}
                  translateChoice={false}
                  validate={required()}
                  fullWidth
                />
              )}
              <FigureInput
                source="depositsFen"
                label={label('deposits')}
                unit="wan"
                helperText={label('endOfMonth')}
                isRequired
              />
              <FigureInput source="loansFen" label={label('loans')} unit="wan" helperText={label('endOfMonth')} isRequired />
              <FigureInput source="newLoansFen" label={label('newLoans')} unit="wan" isRequired />
              <FigureInput
                source="rateBps"
                label={label('rate')}
                unit="percent"
                helperText={label('rateHelp')}
                validate={isPossibleRate}
                isRequired
              />
              <FigureInput
                source="directFinancingFen"
                label={label('directFinancing')}
                unit="wan"
                helperText={label('directFinancingHelp')}
                isRequired
              />
              {corrected ? <TextInput source="reason" label={label('reason')} validate={required()} multiline fullWidth /> : null}
            </Stack>
          </SimpleForm>
        </CreateBase>
      </DialogContent>
    </Dialog>
  );
}

const isPossibleRate = (rateBps: number | null) => (rateBps !== null && rateBps > rateBpsMax ? label('rateMax') : undefined);
