import type { Field, Listing } from '../field.ts';

export const projectField = {
  kind: 'project',
  label: 'Project',
  hint: 'By name or id.',
  required: true,
} as const satisfies Field;

export const alertField = (listing: Listing) =>
  ({
    kind: 'thing',
    label: 'Alert',
    hint: 'By the beginning of its subject, or by id as the list of alerts shows it.',
    required: true,
    noun: 'spend alert',
    listing,
  }) as const satisfies Field;

const amount = {
  kind: 'money',
  label: 'Amount a month',
  hint: 'In dollars, for example $600. Reaching it sends an e-mail and stops nothing.',
  minCents: 0,
  maxCents: 100_000_000,
} as const;

const recipients = {
  kind: 'words',
  label: 'E-mail to',
  hint: 'Addresses, for example bea@acme.example, finops@acme.example.',
  most: 25,
  pattern: /^[^\s@,<>]+@[^\s@,<>]+\.[^\s@,<>]+$/,
  patternHint: 'Write e-mail addresses, separated by commas.',
  allowed: null,
} as const;

const subject = {
  kind: 'text',
  label: 'Subject begins with',
  hint: 'For example [search-dev], so that the mail is told from others.',
  required: false,
  max: 80,
  pattern: /^.+$/,
  patternHint: 'Write one line.',
} as const satisfies Field;

export const wishFields = {
  amount: { ...amount, required: true },
  recipients: { ...recipients, required: true },
  subject,
} as const;

export const changeFields = {
  amount: { ...amount, required: false, hint: 'In dollars. Leave it out to keep it.' },
  recipients: { ...recipients, required: false, hint: 'All addresses; those left out get no mail any more.' },
  subject: { ...subject, hint: 'Leave it out to keep it.' },
  noSubject: {
    kind: 'flag',
    label: 'Subject as OpenAI writes it',
    hint: 'Takes away what the subject begins with.',
    required: false,
  },
} as const;
