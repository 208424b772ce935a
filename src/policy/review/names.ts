import { isChannelId } from '#domain/ids.ts';
import { projectOwners } from '../membership.ts';
import { didYouMean } from '../nearest.ts';
import { type Path, type Remark, remark } from '../problem.ts';
import type { ConsentDocument, PolicyDocument } from '../schema.ts';
import { problemsOnly, type Review } from './review.ts';

/** Every group and person that a rule, a tier or `live` names exists. */
export const reviewNames: Review = {
  id: 'names',
  look: (document) =>
    problemsOnly([
      ...Object.entries(document.tiers).flatMap(([tier, consent]) => ofConsent(document, consent, ['tiers', tier])),
      ...document.rules.flatMap((rule, i) => [
        ...ofRequesters(document, rule.requesters, ['rules', i, 'requesters']),
        ...ofConsent(document, rule, ['rules', i]),
      ]),
      ...document.live.rules.flatMap((rule, i) =>
        ofRequesters(document, rule.requesters, ['live', 'rules', i, 'requesters']),
      ),
    ]),
};

function ofRequesters(
  document: PolicyDocument,
  requesters: 'everyone' | readonly string[],
  path: Path,
): readonly Remark[] {
  if (requesters === 'everyone') return [];
  const known = [...Object.keys(document.groups), ...Object.keys(document.people), projectOwners];
  return requesters.flatMap((name, i) => {
    if (known.includes(name)) return [];
    const sentence =
      name === 'everyone'
        ? 'everyone stands alone: write requesters: everyone.'
        : `There is no group or person ${name}.${didYouMean(name, [...known, 'everyone'])}`;
    return [remark([...path, i], sentence)];
  });
}

function ofConsent(
  document: PolicyDocument,
  { approvals, from, notify }: ConsentDocument,
  path: Path,
): readonly Remark[] {
  const lists: readonly (readonly [Path, readonly string[]])[] = [
    [[...path, 'from'], from ?? []],
    ...(typeof approvals === 'object' ? approvals : []).map(
      (one, i) => [[...path, 'approvals', i, 'from'], one.from] as const,
    ),
  ];
  const isGroup = (name: string) => name === projectOwners || Object.hasOwn(document.groups, name);
  const isListener = (name: string) => isGroup(name) || Object.hasOwn(document.people, name) || isChannelId(name);
  return [
    ...lists.flatMap(([at, names]) =>
      names.flatMap((name, i) => (isGroup(name) ? [] : [remark([...at, i], noGroup(document, name))])),
    ),
    ...(notify ?? []).flatMap((name, i) =>
      isListener(name) ? [] : [remark([...path, 'notify', i], noListener(document, name))],
    ),
  ];
}

function noListener({ groups, people }: PolicyDocument, name: string): string {
  const known = [...Object.keys(groups), ...Object.keys(people), projectOwners];
  return `There is no group or person ${name}, nor is it the id of a channel.${didYouMean(name, known)}`;
}

function noGroup(document: PolicyDocument, name: string): string {
  if (name === 'everyone') return 'Approvers are groups; everyone is none. Make a group of those who may approve.';
  if (Object.hasOwn(document.people, name))
    return `${name} is a person, and approvers are groups. Make a group that holds ${name}.`;
  return `There is no group ${name}.${didYouMean(name, Object.keys(document.groups)) || ` Add ${name} under groups.`}`;
}
