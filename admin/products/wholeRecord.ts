/**
 * Options of a page that needs a whole product. React-admin fills its cache of single records from lists, whose records
 * hold less; a `meta` of its own keeps the two apart.
 */
export const whole = { meta: { record: 'whole' } };
