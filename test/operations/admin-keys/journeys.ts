import type { Journey } from '../journey.ts';
import { valuesIn } from '../users/look.ts';

export const journeys: readonly Journey[] = [
  {
    operation: 'admin-keys.create',
    words: '--name invoice-export --for 30d',
    inverse: 'exact',
    look: (get) => valuesIn(get, '/organization/admin_api_keys', ['id', 'name']),
  },
  {
    operation: 'admin-keys.delete',
    words: 'terraform',
    inverse: 'partial',
    look: (get) => valuesIn(get, '/organization/admin_api_keys', ['name']),
  },
];
