import { Command, InvalidArgumentError } from 'commander';
import type { ChainHead } from '#audit/chain.ts';
import type { Entry } from '#audit/entry.ts';
import { requestId } from '#domain/ids.ts';
import type { OpenedReader } from '#storage/open-reader.ts';
import { verifySignatures } from '#workflow/step-up/verify-signatures.ts';
import { verifyAudit } from '#workflow/verify-audit.ts';
import { CommandFailure } from '../command-failure.ts';
import { print } from '../print.ts';
import { withReader } from '../with-reader.ts';

// Distinct from a plain failure, so that a supervisor's script can tell evidence of tampering from a missing file.
const EXIT_BROKEN = 2;
const NEWEST = 50;
const MOST_LISTED = 10_000;

export function auditCommand(): Command {
  const audit = new Command('audit').description('Prove or read the audit chain, also while the bot runs');
  audit
    .command('verify')
    .description(`Prove the whole chain; exit code ${EXIT_BROKEN} if it is broken`)
    .option('--database <url>', 'another database than the configured one (sqlite:<path>)')
    .option(
      '--head <seq:hash>',
      'a head seen in the audit channel, such as 4809:9c2f61d0; may be given several times',
      collectHead,
      [],
    )
    .action(async (options: { database?: string; head: readonly ChainHead[] }) =>
      withReader(options.database, (reader) => verify(reader, options.head)),
    );
  audit
    .command('list')
    .description('List entries, oldest first')
    .option('--database <url>', 'another database than the configured one (sqlite:<path>)')
    .option('--request <id>', 'only the entries of one request, by full or short id')
    .option('--last <n>', `the newest so many (${NEWEST})`, wholeNumber, NEWEST)
    .option('--json', 'one JSON object a line, with everything that may be shown')
    .action(async (options: ListOptions) => withReader(options.database, (reader) => list(reader, options)));
  return audit;
}

interface ListOptions {
  readonly database?: string;
  readonly request?: string;
  readonly last: number;
  readonly json?: boolean;
}

async function verify(reader: OpenedReader, trusted: readonly ChainHead[]): Promise<void> {
  const verified = await verifyAudit(reader.audit, trusted);
  if (!verified.ok) {
    throw new CommandFailure(`The chain is broken at entry #${verified.seq}. ${verified.sentence}`, EXIT_BROKEN);
  }
  const { entries, erased, head } = verified;
  print(`${entries} entries verified, ${erased} of them erased.`);
  print(head === null ? 'There is no head yet.' : `Head #${head.seq} ${head.hash}`);
  await verifySigned(reader);
  if (trusted.length === 0) print('Compare the head with the last one in the audit channel, or give it as --head.');
}

/** Everything that a passkey signed, from the chain alone. */
async function verifySigned(reader: OpenedReader): Promise<void> {
  // The library behind it takes a second to load, which only this command should cost.
  const { proofHolds } = await import('#identity/passkeys.ts');
  const { signed, codes, broken } = await verifySignatures(reader.audit, proofHolds);
  const [first] = broken;
  if (first !== undefined) {
    throw new CommandFailure(`What was signed in entry #${first.seq} does not hold. ${first.sentence}`, EXIT_BROKEN);
  }
  print(`${signed} signatures of passkeys verified; ${codes} proofs were one-time codes.`);
}

/** As everybody may read it: who is at this host is not known, and the chain verifies without what is confidential. */
async function entriesFor(reader: OpenedReader, options: ListOptions): Promise<readonly Entry[]> {
  const { audit, requests } = reader.seenBy({ who: null, now: Date.now() });
  if (options.request === undefined) {
    const head = await reader.audit.head();
    const count = Math.min(options.last, MOST_LISTED);
    return audit.range(Math.max(1, (head?.seq ?? 0) - count + 1), count);
  }
  const suffix = options.request.trim().toUpperCase().replace(/^R-/, '').slice(-8);
  const [record, second] = await requests.findByShortId(suffix);
  if (record === undefined) throw new CommandFailure(`There is no request ${options.request}.`);
  if (second !== undefined) throw new CommandFailure(`${options.request} fits several requests. Give the full id.`);
  return audit.entriesOf(requestId(record.terms.id));
}

async function list(reader: OpenedReader, options: ListOptions): Promise<void> {
  for (const entry of await entriesFor(reader, options)) {
    if (options.json === true) print(JSON.stringify(entry));
    else
      print(
        `#${entry.seq}  ${new Date(entry.at).toISOString()}  ${entry.hash.slice(0, 8)}  ${entry.body ?? '(not shown: erased, or confidential for now)'}`,
      );
  }
}

function collectHead(text: string, before: readonly ChainHead[]): readonly ChainHead[] {
  const [, seq, hash] = /^#?(\d+)[:·\s]+([0-9a-f]{4,64})$/.exec(text) ?? [];
  if (seq === undefined || hash === undefined) throw new InvalidArgumentError('Write it as 4809:9c2f61d0.');
  return [...before, { seq: Number(seq), hash }];
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) throw new InvalidArgumentError('Write a whole number from 1.');
  return value;
}
