import type { OrganisationKind } from '../shared/actor';

/** Those who read what the city's firms and banks do together. Nobody's own row is ever among it. */
export const mayReadMeasures: readonly OrganisationKind[] = ['regulator', 'operator'];
