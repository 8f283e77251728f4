/**
 * How a demand comes to its banks. direct: the firm applies to products itself; grab: banks take it, first come; dispatch: the
 * operator or a department invites banks; auction: banks take part until a day and the firm picks among their offers.
 */
export const demandRoutes = ['direct', 'grab', 'dispatch', 'auction'] as const;
export type DemandRoute = (typeof demandRoutes)[number];

/** Routes on which banks see the demand without its firm's name and take it themselves. */
export const openRoutes = ['grab', 'auction'] as const satisfies readonly DemandRoute[];

/** A firm deals with three lenders at a time unless it says otherwise, and with ten at most. */
export const lendersDefault = 3;
export const lendersLimit = 10;

/** How long a demand may stay on the market: the firm's figures change. */
export const marketDaysMax = 180;
