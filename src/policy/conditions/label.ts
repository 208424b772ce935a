import { entryName, oneOrMore } from '../leaves.ts';
import { labelsOf } from '../production.ts';
import { defineWhen, yesOrNo } from './condition.ts';

export const labelCondition = defineWhen({
  id: 'label',
  key: 'label',
  about:
    'The project has one of these labels of `projects.labels`; `production` is one of them. What has no project has no label.',
  example: 'staging',
  shape: oneOrMore(entryName('staging'), 'Name one or more labels of the section projects.'),
  look: (wanted, { policy, facts: { project } }) => {
    const asks = `is about projects labelled ${wanted.join(' or ')}`;
    if (project === null) return yesOrNo(false, `${asks}, and this has no project`);
    const labels = labelsOf(policy, project);
    const has = labels.length === 0 ? 'no label' : labels.join(', ');
    return yesOrNo(
      labels.some((label) => wanted.includes(label)),
      `${asks}, and ${project.name} has ${has}`,
    );
  },
});
