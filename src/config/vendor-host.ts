import { type SettingName, settings } from './settings.ts';

// Names for this machine: the only places where credentials may travel unencrypted, because they never leave it.
const LOOPBACK = ['127.0.0.1', '[::1]', 'localhost'];

type AddressSetting = Extract<SettingName, 'SLACK_API_URL' | 'COUNTERSIGN_OPENAI_BASE_URL'>;

/** Whoever answers at a vendor's address is given its credentials. Answers what is wrong with an address, or null. */
export function problemOfHost(name: AddressSetting, address: string, allowOther: boolean): string | null {
  const url = new URL(address);
  const official = new URL(settings[name].fallback);
  if (url.origin === official.origin) return null;
  if (!allowOther)
    return `${name}: this is not ${official.origin}. If it is meant, set COUNTERSIGN_ALLOW_OTHER_HOST=1.`;
  if (url.protocol === 'https:' || LOOPBACK.includes(url.hostname)) return null;
  return `${name}: credentials go there, so it must begin with https:// (except on this machine).`;
}
