import type { Address } from '#config/address.ts';

// A supervisor's patience; the answer itself takes milliseconds.
const TIMEOUT_MS = 4_000;

/** What the running bot says of itself on its health port; null when nothing answers there. */
export async function askReadiness({ host, port }: Address): Promise<{ ok: boolean; detail: string } | null> {
  const response = await fetch(`http://${host}:${port}/readyz`, {
    signal: AbortSignal.timeout(TIMEOUT_MS),
    redirect: 'error',
  }).catch(() => null);
  if (response === null) return null;
  return { ok: response.ok, detail: response.ok ? 'Running, and able to do its job.' : 'Running, but not ready.' };
}
