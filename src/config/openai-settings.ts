import { z } from 'zod';
import { plainUrl } from './shapes.ts';
import { secretSetting, setting } from './setting.ts';

export const openaiSettings = {
  OPENAI_ADMIN_KEY: secretSetting({
    group: 'openai',
    about: 'An admin key of the OpenAI organization, made by an organization owner for this bot alone.',
    example: 'sk-admin-…',
    decides: true,
    // Admin keys begin so (OpenAI API reference, 2026-11); a project key in its place would fail at every call.
    schema: z
      .string()
      .regex(
        /^sk-admin-[A-Za-z0-9_-]{8,}$/,
        'This is not an admin key: those begin with sk-admin-. A project key cannot administer anything.',
      ),
  }),
  COUNTERSIGN_OPENAI_BASE_URL: setting({
    group: 'openai',
    about: 'Where OpenAI’s API is. Another host gets the admin key, so it also needs COUNTERSIGN_ALLOW_OTHER_HOST.',
    example: 'http://127.0.0.1:4020/v1',
    fallback: 'https://api.openai.com/v1',
    decides: true,
    schema: plainUrl,
  }),
} as const;
