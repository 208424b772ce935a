import { describe, expect, it } from 'vitest';
import { operationId, slackUserId } from '#domain/ids.ts';
import { clickContext } from '#workflow/click-context.ts';
import { openSmallHouse } from '../support/small-house.ts';

const erin = { slackId: slackUserId('U0ERIN0001'), teamId: null, via: 'command', deliveryKey: null };

describe('a call that a person waits for', () => {
  it('tells them how many are ahead and about how long it takes', () => {
    const said: string[] = [];
    const context = clickContext({ ...erin, onWait: (sentence) => said.push(sentence) });
    context.onWait?.({ ahead: 3, seconds: 39.2 });
    expect(said).toEqual(['3 ahead of you at OpenAI’s limit, about 40 s.']);
    expect(context).toMatchObject({ priority: 'click', cause: 'person:U0ERIN0001' });
  });

  it('may close the window where it takes longer than anybody watches one', () => {
    const said: string[] = [];
    clickContext({ ...erin, onWait: (sentence) => said.push(sentence) }).onWait?.({ ahead: 12, seconds: 121 });
    expect(said).toEqual([
      '12 ahead of you at OpenAI’s limit, about 121 s. You can close this window: the result will also come as a direct message.',
    ]);
  });

  it('is silent where there is no place to tell it', () => {
    expect(clickContext(erin).onWait).toBeUndefined();
  });

  it('is told while a draft is planned', async () => {
    const small = await openSmallHouse();
    const said: string[] = [];
    const read = small.vendor.read.bind(small.vendor);
    small.vendor.read = (call, how) => {
      how.context.onWait?.({ ahead: 1, seconds: 10 });
      return read(call, how);
    };
    const [project] = (await small.useCases.suggest({
      operationId: operationId('keys.issue'),
      field: 'project',
      query: 'search-dev',
      caller: erin,
    })) as readonly { value: string; label: string }[];
    await small.useCases.draft({
      operationId: operationId('keys.issue'),
      input: {
        project: { id: project?.value ?? '', name: 'search-dev' },
        name: 'slow-one',
        for: 86_400_000,
        access: 'requests',
      },
      reason: 'to see the wait',
      caller: { ...erin, onWait: (sentence) => said.push(sentence) },
    });
    expect(said[0]).toBe('1 ahead of you at OpenAI’s limit, about 10 s.');
  });
});
