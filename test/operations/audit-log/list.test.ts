import { describe, expect, test } from 'vitest';
import { eventTypes } from '#operations/audit-log/event-types.ts';
import { findOperation } from '#operations/catalogue.ts';
import { contract } from '../../contract/contract.ts';
import { callsIn } from '../by-contract.ts';
import { NOON } from '../erin-asks.ts';
import { partOf, viewOf } from '../plan-by-hand.ts';
import { listOnWire } from '../wire.ts';
import { nothingAsked, samples } from './samples.ts';
import { byKey, eventOnWire } from './wire.ts';

const cellsOf = (event: object): readonly string[] =>
  partOf(viewOf({ operation: 'audit-log.list', input: nothingAsked, answers: { page: listOnWire(event) } }), 'rows')
    .rows[0]?.cells ?? [];

const refused = (input: object) =>
  findOperation('audit-log.list')?.need({ input: { ...nothingAsked, ...input }, now: NOON } as never, {});

describe('what is asked', () => {
  test('is a day, if nobody says more', () => {
    expect(callsIn(samples[0]!)[0]?.query).toEqual({
      limit: 100,
      effective_at: { gte: Date.UTC(2026, 10, 22, 12) / 1000 },
    });
  });

  test('is narrowed by everything that is given', () => {
    expect(callsIn(samples[2]!)[0]?.query).toEqual({
      limit: 100,
      effective_at: { gte: Date.UTC(2026, 10, 16, 12) / 1000 },
      actor_ids: ['user_erin', 'key_bot'],
      event_types: ['api_key.created', 'api_key.deleted', 'api_key.updated', 'project.archived'],
      project_ids: ['proj_search_dev'],
      resource_ids: ['proj_old'],
    });
  });

  test('may be of every type that the contract knows below the level above', () => {
    const known = JSON.stringify(contract.$defs['AuditLogEventType']);
    for (const type of eventTypes) expect(known).toContain(`"${type}"`);
  });

  test.each([
    [{ type: ['api_keys'] }, 'audit-log.type'],
    [{ type: ['tenant.user.added'] }, 'audit-log.type'],
    [{ type: ['api_key'], tenant: true }, 'audit-log.tenant-types'],
  ])('is refused before it is asked with %o', (input, code) => {
    expect(refused(input)).toMatchObject({ code });
  });
});

describe('what is shown', () => {
  test('is who did what to what, and when', () => {
    expect(cellsOf(eventOnWire('user.updated', { id: 'user_1', changes_requested: { role: 'owner' } }))).toEqual([
      'user.updated',
      '2026-11-23 11:30 UTC',
      'erin@acme.example from 192.0.2.10',
      'id user_1, role owner',
      '–',
    ]);
  });

  test.each([
    [
      byKey({ type: 'user', user: { id: 'user_ines', email: 'ines@acme.example' } }),
      'key key_bot of ines@acme.example',
    ],
    [byKey({ service_account: { id: 'user_svc' } }), 'key key_bot of service account user_svc'],
    [byKey({ id: null }), 'key unknown of unknown'],
    [{ actor: null }, 'OpenAI, or nobody named'],
  ])('names the actor of %o', (more, who) => {
    expect(cellsOf(eventOnWire('project.archived', { id: 'proj_old' }, more))[2]).toBe(who);
  });

  test('leaves out certificates, lists what stands in lists and keeps to a line', () => {
    const deleted = { id: 'cert_1', name: 'one', certificate: 'never printed' };
    expect(cellsOf(eventOnWire('certificate.deleted', deleted))[3]).toBe('id cert_1, name one');
    const several = { certificates: [{ id: 'cert_1' }, { id: 'cert_2' }] };
    expect(cellsOf(eventOnWire('certificates.activated', several))[3]).toBe('certificates id cert_1, id cert_2');
    expect(cellsOf(eventOnWire('role.updated', { id: 'x'.repeat(900) }))[3]).toHaveLength(150);
  });

  test('names the project, and says on which the bot’s own doing is booked', () => {
    const page = listOnWire(
      eventOnWire('project.archived', {}, { project: { id: 'proj_1', name: 'Default project' } }),
    );
    const view = viewOf({ ...samples[2]!, answers: { page } });
    expect(partOf(view, 'rows').rows[0]?.cells[4]).toBe('Default project');
    expect(JSON.stringify(view.parts)).toContain('booked on the default project');
  });

  test('says when there is more', () => {
    const page = { ...listOnWire(eventOnWire('project.archived', {})), has_more: true };
    const said = JSON.stringify(viewOf({ operation: 'audit-log.list', input: nothingAsked, answers: { page } }).parts);
    expect(said).toContain('only the newest 100 are shown');
  });
});
