import { Gauge, Registry } from 'prom-client';

/** One figure with its labels. */
export interface Sample {
  readonly name: string;
  readonly help: string;
  readonly value: number;
  readonly labels: Readonly<Record<string, string>>;
}

const PREFIX = 'countersign_';

/**
 * The figures as text in the Prometheus format. They are read anew for each scrape and kept nowhere, so a figure can never be older than
 * the scrape; labels come from fixed lists (endpoints, causes), never from people.
 */
export async function metricsText(samples: readonly Sample[]): Promise<string> {
  const registry = new Registry();
  const gauges = new Map<string, Gauge>();
  for (const { name, help, value, labels } of samples) {
    const known = gauges.get(name);
    const gauge =
      known ?? new Gauge({ name: `${PREFIX}${name}`, help, labelNames: Object.keys(labels), registers: [registry] });
    gauges.set(name, gauge);
    gauge.set({ ...labels }, value);
  }
  return registry.metrics();
}
