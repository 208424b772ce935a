import { Fault } from '#domain/fault.ts';
import { dayMs, secondMs } from '#domain/instant.ts';
import { valueAt } from '#domain/json.ts';
import { call } from '#operations/call.ts';
import { type Check, fail, ok, warn } from '../check.ts';

export const auditLog: Check = {
  id: 'audit-log',
  title: 'OpenAI’s audit log',
  run: async ({ vendor, now }) => {
    if (vendor === null) return warn('OpenAI is not configured.', 'Set OPENAI_ADMIN_KEY first.');
    const since = Math.floor((now() - 30 * dayMs) / secondMs);
    const request = call('GET /organization/audit_logs', { query: { limit: 1, effective_at: { gte: since } } });
    const howToSwitchOn =
      'An owner switches audit logging on in the dashboard: Settings → Data controls → Audit logging.';
    try {
      const context = { priority: 'click', cause: 'person:doctor' } as const;
      const answer = await vendor.read(request, { pages: 'one', absent: 'fault', context });
      const events = valueAt(answer, ['data']);
      if (Array.isArray(events) && events.length > 0) return ok('On, with events of the last 30 days.');
      return warn('It answers, but holds nothing of the last 30 days.', howToSwitchOn);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      return fail('critical', `It cannot be read: ${error.message}`, howToSwitchOn);
    }
  },
};
