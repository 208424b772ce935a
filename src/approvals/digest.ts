import { digestOf } from '#domain/canonical.ts';
import type { RequestTerms } from './request.ts';

/** What an approver's consent is bound to: SHA-256 in hex over everything that was asked, the plan included. */
export function digestOfTerms(terms: RequestTerms<unknown>): string {
  return digestOf('countersign/request/v1', terms);
}
