import { method } from '../method.ts';

/** Who the token belongs to, and whether calls arrive at all. */
export const auth = [
  method('auth.test', {
    tokens: ['bot', 'app'],
    rate: 'special',
    run: ({ workspace: { team, app, people }, token }) => {
      if (token === 'app') return { app_name: app.name, app_id: app.id };
      return {
        url: `https://${team.domain}.slack.com/`,
        team: team.name,
        user: people.get(app.botUserId)?.name ?? '',
        team_id: team.id,
        user_id: app.botUserId,
        bot_id: app.botId,
        is_enterprise_install: false,
      };
    },
  }),
  method('api.test', { tokens: ['bot', 'app'], rate: 'special', run: ({ args }) => ({ args: args.raw() }) }),
  method('team.info', {
    scopes: ['team:read'],
    run: ({ workspace: { team } }) => ({
      team: {
        id: team.id,
        name: team.name,
        domain: team.domain,
        email_domain: '',
        icon: {},
        url: `https://${team.domain}.slack.com/`,
      },
    }),
  }),
];
