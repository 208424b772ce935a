import { Secret } from '#domain/secret.ts';
import { createPointers } from '#slack/ids.ts';

export const macKey = new Secret('a key of this test alone');
export const pointers = createPointers({ macKey, deployment: 'test' });
