import { type Judgement, judge } from '#operations/judge.ts';
import type { Step } from '#operations/plan.ts';
import { bind, type Bindings, bindJson } from '#operations/template.ts';
import type { House } from './house.ts';
import type { CallContext } from './ports/vendor.ts';

/** Looks at the vendor to find out whether a step happened. */
export async function prove(
  house: House,
  step: Pick<Step, 'proof'>,
  how: { readonly bindings: Bindings; readonly context: CallContext },
): Promise<Judgement> {
  const { proof } = step;
  const answer = await house.vendor.read(bind(proof.read, how.bindings), {
    pages: proof.by === 'listed' || proof.by === 'unlisted' ? 'all' : 'one',
    absent: 'null',
    context: how.context,
  });
  return judge(proof.by, proof.by === 'gone' ? {} : bindJson(proof.where, how.bindings), answer);
}
