import { Secret as OtpSecret, TOTP } from 'otpauth';
import { personId } from '#domain/ids.ts';
import { openPageUseCases } from '#workflow/step-up/page-use-cases.ts';
import { codesOnHost, grantOnHost, pageOnHost } from '#workflow/step-up/enrol-on-host.ts';
import type { Somebody } from './cast.ts';
import { pages, type SmallHouse } from './small-house.ts';
import { SoftPasskey } from './soft-passkey.ts';

/** What a use case gave that had to work. */
export function right<T>(answer: T): Exclude<T, { readonly kind: 'refusal' | 'failed' }> {
  if (typeof answer === 'object' && answer !== null && 'kind' in answer) {
    if (answer.kind === 'refusal' || answer.kind === 'failed') throw new Error(JSON.stringify(answer));
  }
  return answer as Exclude<T, { readonly kind: 'refusal' | 'failed' }>;
}

export const tokenIn = (url: string): string => url.split('/').at(-1) ?? '';

/** Lets somebody enrol a passkey on the host, and gives what then lies in their hand. */
export async function enrolsPasskey({ house }: SmallHouse, who: Somebody): Promise<SoftPasskey> {
  const enrolment = right(await grantOnHost(house, personId(who)));
  const token = tokenIn(right(await pageOnHost(house, enrolment)));
  const useCases = openPageUseCases(house);
  const { make } = right(await useCases.openEnrolment(token));
  const phone = new SoftPasskey(pages);
  right(await useCases.enrolPasskey({ token, answer: phone.make(make.challenge) }));
  return phone;
}

export interface App {
  /** The code that the app shows at this moment. */
  readonly code: (at: number) => string;
  readonly recoveryCodes: readonly string[];
}

/** Lets somebody enrol one-time codes on the host. */
export async function enrolsCodes({ house, clock }: SmallHouse, who: Somebody): Promise<App> {
  const enrolment = right(await grantOnHost(house, personId(who)));
  const sheet = house.presence.newSeed(personId(who), who);
  const totp = new TOTP({ secret: OtpSecret.fromBase32(sheet.text.reveal().replaceAll(' ', '')) });
  const code = (timestamp: number) => totp.generate({ timestamp });
  const done = right(await codesOnHost(house, { enrolment, sheet, code: code(clock.now()) }));
  return { code, recoveryCodes: done.recoveryCodes.map((each) => each.reveal()) };
}
