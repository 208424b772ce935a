import { extname } from 'node:path';

/**
 * The database of practice mode, beside the bot's: `sqlite:countersign.sqlite` becomes `sqlite:countersign.practice.sqlite`. They are
 * never the same, so that nothing approved in practice can be waiting there when the real organization is connected.
 */
export function practiceDatabase(url: string): string {
  const extension = extname(url);
  const stem = extension === '' ? url : url.slice(0, -extension.length);
  return `${stem}.practice${extension}`;
}
