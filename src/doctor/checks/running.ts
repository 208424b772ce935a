import { type Check, ok, warn } from '../check.ts';

export const running: Check = {
  id: 'running',
  title: 'The running bot',
  run: async ({ ready }) => {
    if (ready === null)
      return warn('It does not answer on its health port.', 'Start it, or look at WEB_HOST and WEB_PORT.');
    return ready.ok ? ok(ready.detail) : warn(ready.detail, 'Look at its log.');
  },
};
