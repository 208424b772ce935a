import type { Probe, Probes } from './probe.ts';

// Longer than a healthy database or socket ever takes, shorter than the patience of a usual supervisor's probe (Kubernetes: tune to 5 s).
const PROBE_DEADLINE_MS = 3_000;

/**
 * Runs the probes for whoever asks: once for all who ask while they run, so that asking often costs nothing, and never longer than the
 * deadline. Probes that throw or hang are themselves the finding.
 */
export function createReadiness(probes: Probes, deadlineMs = PROBE_DEADLINE_MS): Probes {
  let running: Promise<readonly Probe[]> | null = null;
  return () => {
    running ??= withDeadline(probes, deadlineMs).finally(() => {
      running = null;
    });
    return running;
  };
}

async function withDeadline(probes: Probes, deadlineMs: number): Promise<readonly Probe[]> {
  const late = Promise.withResolvers<readonly Probe[]>();
  const timer = setTimeout(() => late.resolve([failed(`No answer within ${deadlineMs} ms`)]), deadlineMs);
  try {
    return await Promise.race([probes(), late.promise]);
  } catch {
    // The probe's owner logs the cause; here only the fact is shown, because an error's text may name what nobody outside should see.
    return [failed('A probe failed')];
  } finally {
    clearTimeout(timer);
  }
}

const failed = (detail: string): Probe => ({ name: 'probes', ok: false, detail });
