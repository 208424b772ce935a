import {
  fakeAdminKey as adminKey,
  fakeAppToken as appToken,
  fakeSlackToken as slackToken,
} from '../support/fake-secret.ts';
import type { Files } from '#config/files.ts';

const word = 'a1B2c3D4e5F6'.repeat(2);
export const fakeBotToken = slackToken('b');
export const fakeAppToken = appToken();
export const fakeAdminKey = adminKey(word);
export const fakeSigningSecret = '0123456789abcdef'.repeat(2);
export const fakeMacKey = Buffer.alloc(32, 7).toString('base64');

export const fakeSecrets = [fakeBotToken, fakeAppToken, fakeAdminKey, fakeSigningSecret, fakeMacKey];

export const slackBySocket = {
  SLACK_BOT_TOKEN: fakeBotToken,
  SLACK_APP_TOKEN: fakeAppToken,
  COUNTERSIGN_MAC_KEY: fakeMacKey,
};
export const slackByHttp = {
  SLACK_BOT_TOKEN: fakeBotToken,
  SLACK_SIGNING_SECRET: fakeSigningSecret,
  COUNTERSIGN_MAC_KEY: fakeMacKey,
};
export const wholeBot = { ...slackBySocket, OPENAI_ADMIN_KEY: fakeAdminKey };

/** Files by path; any other path is not there. */
export function filesOf(contents: Readonly<Record<string, string>> = {}): Files {
  return {
    read(path) {
      const content = contents[path];
      if (content === undefined) throw Object.assign(new Error(`no such file: ${path}`), { code: 'ENOENT' });
      return content;
    },
  };
}
