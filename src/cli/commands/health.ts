import { Command } from 'commander';
import { currentEnvironment } from '#config/env.ts';
import { readHealthAddress } from '#config/read-part.ts';
import { CommandFailure, refusedSettings } from '../command-failure.ts';
import { print } from '../print.ts';

// A supervisor's patience; the answer itself takes milliseconds.
const TIMEOUT_MS = 4_000;

// Listening on every address is not an address to ask.
const ANY_ADDRESS: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '[::1]' };

export function healthCommand(): Command {
  return new Command('health')
    .description('Ask the process that runs with the same settings whether it is well (for HEALTHCHECK and scripts)')
    .option('--ready', 'ask whether it can do its job (/readyz) instead of whether it lives (/healthz)')
    .action(async (options: { ready?: boolean }) => {
      const address = readHealthAddress(currentEnvironment());
      if (address.kind === 'refused') throw refusedSettings(address.lines);
      const { host, port } = address.value;
      await ask(`http://${ANY_ADDRESS[host] ?? host}:${port}/${options.ready === true ? 'readyz' : 'healthz'}`);
    });
}

async function ask(url: string): Promise<void> {
  const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS), redirect: 'error' }).catch(() => null);
  if (response === null) throw new CommandFailure(`Nothing answers at ${url}.`);
  const text = (await response.text()).trim();
  if (!response.ok) throw new CommandFailure(`${url} answers ${response.status}: ${text}`);
  print(text);
}
