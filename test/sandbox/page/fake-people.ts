import type { SeatChannel, SeatPerson } from '#sandbox/slack/seat.ts';

const person = (id: string, realName: string, rest: Partial<SeatPerson> = {}): SeatPerson => ({
  id,
  realName,
  name: realName.toLowerCase().split(' ')[0] ?? realName,
  title: '',
  email: `${realName.toLowerCase().replace(' ', '.')}@larkspur.example`,
  kind: 'member',
  ...rest,
});

export const ERIN = 'U0ERIN00001';
export const BEA = 'U0BEA000001';
const SAM = 'U0SAM000001';
const GUS = 'U0GUS000001';
export const BOT = 'U0BOT000001';

export const PEOPLE: readonly SeatPerson[] = [
  person(ERIN, 'Erin Okafor', { title: 'Search engineer' }),
  person(BEA, 'Bea Lindqvist', { title: 'Platform lead' }),
  person('U0OTTO00001', 'Otto Marsh', { title: 'Platform engineer' }),
  person(SAM, 'Sam Ito', { title: 'Security engineer' }),
  person(GUS, 'Gus Ferrer', { title: 'Contractor', kind: 'guest' }),
  person('U0DANA00001', 'Dana Quill', { kind: 'deactivated' }),
  person('U0SOL000001', 'Sol Brandt', { kind: 'stranger' }),
  person(BOT, 'Countersign', { name: 'countersign', kind: 'bot' }),
];

export const ROLES = { [ERIN]: 'engineer', [BEA]: 'approver', U0OTTO00001: 'approver', [SAM]: 'security' };

export const HELP = 'C0HELP00001';
export const APPROVALS = 'C0APPROVALS';
export const GALLERY = 'C0GALLERY01';

const channel = (id: string, name: string, kind: SeatChannel['kind'] = 'public') => ({ id, name, kind });

export const CHANNELS = [
  channel(HELP, 'search-team'),
  channel(APPROVALS, 'openai-approvals'),
  channel('C0AUDIT0001', 'openai-audit'),
  channel('C0ALERTS001', 'openai-alerts', 'private'),
  channel(GALLERY, 'block-gallery'),
] as const;

export function dmOf(userId: string): string {
  return `D${userId.slice(1)}`;
}
