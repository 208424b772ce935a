import type { Secret } from '#domain/secret.ts';

// What a mask leaves visible must make a mix-up with another key of the organization a matter of millions to one.
const LEAST_VISIBLE = 4;

// What every admin key begins with tells nothing (OpenAI API reference, 2026-11).
const COMMON_PREFIX = /^sk-(admin-)?/;

/** Whether a masked value such as `sk-admin-abc...wxyz` or `sk-admin-abc***wxyz` can only be this key. */
export function isMaskOf(key: Secret, masked: string): boolean {
  const [, head, tail] = /^([\w-]*)(?:\*+|\.{2,}|…)([\w-]*)$/.exec(masked) ?? [];
  if (head === undefined || tail === undefined) return false;
  const visible = head.replace(COMMON_PREFIX, '').length + tail.length;
  const value = key.reveal();
  return (
    visible >= LEAST_VISIBLE &&
    head.length + tail.length < value.length &&
    value.startsWith(head) &&
    value.endsWith(tail)
  );
}
