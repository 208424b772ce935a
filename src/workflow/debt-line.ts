import { type Debt, type DebtKind, whoCannotClose } from '#approvals/debt.ts';
import { debtName } from '#domain/debt-name.ts';
import { shortRequestId } from '#domain/ids.ts';
import type { DebtLine } from '#operations/memory.ts';

const how: Readonly<Record<DebtKind, string>> = {
  'break-glass': 'by break-glass',
  'without-slack': 'at the desk, without Slack',
};

export function debtLine(debt: Debt): DebtLine {
  const { id, requestId, kind, title, by, incident, openedAt } = debt;
  return {
    id,
    requestId,
    how: how[kind],
    title,
    byName: by.name,
    incident,
    barred: [...whoCannotClose(debt)],
    openedAt,
  };
}

/** `D-1: Sam Okafor, by break-glass: Revoke an API key … (R-…), https://…` */
export function debtSentence({ id, kind, by, title, requestId, incident }: Debt): string {
  return `${debtName(id)}: ${by.name}, ${how[kind]}: ${title} (${shortRequestId(requestId)}), ${incident}`;
}
