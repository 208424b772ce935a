import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { choosePolicy } from '#workflow/policies/choose-policy.ts';
import { readPolicy, requirePolicy } from '#workflow/policies/read-policy.ts';
import type { WrittenPolicy } from '#workflow/house.ts';
import type { AdoptedPolicy } from '#workflow/ports/policies.ts';

const TEXT = readFileSync('test/support/small-policy.yml', 'utf8');
const written = (was = '', is = ''): WrittenPolicy =>
  requirePolicy({ text: TEXT.replace(was, is), file: 'policy.yml' });

function adopted({ digest, text, file, policy }: WrittenPolicy): AdoptedPolicy {
  return { id: 1, digest, text, file, policy, how: 'founding', requestId: null, at: 0 };
}

const choose = (inForce: AdoptedPolicy | null, file: WrittenPolicy, isFounded = true) =>
  choosePolicy(
    {
      policies: {
        inForce: () => Promise.resolve(inForce),
        find: () => Promise.resolve(null),
        byDigest: () => Promise.resolve(null),
        history: () => Promise.resolve([]),
      },
    },
    file,
    isFounded,
  );

const base = written();
const tighter = written('live: on', 'live: plan-only');
const looser = written('[bea, omar, sam]', '[bea, omar, sam, priya]');

describe('a start', () => {
  test('adopts the file where nothing is in force yet', async () => {
    expect(await choose(null, base)).toMatchObject({
      inForce: base,
      proposed: null,
      adoptions: [{ how: 'first-start' }],
    });
  });

  test('adopts nothing before two people have founded the installation', async () => {
    expect(await choose(null, base, false)).toMatchObject({ inForce: base, proposed: null, adoptions: [] });
  });

  test('writes nothing down for the file that is in force, however it is spelled', async () => {
    const file = requirePolicy({ text: `# a remark\n${TEXT}`, file: 'other.yml' });
    expect(await choose(adopted(base), file)).toMatchObject({ proposed: null, adoptions: [] });
  });

  test('adopts at once what only tightens', async () => {
    const choice = await choose(adopted(base), tighter);
    expect(choice).toMatchObject({
      inForce: { digest: tighter.digest },
      proposed: null,
      adoptions: [{ how: 'tightening' }],
    });
  });

  test('runs the last adopted one where the file loosens anything, also beside what tightens', async () => {
    const both = requirePolicy({ text: looser.text.replace('live: on', 'live: plan-only'), file: 'policy.yml' });
    for (const file of [looser, both]) {
      const choice = await choose(adopted(base), file);
      expect(choice).toMatchObject({
        inForce: { digest: base.digest },
        proposed: { digest: file.digest },
        adoptions: [],
      });
    }
  });

  test('keeps the same text in force where this program understands it in another form', async () => {
    const older = { ...adopted(base), digest: 'as an older program had it' };
    expect(await choose(older, base)).toMatchObject({
      inForce: { digest: base.digest },
      adoptions: [{ how: 'reread' }],
    });
  });

  test('does not happen where what was adopted cannot be understood any more', async () => {
    const broken = { ...adopted(base), text: 'version: 0' };
    await expect(choose(broken, base)).rejects.toThrow('cannot be used by this version');
  });
});

test('a file with problems ends a start with all of them', () => {
  expect(() => requirePolicy({ text: 'version: 1', file: 'policy.yml' })).toThrow(
    'The policy cannot be used:\npolicy.yml',
  );
  expect(readPolicy({ text: 'version: 1', file: 'policy.yml' }).kind).toBe('problems');
});
