import type { CodeSheet } from '#workflow/ports/presence.ts';
import type { EnrolledNow } from '#workflow/step-up/enrol.ts';
import { codesPage, enrolledPage } from './enrolment-pages.ts';
import type { Html } from './layout.ts';

/** The only place of the pages that opens a secret: what its person sees once, and nobody again. */

export function showSheet(sheet: CodeSheet, path: string): Html {
  return codesPage({ svg: sheet.svg.reveal(), text: sheet.text.reveal(), sealed: sheet.sealed }, path);
}

export function showEnrolled(done: EnrolledNow, now: number): Html {
  const recoveryCodes = done.recoveryCodes.map((code) => code.reveal());
  const countsFrom = done.countsFrom > now ? done.countsFrom : null;
  return enrolledPage({ what: done.what, countsFrom, recoveryCodes });
}
