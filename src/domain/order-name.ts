/** How a standing order is named: `O-3`. */
export const orderName = (id: number): string => `O-${id}`;
