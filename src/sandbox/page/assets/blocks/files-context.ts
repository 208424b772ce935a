import { createContext } from '../vendor/preact.js';

/** Where the files of the message around are fetched; null for a file that is not one of them. */
export interface MessageFiles {
  urlOf(fileId: string): string | null;
}

export const FilesContext = createContext<MessageFiles>({ urlOf: () => null });
