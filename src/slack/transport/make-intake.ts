import type { Logger, Receiver } from '@slack/bolt';
import type { WebClientOptions } from '@slack/web-api';
import type { Home, SlackOptions } from '../slack-face.ts';
import { createHttpIntake } from './http-intake.ts';
import type { Intake } from './intake.ts';
import { createNetworks } from './networks.ts';
import type { Refused } from './refused.ts';
import { createSocketIntake } from './socket-intake.ts';

interface IntakeParts {
  readonly home: Home;
  readonly refused: Refused;
  readonly sdk: WebClientOptions;
  readonly sdkLogger: Logger;
}

/** The door to Slack that the settings ask for. */
export function makeIntake(options: SlackOptions, parts: IntakeParts): { intake: Intake; receiver: Receiver } {
  const { transport, log, onFatal, clock, nonces } = options;
  const { refused, sdk, sdkLogger, home } = parts;
  const isOtherApp = (appId: unknown): boolean =>
    home.appId !== null && typeof appId === 'string' && appId !== home.appId;
  switch (transport.kind) {
    case 'socket':
      return createSocketIntake({
        appToken: transport.appToken,
        clientOptions: sdk,
        refused,
        log,
        sdkLogger,
        isOtherApp,
        onHello: (count) => {
          options
            .useCases()
            .heard({ of: 'connections', count })
            .catch((error: unknown) => log.error({ err: error }, 'What Slack said of its connections was not noted'));
        },
        onFatal,
      });
    case 'http': {
      const { signingSecret, host, port, sourceCidrs } = transport;
      const guard = {
        signingSecret,
        clock,
        nonces,
        isOtherApp,
        isFromAllowedNetwork: createNetworks(sourceCidrs ?? []),
      };
      return createHttpIntake({ guard, host, port, refused, log, sdkLogger });
    }
  }
}
