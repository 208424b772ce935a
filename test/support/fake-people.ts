import type { SlackUserId } from '#domain/ids.ts';
import type { Members } from '#policy/facts.ts';
import type { Clock } from '#workflow/ports/clock.ts';
import type { Account } from '#operations/people/match.ts';
import type { People, Roster, Standing, StandingCode } from '#workflow/ports/people.ts';
import { names, slackIds, type Somebody } from './cast.ts';

/** Slack as far as it says who somebody is. Everybody is a full member until the test says otherwise. */
export class FakePeople implements People {
  readonly #clock: Clock;
  readonly #refused = new Map<SlackUserId, StandingCode>();
  readonly #groups = new Map<string, readonly SlackUserId[]>();
  /** While this is set, nothing can be asked. */
  isUnreachable = false;
  /** Every question about a person, with how old the evidence may be. */
  readonly asked: { readonly user: SlackUserId; readonly maxAgeMs: number }[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  becomes(who: Somebody | SlackUserId, code: StandingCode | 'member'): void {
    const id = Object.hasOwn(slackIds, who) ? slackIds[who as Somebody] : (who as SlackUserId);
    if (code === 'member') this.#refused.delete(id);
    else this.#refused.set(id, code);
  }

  setGroup(id: string, members: readonly Somebody[]): void {
    this.#groups.set(
      id,
      members.map((who) => slackIds[who]),
    );
  }

  readonly #zones = new Map<SlackUserId, string>();

  setZone(who: Somebody, zone: string): void {
    this.#zones.set(slackIds[who], zone);
  }

  zone(user: SlackUserId): Promise<string | null> {
    return Promise.resolve(this.#zones.get(user) ?? null);
  }

  standing(user: SlackUserId, maxAgeMs: number): Promise<Standing> {
    this.asked.push({ user, maxAgeMs });
    const at = this.#clock.now();
    const code = this.isUnreachable ? 'slack-unreachable' : this.#refused.get(user);
    if (code !== undefined) return Promise.resolve({ kind: 'refused', code, at });
    const known = Object.entries(slackIds).find(([, id]) => id === user)?.[0] as Somebody | undefined;
    return Promise.resolve({ kind: 'member', name: known === undefined ? `Somebody ${user}` : names[known], at });
  }

  /** What Slack lists; nobody until the test says otherwise. */
  accounts: readonly Account[] = [];

  roster(): Promise<Roster> {
    return Promise.resolve({ known: true, accounts: this.accounts });
  }

  userGroup(id: string): Promise<Members> {
    const slackIds = this.#groups.get(id);
    if (this.isUnreachable || slackIds === undefined) {
      return Promise.resolve({ known: false, why: 'Slack could not be asked' });
    }
    return Promise.resolve({ known: true, slackIds });
  }
}
