import type { Who } from '#operations/people/who.ts';

/** Erin with two accounts, as two people bound her. */
export const erinIs: Who = {
  name: 'Erin Vale',
  slackIds: ['U0ERIN0001', 'U0ERIN0002'],
  openaiEmail: 'erin@acme.example',
  unit: 'search',
  known: 'bound',
  why: '',
  groups: ['approvers'],
  unread: [],
  approves: ['routine changes', '“Security decides on roles”'],
  binding: {
    requestId: '0199e6ad-5f00-7abc-8def-0123456789ab',
    askedBy: 'Sam Okafor',
    agreed: ['Bea Lindqvist', 'Omar Haddad'],
    at: Date.UTC(2026, 10, 23, 12, 0),
  },
};
