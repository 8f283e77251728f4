import type { ResourceOperations } from '../resources';

export const operations = {} satisfies Record<string, ResourceOperations>;
