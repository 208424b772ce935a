import type { ControlAnswer } from '../../wire.ts';
import { announce } from '../parts/announcer.ts';
import { api } from '../wire/api.ts';
import { app } from './app-state.ts';
import type { ControlResult } from './app-state.ts';
import { refresh } from './refresh.ts';
import { restartTour, seeVerified } from './tour.ts';

/** Older results have scrolled out of everybody's mind. */
const MOST_RESULTS = 12;

let results = 0;

type Judge = (ok: boolean) => Pick<ControlResult, 'verdict' | 'tone'>;

const done: Judge = () => ({ verdict: 'Done', tone: 'done' });

const judgeChain: Judge = (ok) => (ok ? { verdict: 'Intact', tone: 'good' } : { verdict: 'Broken', tone: 'bad' });

async function pull(title: string, answer: Promise<ControlAnswer>, judge: Judge = done): Promise<ControlAnswer | null> {
  try {
    const { ok, lines } = await answer;
    results += 1;
    const result = { id: results, title, lines, ...judge(ok) };
    app.set({ results: [result, ...app.get().results].slice(0, MOST_RESULTS), resultsOpen: true, failure: null });
    announce(`${title}: ${result.verdict}. ${lines.join(' ')}`);
    await refresh();
    return { ok, lines };
  } catch (error) {
    app.set({ failure: error instanceof Error ? error.message : String(error) });
    return null;
  }
}

export async function advanceClock(byMs: number): Promise<void> {
  try {
    await api.advance(byMs);
    await refresh();
  } catch (error) {
    app.set({ failure: error instanceof Error ? error.message : String(error) });
  }
}

export async function verifyChain(): Promise<void> {
  const answer = await pull('Verify the audit chain', api.control('verify'), judgeChain);
  if (answer !== null) seeVerified(answer.ok);
}

export async function tamper(): Promise<void> {
  await pull('Tamper with the audit log', api.control('tamper'));
}

export async function goBehindTheBack(): Promise<void> {
  await pull('Go behind the bot’s back', api.control('go-behind-the-back'));
}

export async function resetAll(): Promise<void> {
  app.set({ messages: null, thread: null });
  const answer = await pull('Reset', api.control('reset'));
  if (answer !== null) {
    app.set({ results: [], resultsOpen: false });
    restartTour();
  }
}
