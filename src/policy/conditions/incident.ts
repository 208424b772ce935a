import { z } from 'zod';
import { say } from '../leaves.ts';
import { fitsProject } from '../glob.ts';
import { defineWhen, yesOrNo } from './condition.ts';

export const incidentCondition = defineWhen({
  id: 'incident',
  key: 'incident',
  about: 'The reason holds an address like `incident_link`, or with `false` holds none.',
  example: 'true',
  shape: z.boolean({ error: say('Write true or false.') }),
  look: (wanted, { policy: { incidentLink }, facts: { reason } }) => {
    const words = reason.split(/\s+/).map((word) => word.replaceAll(/^[<(]+|[>),.;]+$/g, ''));
    const names = incidentLink !== null && words.some((word) => fitsProject(incidentLink, { id: word, name: word }));
    const asks = wanted ? 'asks for a reason that links to an incident' : 'asks for a reason without an incident';
    return yesOrNo(names === wanted, `${asks}, and this one ${names ? 'links to one' : 'does not'}`);
  },
});
