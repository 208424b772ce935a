import { ApiError } from '../api-error.ts';
import { method } from '../method.ts';

/** Socket Mode's door: an app-level token buys a WebSocket URL that works once. */
export const apps = [
  method('apps.connections.open', {
    tokens: ['app'],
    scopes: ['connections:write'],
    run: ({ emulation, workspace }) => {
      // An app with request URLs instead has Socket Mode switched off.
      if (emulation.sockets === null) throw new ApiError('socket_mode_not_enabled');
      return { url: `${workspace.baseUrl().replace('http', 'ws')}${emulation.sockets.issuePath()}` };
    },
  }),
];
