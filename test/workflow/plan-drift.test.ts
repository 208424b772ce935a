import { describe, expect, test } from 'vitest';
import { remembered } from '../support/remembered.ts';
import { afterApproval } from './after-approval.ts';

describe('the organization that changed since', () => {
  test('B2 · ends the request with the difference, and nothing is sent', async () => {
    const { small, state, outcome } = await afterApproval(({ vendor }) => {
      const key = vendor.organization.keys.get('key_dev');
      if (key !== undefined) key.name = 'somebody-elses';
    });
    expect({ state, outcome }).toEqual({
      state: 'stale',
      outcome: 'Stopped before anything was sent: key name was erin-laptop and is somebody-elses.',
    });
    expect(small.vendor.arrivals).toEqual([]);
    expect((await remembered(small)).at(-1)?.what).toMatchObject({ event: 'go-stale' });
  });

  test('by a key that was used meanwhile is not another key: it is revoked', async () => {
    const { small, state } = await afterApproval(({ vendor, clock }) => {
      const key = vendor.organization.keys.get('key_dev');
      if (key !== undefined) key.lastUsedAt = clock.now() / 1000;
    });
    expect(state).toBe('succeeded');
    expect(small.vendor.organization.keys.has('key_dev')).toBe(false);
  });

  test('by one more key on the account ends the request', async () => {
    const { state, outcome } = await afterApproval(
      ({ vendor: { organization } }) => {
        const [account] = organization.accounts.values();
        if (account !== undefined) organization.createKey(account, 'one more', 60);
      },
      { wish: 'revoke an account' },
    );
    expect(state).toBe('stale');
    expect(outcome).toContain('siblings was');
  });

  test('by the key being gone already ends the request', async () => {
    const { state, outcome, small } = await afterApproval(({ vendor }) => vendor.organization.keys.delete('key_dev'));
    expect(state).toBe('stale');
    expect(outcome).toContain('The key erin-laptop does not exist any more.');
    expect(small.vendor.arrivals).toEqual([]);
  });

  test('by another name of the project ends the request, because rules went by the name', async () => {
    const { state, outcome } = await afterApproval(({ vendor }) =>
      vendor.organization.projects.set('proj_dev', { id: 'proj_dev', name: 'search-prod-2', status: 'active' }),
    );
    expect(state).toBe('stale');
    expect(outcome).toContain('project name was search-dev and is search-prod-2.');
  });
});
