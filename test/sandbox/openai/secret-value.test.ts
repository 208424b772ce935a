import { describe, expect, it } from 'vitest';

import { mintSecret, scrubSecrets, seededSecret, storedSecret } from '#sandbox/openai/secret-value.ts';

describe('a secret', () => {
  it.each(['sk-admin-', 'sk-proj-', 'sk-svcacct-'] as const)(
    'of the kind %s is kept only redacted and hashed',
    (prefix) => {
      const value = mintSecret(prefix);
      const stored = storedSecret(value);
      expect(stored.redacted).toBe(`${prefix}${value.slice(prefix.length, prefix.length + 3)}...${value.slice(-4)}`);
      expect(stored.sha256).toMatch(/^[0-9a-f]{64}$/);
      expect(JSON.stringify(stored).includes(value)).toBe(false);
    },
  );

  it('is never the same twice', () => {
    expect(mintSecret('sk-proj-') === mintSecret('sk-proj-')).toBe(false);
  });

  it('of a seed looks the same after each start', () => {
    expect(seededSecret('sk-proj-', 'key_1')).toEqual(seededSecret('sk-proj-', 'key_1'));
    expect(seededSecret('sk-proj-', 'key_1').redacted).not.toBe(seededSecret('sk-proj-', 'key_2').redacted);
  });

  it('is cut out of a text', () => {
    const text = `before ${mintSecret('sk-svcacct-')}, after`;
    expect(scrubSecrets(text)).toBe('before sk-***, after');
  });
});
