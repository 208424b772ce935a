/**
 * What an address looks like at a glance: two different ones with the same looks cannot both be bound. Only ASCII is compared, because an
 * address with any other letter is refused outright: NFKC leaves a Cyrillic "а" what it is.
 */
export function looksOf(address: string): string {
  return address
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replaceAll(/[1i|]/g, 'l')
    .replaceAll('0', 'o')
    .replaceAll(/[._-]/g, '');
}

// The letters of Cyrillic and Greek that a screen shows like one of ours (Unicode TR39, "confusables", those of names).
const twins: Readonly<Record<string, string>> = Object.fromEntries(
  [
    'аa',
    'еe',
    'оo',
    'рp',
    'сc',
    'уy',
    'хx',
    'іi',
    'јj',
    'ѕs',
    'ԁd',
    'һh',
    'кk',
    'мm',
    'тt',
    'вb',
    'нh',
    'οo',
    'αa',
    'ρp',
    'νv',
    'ιi',
    'κk',
    'τt',
    'υu',
  ].map(([twin = '', plain = '']) => [twin, plain]),
);

/** What a name looks like at a glance, whatever alphabet its letters are from. */
export function nameLooksOf(name: string): string {
  const plain = name.normalize('NFKC').toLowerCase();
  return looksOf(plain.replaceAll(/[\p{Script=Cyrillic}\p{Script=Greek}]/gu, (letter) => twins[letter] ?? letter));
}

/** Whether an address is written in plain ASCII letters, digits and signs. */
export function isPlainAddress(address: string): boolean {
  return /^[\x21-\x7e]{3,254}$/.test(address);
}

/** Pairs of different addresses that look the same, each named once for either side. */
export function lookAlikes(addresses: readonly string[]): ReadonlyMap<string, string> {
  const first = new Map<string, string>();
  const alike = new Map<string, string>();
  const sorted = [...new Set(addresses.map((each) => each.toLowerCase()))].toSorted();
  for (const address of sorted) {
    const looks = looksOf(address);
    const other = first.get(looks);
    if (other === undefined) first.set(looks, address);
    else {
      alike.set(address, other);
      alike.set(other, address);
    }
  }
  return alike;
}
