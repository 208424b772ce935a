/** Money is whole US cents everywhere; only a face turns it into dollars. */

/** `$250`, `250`, `250.50`, `$1,250.00`: dollars as people type them. Answers cents, or null. */
export function parseDollars(text: string): number | null {
  const plain = text.trim().replace(/^\$\s?/, '');
  if (!/^(\d{1,3}(,\d{3})+|\d{1,9})(\.\d{1,2})?$/.test(plain)) return null;
  return Math.round(Number(plain.replaceAll(',', '')) * 100);
}

/** `$1,250.00`, `$250`: cents as people read them; whole dollars without a fraction. */
export function formatCents(amountCents: number): string {
  const whole = amountCents % 100 === 0;
  return new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency: 'USD',
    minimumFractionDigits: whole ? 0 : 2,
    maximumFractionDigits: 2,
  }).format(amountCents / 100);
}
