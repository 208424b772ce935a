import { fitsProject } from '../glob.ts';
import { isProduction } from '../production.ts';
import type { Condition } from './condition.ts';

/** The rule is about this project. Whatever has no project fits no rule that names some. */
export const projectCondition: Condition = {
  id: 'project',
  look: ({ projects }, { policy, facts: { project } }) => {
    if (projects === null) return null;
    const wanted = projects === 'production' ? 'production projects' : projects.join(', ');
    if (project === null) return { answer: 'no', sentence: `is about ${wanted}, and this has no project` };
    const isOne =
      projects === 'production' ? isProduction(policy, project) : projects.some((one) => fitsProject(one, project));
    return isOne
      ? { answer: 'yes', sentence: `is about ${wanted}, which ${project.name} is` }
      : { answer: 'no', sentence: `is about ${wanted}, not ${project.name}` };
  },
};
