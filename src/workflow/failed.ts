import { Fault, type FaultCode } from '#domain/fault.ts';
import type { Log } from './ports/log.ts';
import { LostRace } from './record.ts';
import type { Failed } from './use-cases.ts';

const sentences: Readonly<Record<FaultCode, string>> = {
  'config.invalid': 'Countersign is not set up completely. Its operator has to look at the log.',
  'database.busy': 'Countersign’s database was busy and nothing was recorded. Try again.',
  'database.failed':
    'Countersign’s database failed, so it is not known whether this was recorded. Look at the request before trying again.',
  'database.locked': 'Another Countersign holds the database. Its operator has to look at the log.',
  'openai.bad_answer': 'OpenAI answered something Countersign does not understand. Nothing was changed.',
  'openai.forbidden': 'OpenAI refused Countersign’s admin key. Its operator has to look at it; nothing was changed.',
  'openai.not_found': 'OpenAI does not know this any more. Nothing was changed.',
  'openai.refused': 'OpenAI refused to answer. Nothing was changed.',
  'openai.throttled': 'OpenAI’s limit on administration calls is used up. Nothing was changed; try again in a minute.',
  'openai.unreachable': 'OpenAI could not be reached. Nothing was changed; try again in a minute.',
  'slack.refused': 'Slack refused what Countersign asked of it. Nothing was changed.',
  'slack.throttled': 'Slack asked Countersign to slow down. Try again in a minute.',
  'slack.unreachable': 'Slack could not be reached. Try again in a minute.',
  'secret.unsealable':
    'What Countersign keeps sealed does not open, so nothing was recorded. Its operator has to look at the log.',
  'audit.unwritable': 'The audit chain cannot be written, so nothing may be changed.',
};

/** Runs the reading part of a use case; a fault of the world becomes a sentence, a bug stays an exception. */
export async function orFailed<T>(log: Log, work: () => Promise<T>): Promise<T | Failed> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof LostRace) {
      return {
        kind: 'failed',
        sentence: 'The request changed at the same moment, so this was not counted. The card shows how it stands now.',
      };
    }
    if (!(error instanceof Fault)) throw error;
    log.warn({ code: error.code, err: error }, 'A use case met a fault');
    return { kind: 'failed', sentence: sentences[error.code] };
  }
}
