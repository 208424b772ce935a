import { badRequest } from '../http/problem.ts';

/** Refuses an update that asks for nothing. */
export function requireOne(body: Readonly<Record<string, unknown>>, names: readonly string[]): void {
  if (names.some((name) => body[name] !== undefined && body[name] !== null)) return;
  throw badRequest(`At least one of these is required: ${names.join(', ')}.`, { code: 'missing_required_parameter' });
}
