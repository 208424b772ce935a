import { readFileSync, statSync } from 'node:fs';

/** Where secrets are read from when a `*_FILE` names them. */
export interface Files {
  /** Throws when there is nothing readable there. */
  read(path: string): string;
}

// The largest thing read here is a bundle of certificates; no secret comes near it.
const MAX_BYTES = 1024 * 1024;

export const diskFiles: Files = {
  read(path) {
    const { size } = statSync(path);
    if (size > MAX_BYTES) throw new Error(`is larger than ${MAX_BYTES} bytes`);
    return readFileSync(path, 'utf8');
  },
};
