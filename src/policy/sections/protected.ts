import { z } from 'zod';
import { line, say } from '../leaves.ts';

const hint = 'List ids, names or patterns of what is protected, such as proj_abc or billing-*.';

export const protectedShape = z.array(line(200, hint), { error: say(hint) }).default([]);

const incidentHint =
  'Write the address of an incident with * for what varies, such as https://status.acme.example/incidents/*.';

/** Only an address: a pattern such as * would turn any word of a reason into an incident. */
export const incidentLinkShape = line(300, incidentHint)
  .regex(/^https:\/\/[^*?\s/]+\/\S*$/, { error: incidentHint })
  .optional();
