import { MenuItem, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import type { Application, MarketDemand } from '../../generated/schema';
import { FormDialog } from '../../shared/FormDialog';
import { useRun } from '../useRun';

/** Takes an open demand with one of the bank's products, and goes on to the application that comes of it. */
export function GrabDialog({ demand, onClose }: { demand: MarketDemand; onClose: () => void }) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const [productId, setProductId] = useState(demand.fits[0]?.productId ?? '');
  const { run, isRunning, refusal } = useRun<Application>('marketDemands', 'grabDemand', ({ id }) =>
    navigate(`/applications/${id}/show`),
  );
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.financing.market.open.${key}`, values);
  return (
    <FormDialog
      title={word('dialog.title')}
      text={demand.offersUntil ? word('dialog.auction', { day: demand.offersUntil }) : word('dialog.text')}
      confirm={word(demand.route === 'auction' ? 'join' : 'grab')}
      isRunning={isRunning}
      isOff={productId === ''}
      refusal={refusal}
      onConfirm={() => void run({ demandId: demand.id, productId })}
      onClose={onClose}
    >
      <TextField
        select
        label={word('dialog.product')}
        value={productId}
        onChange={event => setProductId(event.target.value)}
        sx={{ mt: 1 }}
      >
        {demand.fits.map(fit => (
          <MenuItem key={fit.productId} value={fit.productId}>
            {fit.name}
            {fit.verdict === 'possible' ? word('possible') : ''}
          </MenuItem>
        ))}
      </TextField>
    </FormDialog>
  );
}
