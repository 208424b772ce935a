import { Command } from 'commander';
import { settingsPage } from '#config/settings-page.ts';

export function settingsCommand(): Command {
  return new Command('settings')
    .description('Print every setting with its meaning, as the page docs/settings.md')
    .action(() => {
      process.stdout.write(settingsPage());
    });
}
