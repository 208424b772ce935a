import { searchDev } from '../erin-asks.ts';
import type { Sample } from '../samples.ts';
import { costsOnWire } from '../spend-limits/wire.ts';
import { listOnWire, projectOnWire } from '../wire.ts';
import { alertOnWire } from './wire.ts';

const spentCents = costsOnWire(200);
const one = { alert: alertOnWire(), spentCents };
const all = { alerts: listOnWire(alertOnWire()), spentCents };
const project = projectOnWire();
const alert = { id: 'alert_1', name: '$600' };
const wish = { amount: 70_000, recipients: ['finops@acme.example'], subject: null };
const change = { amount: 75_000, recipients: null, subject: null, noSubject: true };

export const samples: readonly Sample[] = [
  { operation: 'spend-alerts.list', input: { project: searchDev }, answers: all },
  { operation: 'spend-alerts.show', input: { project: searchDev, alert }, answers: one },
  { operation: 'spend-alerts.create', input: { project: searchDev, ...wish }, answers: { project, ...all } },
  { operation: 'spend-alerts.update', input: { project: searchDev, alert, ...change }, answers: { project, ...one } },
  { operation: 'spend-alerts.delete', input: { project: searchDev, alert }, answers: { project, ...all } },
  { operation: 'spend-alerts.list-organization', input: {}, answers: all },
  { operation: 'spend-alerts.show-organization', input: { alert }, answers: one },
  { operation: 'spend-alerts.create-organization', input: wish, answers: all },
  { operation: 'spend-alerts.update-organization', input: { alert, ...change }, answers: one },
  { operation: 'spend-alerts.delete-organization', input: { alert }, answers: all },
];
