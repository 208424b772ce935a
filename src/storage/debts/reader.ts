import type { Kysely, Selectable } from 'kysely';
import type { Debt, DebtKind } from '#approvals/debt.ts';
import { personId, requestId, slackUserId } from '#domain/ids.ts';
import { type DebtReader, mostDebts } from '#workflow/ports/debts.ts';
import { fromJsonText } from '../json-text.ts';
import type { Database } from '../tables/database.ts';
import type { DebtsTable } from '../tables/debts.ts';

export function debtFromRow(row: Selectable<DebtsTable>): Debt {
  return {
    id: row.id,
    requestId: requestId(row.request_id),
    kind: row.kind as DebtKind,
    by: { personId: personId(row.person), slackId: slackUserId(row.slack_id), name: row.name },
    title: row.title,
    incident: row.incident,
    approvers: (fromJsonText(row.approvers) as string[]).map(personId),
    openedAt: row.opened_at,
  };
}

export function createDebtReader(db: Kysely<Database>): DebtReader {
  return {
    async open() {
      const rows = await db
        .selectFrom('debts')
        .selectAll()
        .where('closed_at', 'is', null)
        .orderBy('id')
        .limit(mostDebts)
        .execute();
      return rows.map(debtFromRow);
    },
  };
}
