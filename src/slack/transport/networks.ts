import { BlockList, isIP } from 'node:net';
import { Fault } from '#domain/fault.ts';

/** Answers whether an address lies in one of the networks. No networks let everybody try. */
export function createNetworks(cidrs: readonly string[]): (address: string | undefined) => boolean {
  if (cidrs.length === 0) return () => true;
  const list = new BlockList();
  for (const cidr of cidrs) addTo(list, cidr);
  return (address) => {
    // A dual-stack socket shows IPv4 callers as `::ffff:203.0.113.7`.
    const plain = address?.replace(/^::ffff:(?=\d+\.)/i, '') ?? '';
    const family = isIP(plain);
    return family !== 0 && list.check(plain, family === 6 ? 'ipv6' : 'ipv4');
  };
}

function addTo(list: BlockList, cidr: string): void {
  const [address = '', bits] = cidr.split('/');
  const family = isIP(address);
  const prefix = bits === undefined ? (family === 6 ? 128 : 32) : Number(bits);
  if (family === 0 || !Number.isInteger(prefix) || prefix < 0 || prefix > (family === 6 ? 128 : 32)) {
    throw new Fault('config.invalid', `“${cidr}” is not a network. Write it like 203.0.113.0/24.`);
  }
  list.addSubnet(address, prefix, family === 6 ? 'ipv6' : 'ipv4');
}
