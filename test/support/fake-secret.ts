/**
 * Things with the shape of a credential, joined at run time so that no file of the project holds one. Each is worthless by construction:
 * its long part is one letter, or the word given.
 */
export const fakeOpenAiKey = (word = 'x'.repeat(24)): string => ['sk', 'proj', word].join('-');
export const fakeServiceKey = (word = 'y'.repeat(24)): string => ['sk', 'svcacct', word].join('-');
export const fakeAdminKey = (word = 'z'.repeat(24)): string => ['sk', 'admin', word].join('-');
export const fakeSlackToken = (kind: 'a' | 'b' | 'c' | 'e' | 'p' | 'r' | 's'): string =>
  [`xox${kind}`, '1'.repeat(12), 'a'.repeat(12)].join('-');
export const fakeAppToken = (): string => ['xapp', '1', 'A'.repeat(11)].join('-');
const fakeAgeIdentity = (): string => ['AGE', 'SECRET', 'KEY', `1${'Q'.repeat(20)}`].join('-');

export function fakePrivateKey(kind = ''): string {
  const words = [kind, 'PRIVATE', 'KEY'].filter((word) => word !== '').join(' ');
  return ['-----BEGIN ', words, '-----\n', 'A'.repeat(32), '\n-----END ', words, '-----'].join('');
}

/** One of every shape that the house must recognise. */
export const everyFakeSecret: readonly string[] = [
  fakeOpenAiKey(),
  fakeServiceKey(),
  fakeAdminKey(),
  ['sk', 'w'.repeat(32)].join('-'),
  ...(['a', 'b', 'c', 'e', 'p', 'r', 's'] as const).map(fakeSlackToken),
  fakeAppToken(),
  fakePrivateKey(),
  fakePrivateKey('RSA'),
  fakePrivateKey('OPENSSH'),
  fakeAgeIdentity(),
];
