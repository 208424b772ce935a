import { BlockList, isIP } from 'node:net';
import { z } from 'zod';

/** The words that settings are made of. Messages are complete sentences that say what to write instead. */

export const port = z
  .string()
  .regex(/^\d{1,5}$/, 'Write a port number between 1 and 65535.')
  .transform(Number)
  .refine((value) => value >= 1 && value <= 65_535, 'Write a port number between 1 and 65535.');

export const host = z.string().regex(/^[A-Za-z0-9.:-]{1,253}$/, 'Write a host name or an IP address, without a port.');

export const path = z.string().regex(/^[^\0\n\r]{1,1024}$/, 'Write a path.');

export const yes = z.literal('1', 'Write 1, or leave it out.').transform(() => true);

/** An absolute http(s) address without anything that could smuggle a credential or change what is asked. */
export const plainUrl = z
  .string()
  .refine((text) => isPlainUrl(text), 'Write an address like https://host/path, without user name, query or fragment.');

/** An origin that a browser trusts, without a path: paths are ours. */
export const publicUrl = z
  .url({ protocol: /^https$/, error: 'Write an address that begins with https://.' })
  .refine((text) => URL.parse(text)?.href === `${URL.parse(text)?.origin}/`, 'Write only scheme, host and port.')
  .transform((text) => new URL(text).origin);

/** A key of so many random bytes, as text. */
export const base64Key = (bytes: number) =>
  z.string().refine((text) => /^[A-Za-z0-9+/]+={0,2}$/.test(text) && Buffer.from(text, 'base64').length === bytes, {
    message: `This is not ${bytes} bytes in base64. \`countersign init\` or \`openssl rand -base64 ${bytes}\` makes one.`,
  });

export const cidrs = z
  .string()
  .transform((text) => text.split(/[\s,]+/).filter((range) => range !== ''))
  .refine(
    (ranges) => ranges.length > 0 && ranges.every(isCidr),
    'Write ranges like 10.0.0.0/8 or 2001:db8::/32, separated by commas.',
  );

export const database = z.string().superRefine((text, context) => {
  if (/^sqlite:(?!\/\/|:memory:)[^\0\n\r?#]{1,1024}$/.test(text)) return;
  const what = /^postgres(ql)?:/.test(text) ? 'PostgreSQL is not supported by this version. ' : '';
  context.addIssue({
    code: 'custom',
    message: `${what}Write sqlite: and a path, like sqlite:data/countersign.sqlite.`,
  });
});

function isPlainUrl(text: string): boolean {
  const url = URL.parse(text);
  if (url === null || !['http:', 'https:'].includes(url.protocol)) return false;
  return url.username === '' && url.password === '' && url.search === '' && url.hash === '' && !/[?#]/.test(text);
}

function isCidr(text: string): boolean {
  const [address = '', bits = ''] = text.split('/');
  const family = isIP(address);
  if (family === 0 || !/^\d{1,3}$/.test(bits)) return false;
  try {
    new BlockList().addSubnet(address, Number(bits), family === 6 ? 'ipv6' : 'ipv4');
    return true;
  } catch {
    return false;
  }
}
