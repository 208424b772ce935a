import { join } from 'node:path';
import { openStore } from '#storage/open-store.ts';
import { storageContract } from './contract.ts';
import { temporaryFolder } from './temporary-folder.ts';

storageContract('SQLite in memory', () => openStore({ url: 'sqlite::memory:' }));
storageContract('SQLite in a file', () => openStore({ url: `sqlite:${join(temporaryFolder(), 'bot.sqlite')}` }));
