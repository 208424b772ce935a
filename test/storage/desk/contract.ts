import { describe, expect, it } from 'vitest';
import { personId, slackUserId } from '#domain/ids.ts';
import type { DeskWriter } from '#workflow/ports/desk.ts';
import type { CurrentStore } from '../contract.ts';
import { HOUR, idOf, NOON, sampleRequest } from '../sample-request.ts';

const id = idOf(1);
const bea = { requestId: id, person: personId('bea'), slackId: slackUserId('U0BEA'), at: NOON };

export function deskContract(store: CurrentStore): void {
  const desk = <T>(work: (desk: DeskWriter) => Promise<T>) => store().transact((tx) => work(tx.desk));
  const begin = async () => {
    await store().transact((tx) => tx.requests.insert(sampleRequest(1)));
    return desk((each) => each.begin({ requestId: id, askedAt: NOON, dueAt: NOON + HOUR, movesAt: NOON + 3 * HOUR }));
  };

  describe('desk', () => {
    it('takes a step aside and a step back once each', async () => {
      await begin();
      expect([await desk((each) => each.stepAside(bea)), await desk((each) => each.stepAside(bea))]).toEqual([
        true,
        false,
      ]);
      expect((await store().read.desk.aside([id, idOf(2)])).get(id)).toEqual(['bea']);
      expect([await desk((each) => each.comeBack(bea)), await desk((each) => each.comeBack(bea))]).toEqual([
        true,
        false,
      ]);
    });

    it('lets one of two carry out a round, and asks for the next when it is due', async () => {
      expect(await begin()).toBe(true);
      expect(await store().read.desk.due(NOON + HOUR - 1, 9)).toEqual([]);
      expect(await store().read.desk.due(NOON + HOUR, 9)).toEqual([id]);
      const next = { round: 0, isRound: true, dueAt: NOON + 2 * HOUR };
      expect([await desk((each) => each.advance(id, next)), await desk((each) => each.advance(id, next))]).toEqual([
        true,
        false,
      ]);
      await desk((each) => each.hurry(id, NOON));
      expect(await store().read.desk.due(NOON, 9)).toEqual([id]);
    });

    it('lets one of two ask the next group, and looks at a request again when it is time', async () => {
      await begin();
      await desk((each) => each.advance(id, { round: 0, isRound: true, dueAt: NOON + 9 * HOUR }));
      expect(await store().read.desk.due(NOON + 3 * HOUR - 1, 9)).toEqual([]);
      expect(await store().read.desk.due(NOON + 3 * HOUR, 9)).toEqual([id]);
      const move = { seen: NOON + 3 * HOUR, at: NOON + 3 * HOUR, next: null };
      expect([await desk((each) => each.move(id, move)), await desk((each) => each.move(id, move))]).toEqual([
        true,
        false,
      ]);
      expect((await store().read.desk.asking([id])).get(id)?.round).toMatchObject({
        movedAt: NOON + 3 * HOUR,
        movesAt: null,
      });
      expect(await store().read.desk.due(NOON + 4 * HOUR, 9)).toEqual([]);
    });

    it('nudges once in each span, keeps what was added, and sends one digest a day', async () => {
      await begin();
      const nudge = (at: number) => desk((each) => each.nudge(id, { at, notSince: at - HOUR }));
      expect([await nudge(NOON), await nudge(NOON + HOUR - 1), await nudge(NOON + HOUR)]).toEqual([true, false, true]);
      const added = { requestId: id, slackId: bea.slackId, text: 'It is for the demo.', at: NOON };
      await desk((each) => each.add(added));
      expect((await store().read.desk.asking([id])).get(id)?.additions).toMatchObject([added]);
      const digest = (at: number) => desk((each) => each.digest(bea.slackId, { at, notSince: at - HOUR }));
      expect([await digest(NOON), await digest(NOON + HOUR - 1), await digest(NOON + HOUR)]).toEqual([
        true,
        false,
        true,
      ]);
    });

    it('remembers each reminder and each look once', async () => {
      await begin();
      const mention = { ...bea, number: 1, kind: 'reminded' } as const;
      expect([await desk((each) => each.mention(mention)), await desk((each) => each.mention(mention))]).toEqual([
        true,
        false,
      ]);
      for (const at of [NOON, NOON + 1]) await desk((each) => each.look({ ...bea, at }));
      expect((await store().read.desk.asking([id])).get(id)).toMatchObject({ mentions: [mention], looked: ['bea'] });
      expect(await store().read.desk.mentionsSince([bea.person], NOON)).toEqual(new Map([['bea', 1]]));
      expect(await store().read.desk.mentionsSince([bea.person], NOON + 1)).toEqual(new Map());
    });

    it('closes once, and answers how long answers took, newest first', async () => {
      await begin();
      expect([await desk((each) => each.close(id, NOON)), await desk((each) => each.close(id, NOON))]).toEqual([
        true,
        false,
      ]);
      for (const tookMs of [5, 9])
        await desk((each) => each.answered({ requestId: id, rule: 'keys', tookMs, at: NOON }));
      expect(await store().read.desk.answerTimes('keys', 20)).toEqual([5]);
    });
  });
}
