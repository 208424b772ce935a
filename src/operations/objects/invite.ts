import { z } from 'zod';
import { oneLine } from '#domain/printable.ts';
import { fromSeconds } from './from-seconds.ts';

/** `Invite` (OpenAI API reference, 2026-11). Older examples call the time `invited_at` and leave the projects out. */
export const inviteWire = z.looseObject({
  id: z.string(),
  email: z.string(),
  role: z.string(),
  status: z.string(),
  created_at: z.number().nullish(),
  invited_at: z.number().nullish(),
  expires_at: z.number().nullish(),
  projects: z.array(z.looseObject({ id: z.string(), role: z.string() })).nullish(),
});

export const inviteSchema = z.object({
  id: z.string(),
  email: z.string(),
  role: z.string(),
  /** `pending`, `accepted` or `expired`. */
  status: z.string(),
  sentAt: z.number().nullable(),
  endsAt: z.number().nullable(),
  projects: z.array(z.object({ id: z.string(), role: z.string() })),
});
export const invitesSchema = z.array(inviteSchema);
export type Invite = z.infer<typeof inviteSchema>;

export function keepInvite(answer: unknown): Invite {
  const invite = inviteWire.parse(answer);
  return {
    id: invite.id,
    email: oneLine(invite.email),
    role: invite.role,
    status: invite.status,
    sentAt: fromSeconds(invite.created_at ?? invite.invited_at),
    endsAt: fromSeconds(invite.expires_at),
    projects: (invite.projects ?? []).map(({ id, role }) => ({ id, role })),
  };
}

export function keepInvites(answer: unknown): Invite[] {
  return z
    .looseObject({ data: z.array(z.unknown()) })
    .parse(answer)
    .data.map(keepInvite);
}

/** Those of a list that went to an address. Addresses are compared without regard to capitals. */
export function invitesTo(email: string) {
  return (answer: unknown): Invite[] =>
    keepInvites(answer).filter((invite) => invite.email.toLowerCase() === email.toLowerCase());
}
