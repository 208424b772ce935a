import { distance } from 'fastest-levenshtein';
import { isPlainAddress, lookAlikes, looksOf } from '#domain/look-alike.ts';

/** What is wrong with addresses, by the address in small letters. */
export interface Suspects {
  /** Nobody is bound by one of these, whoever says so: two people would look at one address and see the other. */
  readonly forged: ReadonlyMap<string, string>;
  /** Nobody is proposed by one of these; a list that names them says that they are meant. */
  readonly rare: ReadonlyMap<string, string>;
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

/** Two neighbouring letters changed places: the slip that the eye forgives most. */
function isSwapped(one: string, other: string): boolean {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at < one.length && one.slice(0, at) + (one[at + 1] ?? '') + (one[at] ?? '') + one.slice(at + 2) === other;
}

const isNear = (one: string, other: string): boolean =>
  looksOf(one) === looksOf(other) || distance(one, other) === 1 || isSwapped(one, other);

/** Domains that are one letter away from a more usual one, with that one. */
function nearDomains(addresses: readonly string[]): ReadonlyMap<string, string> {
  const times = new Map<string, number>();
  for (const domain of addresses.map(domainOf)) times.set(domain, (times.get(domain) ?? 0) + 1);
  const domains = [...times].toSorted(([one, n], [other, m]) => m - n || (one < other ? -1 : 1));
  return new Map(
    domains.flatMap(([domain, count]) => {
      const usual = domains.find(([other, more]) => more > count && isNear(domain, other));
      return usual === undefined ? [] : [[domain, usual[0]] as const];
    }),
  );
}

/** Looks at every address of either side together. The order in which they are given makes no difference. */
export function suspectAddresses(given: readonly string[]): Suspects {
  const addresses = [...new Set(given.map((each) => each.toLowerCase()))];
  const alike = lookAlikes(addresses);
  const near = nearDomains(addresses);
  const forged = addresses.flatMap((address): [string, string][] => {
    if (!isPlainAddress(address)) return [[address, 'The address holds letters that can pass for others.']];
    const other = alike.get(address);
    return other === undefined ? [] : [[address, `The address looks like ${other}, which is another one.`]];
  });
  const rare = addresses.flatMap((address): [string, string][] => {
    const usual = near.get(domainOf(address));
    if (usual === undefined) return [];
    return [[address, `${domainOf(address)} is one letter away from ${usual}, which more people have.`]];
  });
  return { forged: new Map(forged), rare: new Map(rare) };
}
