import { type Check, fail, ok, warn } from '../check.ts';

const MEBIBYTE = 1024 * 1024;
// A year of a large company's entries is below a gigabyte; less than this is somebody else filling the disk.
const LITTLE_BYTES = 1024 * MEBIBYTE;
const TOO_LITTLE_BYTES = 64 * MEBIBYTE;

export const disk: Check = {
  id: 'disk',
  title: 'Disk',
  run: async ({ freeDiskBytes }) => {
    if (freeDiskBytes === null)
      return warn('Free space could not be read.', 'Look at the volume that holds the database.');
    const free = `${Math.floor(freeDiskBytes / MEBIBYTE)} MiB free.`;
    if (freeDiskBytes < TOO_LITTLE_BYTES)
      return fail('routine', free, 'Make room: nothing may change while the audit chain cannot be written.');
    return freeDiskBytes < LITTLE_BYTES ? warn(free, 'Make room soon.') : ok(free);
  },
};
