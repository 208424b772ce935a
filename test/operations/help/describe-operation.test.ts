import { describe, expect, test } from 'vitest';
import { catalogue } from '#operations/catalogue.ts';
import { describeOperation } from '#operations/help/describe-operation.ts';

const described = (id: string): string => {
  const operation = catalogue.find((each) => each.id === id);
  if (operation === undefined) throw new Error(`There is no ${id}`);
  return describeOperation(operation).join('\n');
};

describe('help says of an operation', () => {
  test('how dangerous it is and what comes back', () => {
    expect(described('keys.revoke')).toContain('Tier: destructive. Undone: not at all.');
    expect(described('groups.delete')).toContain('by making it anew, with a new id');
    expect(described('keys.limit')).toContain('(its preview says which)');
  });

  test('that a read changes nothing', () => {
    expect(described('keys.list')).toContain('A read: changes nothing.');
  });

  test('what undoing becomes', () => {
    expect(described('requests.undo')).toContain('that of the operation it becomes');
  });

  test('each argument, which is typed first, which is required, and what it takes', () => {
    const text = described('keys.issue');
    expect(text).toContain('Project (first word or --project, required)');
    expect(text).toMatch(/\(--for, required\): 1h to 365d\. /);
  });
});

test('every operation fits the block that Slack shows it in', () => {
  for (const operation of catalogue) expect(describeOperation(operation).join('\n').length).toBeLessThan(2900);
});
