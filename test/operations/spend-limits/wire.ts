/** `ProjectSpendLimitResource`: US cents a month. */
export const limitOnWire = (amountCents: number, status = 'inactive') => ({
  object: 'project.spend_limit',
  threshold_amount: amountCents,
  currency: 'USD',
  interval: 'month',
  enforcement: { status },
});

/** Costs of one day, in dollars as OpenAI writes them. */
export const costsOnWire = (...dollars: readonly number[]) => ({
  object: 'page',
  data: dollars.map((value) => ({
    object: 'bucket',
    results: [{ object: 'organization.costs.result', amount: { value, currency: 'usd' } }],
  })),
  has_more: false,
});
