/** How a debt is named: `D-3`. */
export const debtName = (id: number): string => `D-${id}`;
