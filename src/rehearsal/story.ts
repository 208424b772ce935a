import { operationId, type OperationId } from '#domain/ids.ts';

/** What the steps of one rehearsal are about. */
export interface Props {
  /** The throw-away project; archiving is final at OpenAI, so one is made once and used again. */
  readonly project: string;
  /** Names everything else that this run makes. */
  readonly name: string;
  /** A model of the project whose limit can be moved; null when OpenAI names none. */
  readonly model: string | null;
  /** Address to invite and to withdraw again; null to leave that out. */
  readonly invitee: string | null;
  readonly archive: boolean;
}

type Words = Readonly<Record<string, string>>;

/** One thing that people would ask for. */
export interface Scene {
  readonly id: string;
  readonly title: string;
  readonly operation: OperationId;
  /** As they would be typed; null leaves the scene out, and `because` says why. */
  readonly words: (props: Props) => Words | null;
  readonly because: string;
  /** Scenes without which this one makes no sense. */
  readonly after: readonly string[];
  /** OpenAI does not allow it everywhere: a refusal is told, not counted against the installation. */
  readonly mayBeRefused: boolean;
  /** What is there afterwards until another scene, `unless`, takes it away; null where nothing is, or where it is meant to stay. */
  readonly leaves: { readonly unless: string; readonly says: (props: Props) => string } | null;
}

type Written = Pick<Scene, 'id' | 'title' | 'words'> &
  Partial<Omit<Scene, 'operation'>> & { readonly operation: string };

const scene = ({ operation, ...rest }: Written): Scene => ({
  because: '',
  after: ['project'],
  mayBeRefused: false,
  leaves: null,
  ...rest,
  operation: operationId(operation),
});

const noAddress = 'There is no address to invite: give one (--invite), or the policy the requester’s OpenAI address.';

/** From nothing to nothing: whatever a run makes, it takes away again, except the project. */
export const story: readonly Scene[] = [
  scene({
    id: 'project',
    title: 'Create the rehearsal project',
    operation: 'projects.create',
    words: ({ project }) => ({ name: project }),
    after: [],
  }),
  scene({
    id: 'issue',
    title: 'Issue a key with an account of its own',
    operation: 'keys.issue',
    words: ({ project, name }) => ({ project, name, for: '1h', access: 'requests' }),
    leaves: {
      unless: 'revoke',
      says: ({ project, name }) => `The account ${name} in ${project}, and its key if it got one. Revoke it.`,
    },
  }),
  scene({
    id: 'list',
    title: 'List the keys of the project',
    operation: 'keys.list',
    words: ({ project }) => ({ project }),
    after: ['issue'],
  }),
  scene({
    id: 'limit',
    title: 'Lower a rate limit',
    operation: 'rate-limits.set',
    words: ({ project, model }) => (model === null ? null : { project, model, requestsPerMinute: '1' }),
    because: 'OpenAI names no model of the project.',
    leaves: {
      unless: 'unlimit',
      says: ({ project, model }) =>
        `The limit of ${model ?? 'a model'} in ${project} is 1 request a minute. Undo that request.`,
    },
  }),
  scene({
    id: 'unlimit',
    title: 'Undo the rate limit',
    operation: 'requests.undo',
    words: () => ({}),
    after: ['limit'],
  }),
  scene({
    id: 'pause',
    title: 'Pause the key',
    operation: 'keys.pause',
    words: ({ project, name }) => ({ key: `${project}/${name}` }),
    after: ['issue'],
    mayBeRefused: true,
  }),
  scene({
    id: 'revoke',
    title: 'Revoke the key',
    operation: 'keys.revoke',
    words: ({ project, name }) => ({ key: `${project}/${name}` }),
    after: ['issue'],
  }),
  scene({
    id: 'admin-key',
    title: 'Create an admin key for a day',
    operation: 'admin-keys.create',
    words: ({ name }) => ({ name, for: '1d' }),
    after: [],
    leaves: { unless: 'admin-key-gone', says: ({ name }) => `The admin key ${name}, for up to a day. Delete it.` },
  }),
  scene({
    id: 'admin-key-gone',
    title: 'Delete the admin key',
    operation: 'admin-keys.delete',
    words: ({ name }) => ({ key: name }),
    after: ['admin-key'],
  }),
  scene({
    id: 'invite',
    title: 'Invite somebody',
    operation: 'invites.send',
    words: ({ invitee }) => (invitee === null ? null : { email: invitee }),
    because: noAddress,
    after: [],
    leaves: { unless: 'uninvite', says: ({ invitee }) => `The invitation of ${invitee ?? 'somebody'}. Withdraw it.` },
  }),
  scene({
    id: 'uninvite',
    title: 'Withdraw the invitation',
    operation: 'invites.withdraw',
    words: ({ invitee }) => (invitee === null ? null : { invite: invitee }),
    because: noAddress,
    after: ['invite'],
  }),
  scene({
    id: 'archive',
    title: 'Archive the project',
    operation: 'projects.archive',
    words: ({ project, archive }) => (archive ? { project } : null),
    because: 'Archiving is final, so the project is kept for the next rehearsal (--archive).',
  }),
];
