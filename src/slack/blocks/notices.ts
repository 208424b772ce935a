import { count } from '#domain/instant.ts';
import type { StoredFinding } from '#workflow/ports/watch.ts';
import { type DrawnMessage, sentences } from './drawn-message.ts';
import { bulletsBlock, type Line, linesBlock } from './line.ts';

/** More lines than this belong into a report, not into a message. */
const maxLines = 20;

/** A finding for the people who watch. */
export function drawFinding(finding: StoredFinding): DrawnMessage {
  const seen = finding.count > 1 ? ` · seen ${count(finding.count, 'time')}` : '';
  const title: Line = [{ bold: finding.title, max: 200 }];
  const kind: Line = [
    { said: finding.severity, max: 20 },
    ' · ',
    { code: finding.detection, max: 80 },
    ' · ',
    { at: finding.at },
    seen,
  ];
  const lines = finding.lines.slice(0, maxLines).map((line): Line => [{ said: line, max: 300 }]);
  return {
    text: sentences([title, kind, ...lines]),
    blocks: [
      linesBlock('finding', [title, kind]),
      ...(lines.length === 0 ? [] : [bulletsBlock('finding.lines', lines)]),
    ],
  };
}

export interface RefusalLine {
  readonly who: string;
  readonly via: string;
  readonly code: string;
  readonly rule: string;
  readonly count: number;
}

/** Refusals of known people, gathered into one message. `more` counts those that stand only in the audit chain. */
export function drawRefusals(lines: readonly RefusalLine[], more: number): DrawnMessage {
  const attempts = lines.reduce((sum, line) => sum + line.count, 0);
  const title: Line = [{ bold: `Refused: ${count(attempts, 'attempt')}${more > 0 ? ' and more' : ''}`, max: 100 }];
  const shown = lines.slice(0, maxLines).map((line): Line => {
    const times = line.count > 1 ? `, ${count(line.count, 'time')}` : '';
    // The rule is worded for the person who was refused, hence the quotes.
    return [
      { user: line.who },
      ' (',
      { said: line.via, max: 20 },
      `${times}) was told: “`,
      { said: line.rule, max: 200 },
      '” ',
      { code: line.code, max: 60 },
    ];
  });
  const rest = more + Math.max(0, lines.length - maxLines);
  const all: Line[] = rest > 0 ? [...shown, [`and ${rest} more in the audit chain`]] : shown;
  return {
    text: sentences([title, ...all]),
    blocks: [linesBlock('refusals', [title]), ...(all.length === 0 ? [] : [bulletsBlock('refusals.lines', all)])],
  };
}

/** `mention`: Slack accounts that are named at its end, so that Slack tells them. */
export function drawNotice(text: string, mention: readonly string[] = []): DrawnMessage {
  const lines = text.split('\n').slice(0, maxLines);
  const named = mention.flatMap((user) => [{ user }, ' ']);
  const drawn = [...lines.map((line): Line => [{ said: line, max: 500 }]), ...(named.length === 0 ? [] : [named])];
  return { text: sentences(drawn), blocks: [linesBlock('notice', drawn)] };
}
