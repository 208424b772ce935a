import type { Threat } from './ledger.ts';

const families = {
  A: 'Identity: who decides',
  B: 'The request: what is decided',
  C: 'Transport and network',
  D: 'Secrets and credentials',
  E: 'Audit and detection',
  F: 'Misuse of the rules',
  G: 'Platform and supply chain',
} as const;

/** The tables of docs/threat-model.md, one a family. */
export function threatTable(threats: readonly Threat[]): string {
  return Object.entries(families)
    .map(([letter, title]) => {
      const rows = threats
        .filter(({ id }) => id.startsWith(letter))
        .map(
          ({ id, abuse, control, due }) =>
            `| ${id}${due === 'later' ? ' ·' : ''} | ${abuse} | ${control.replaceAll(';', ',')} |`,
        );
      return [
        `### ${title}`,
        '',
        '| id | what somebody tries | what stands against it |',
        '| --- | --- | --- |',
        ...rows,
      ].join('\n');
    })
    .join('\n\n');
}
