import { projectOwners } from '../membership.ts';
import { type Path, type Remark, remark } from '../problem.ts';
import { problemsOnly, type Review } from './review.ts';

/**
 * One entry a human: a Slack account or e-mail address that two entries share would let one human count twice, or let a requester
 * approve under another name.
 */
export const reviewPeople: Review = {
  id: 'people',
  look: (document) => {
    const problems: Remark[] = [];
    const holders = new Map<string, string>();
    const claim = (shown: string, id: string, path: Path) => {
      const key = shown.toLowerCase();
      const holder = holders.get(key);
      if (holder === undefined) holders.set(key, id);
      else if (holder === id) problems.push(remark(path, `${shown} stands here twice; keep one.`));
      else problems.push(remark(path, `${shown} belongs to ${holder} already. One human is one entry: join the two.`));
    };
    for (const [id, person] of Object.entries(document.people)) {
      person.slack.forEach((slackId, i) => claim(slackId, id, ['people', id, 'slack', i]));
      if (person.openai !== undefined) claim(person.openai, id, ['people', id, 'openai']);
    }
    return problemsOnly([...problems, ...clashes(document)]);
  },
};

const builtIn = { everyone: 'every full member', [projectOwners]: 'who owns the project at OpenAI' };

function clashes(document: Parameters<Review['look']>[0]): readonly Remark[] {
  const sections = ['people', 'groups'] as const;
  const taken = sections.flatMap((section) =>
    Object.entries(builtIn).flatMap(([name, meaning]) =>
      Object.hasOwn(document[section], name)
        ? [remark([section, name], `${name} means ${meaning}; take another name.`, 'key')]
        : [],
    ),
  );
  const doubled = Object.keys(document.groups)
    .filter((name) => Object.hasOwn(document.people, name))
    .map((name) => remark(['groups', name], `${name} is a person already; give the group another name.`, 'key'));
  return [...taken, ...doubled];
}
