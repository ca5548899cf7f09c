/** Cards in the grid. */
export const count = 10_000;
