import Database from 'better-sqlite3';

/**
 * Does what somebody with the database file in their hands could do: drops the triggers that forbid it and rewrites one audit entry. It goes
 * round the storage room on purpose, because an intruder would. Answers what was changed.
 */
export function tamperWithAudit(path: string): string {
  const db = new Database(path, { timeout: 250 });
  try {
    const triggers = db
      .prepare<[], { name: string }>(
        "select name from sqlite_master where type = 'trigger' and tbl_name = 'audit_entries'",
      )
      .all();
    const entry = db
      .prepare<[], { seq: number; body: string }>(
        "select seq, body from audit_entries where body like '%request.decided%' order by seq desc limit 1",
      )
      .get();
    const chosen =
      entry ??
      db
        .prepare<[], { seq: number; body: string }>('select seq, body from audit_entries order by seq desc limit 1')
        .get();
    if (chosen === undefined) return 'There is no entry to change yet.';
    const body = chosen.body.replace(/"who":"[^"]*"/, '"who":"U0PRIYA001"');
    db.transaction(() => {
      for (const { name } of triggers) db.exec(`drop trigger "${name.replaceAll('"', '""')}"`);
      db.prepare('update audit_entries set body = ? where seq = ?').run(body, chosen.seq);
    })();
    return `Entry #${chosen.seq} now says that somebody else did it. The database accepted that without a word.`;
  } finally {
    db.close();
  }
}
