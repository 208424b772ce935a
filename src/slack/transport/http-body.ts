import type { IncomingMessage } from 'node:http';
import { parse } from 'node:querystring';
import { isRecord } from '../api/record.ts';

/** Slack's largest payload is a view of 250 KB; nothing longer is read (threat model, "huge inputs"). */
export const maxBodyBytes = 256 * 1024;

/** The whole body, or null once it exceeds the limit; the rest is then not read. */
export async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  if (Number(request.headers['content-length'] ?? 0) > maxBodyBytes) return null;
  const parts: Buffer[] = [];
  let bytes = 0;
  // Leaving the loop early must not destroy the socket: the refusal has still to be written.
  for await (const part of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > maxBodyBytes) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

const FORM = 'application/x-www-form-urlencoded';

/** What Bolt will make of the body, or null where it would stumble: a form with one payload or a command, else JSON. */
export function parseBody(contentType: string | undefined, body: Buffer): Record<string, unknown> | null {
  try {
    if (contentType !== FORM) return typed(JSON.parse(body.toString()));
    const form = parse(body.toString());
    // A field given twice arrives as a list; Slack never does that.
    if (Object.values(form).some((value) => typeof value !== 'string')) return null;
    if (typeof form['payload'] === 'string') return typed(JSON.parse(form['payload']));
    return typeof form['command'] === 'string' ? { ...form } : null;
  } catch {
    return null;
  }
}

/** Bolt tells deliveries apart by their type; one without would stay unanswered for 3 s. */
function typed(value: unknown): Record<string, unknown> | null {
  return isRecord(value) && typeof value['type'] === 'string' ? value : null;
}

/** Slack's check of our certificate, the one delivery that is not signed (Slack API docs, "Slash commands", 2026). */
export function isSslCheck(contentType: string | undefined, body: Buffer): boolean {
  return contentType === FORM && parse(body.toString())['ssl_check'] === '1';
}
