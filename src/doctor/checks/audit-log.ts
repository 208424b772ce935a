import { Fault } from '#domain/fault.ts';
import { dayMs, secondMs } from '#domain/instant.ts';
import { valueAt } from '#domain/json.ts';
import { call } from '#operations/call.ts';
import type { Vendor } from '#workflow/ports/vendor.ts';
import { type Check, fail, ok, warn } from '../check.ts';

/** Whether the part of the log is shown in which admin keys stand (OpenAI API reference, 2026-11). */
async function isTenantShown(vendor: Vendor): Promise<boolean> {
  const request = call('GET /organization/audit_logs', { query: { limit: 1, tenant_only: true } });
  const context = { priority: 'click', cause: 'person:doctor' } as const;
  try {
    await vendor.read(request, { pages: 'one', absent: 'fault', context });
    return true;
  } catch (error) {
    if (error instanceof Fault && error.code === 'openai.forbidden') return false;
    throw error;
  }
}

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
      if (!Array.isArray(events) || events.length === 0)
        return warn('It answers, but holds nothing of the last 30 days.', howToSwitchOn);
      return (await isTenantShown(vendor))
        ? ok('On, with events of the last 30 days, admin keys included.')
        : warn(
            'On, but this admin key is not shown the tenant’s part, in which admin keys are made and deleted.',
            'Let an owner of the organization make the admin key, so that a stranger’s admin key is noticed at once.',
          );
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      return fail('critical', `It cannot be read: ${error.message}`, howToSwitchOn);
    }
  },
};
