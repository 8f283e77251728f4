import { usePermissions } from 'react-admin';
import type { Me } from '../../authProvider';

/** The two sides of an application, as its pages address their reader. */
export type Side = 'firm' | 'bank';

/** The side on which the reader stands; null while nobody is known to be signed in. */
export function useSide(): Side | null {
  const { permissions: me } = usePermissions<Me>();
  if (!me) return null;
  return me.organisation.kind === 'enterprise' ? 'firm' : 'bank';
}
