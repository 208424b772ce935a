import { z } from 'zod';
import { recall } from '../need.ts';

/** Which admin key this process runs on. Null where that could not be found out, and then nobody may take it for another one. */
export const ownKeySchema = z.object({ id: z.string().nullable() });

export const recallOwnKey = recall('own', { of: 'own-admin-key' });
