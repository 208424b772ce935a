import { type RequestId, shortRequestId } from '#domain/ids.ts';
import { changesOf, isDone } from './attribution.ts';
import { awaitAuditLog } from './await-audit-log.ts';
import { leftOver } from './left-over.ts';
import { findProject, projectName } from './own-project.ts';
import { ask, look, type Playing } from './play.ts';
import { isPassed, type Report, type Took } from './report.ts';
import type { Stage } from './stage.ts';
import { type Props, type Scene, story } from './story.ts';

export interface Wanted {
  readonly invitee: string | null;
  readonly archive: boolean;
}

/** The first model whose limit the project shows. */
async function findModel(
  { useCases, requester: caller }: Stage,
  limit: Scene,
  project: string,
): Promise<string | null> {
  const { operation: asked } = limit;
  const [place] = await useCases.suggest({ operationId: asked, field: 'project', query: project, caller });
  if (place === undefined) return null;
  const words = { project: place.value };
  const [model] = await useCases.suggest({ operationId: asked, field: 'model', query: '', words, caller });
  return model?.value ?? null;
}

const leaveOut = (scene: Scene, says: string): Took => ({
  id: scene.id,
  title: scene.title,
  state: 'left-out',
  says,
  request: null,
  calls: 0,
  attributed: 0,
  tookMs: 0,
});

interface Run {
  /** Scenes that passed, or needed no playing. */
  readonly done: Set<string>;
  readonly requests: Map<string, RequestId>;
  readonly scenes: Took[];
  props: Props;
}

async function play(stage: Stage, scene: Scene, run: Run): Promise<Took> {
  const missing = scene.after.find((id) => !run.done.has(id));
  if (missing !== undefined) {
    const other = story.find(({ id }) => id === missing)?.title ?? missing;
    return leaveOut(scene, `It needs “${other}”.`);
  }
  const words = scene.words(run.props);
  if (words === null) return leaveOut(scene, scene.because);
  const before = run.requests.get('limit');
  const input = scene.id === 'unlimit' && before !== undefined ? { request: before } : {};
  const startedAt = stage.house.clock.now();
  const playing: Playing = { stage, scene, input, words };
  const { state, says, requestId } = scene.id === 'list' ? await look(playing, run.props.name) : await ask(playing);
  if (state === 'passed') run.done.add(scene.id);
  if (requestId !== null) run.requests.set(scene.id, requestId);
  return {
    id: scene.id,
    title: scene.title,
    state,
    says,
    request: requestId === null ? null : shortRequestId(requestId),
    calls: requestId === null ? 0 : (await changesOf(stage.house, requestId)).filter(isDone).length,
    attributed: 0,
    tookMs: stage.house.clock.now() - startedAt,
  };
}

/** Plays the whole story through the same spine as everything else, then looks whether OpenAI's audit log tells it too. */
export async function rehearse(stage: Stage, wanted: Wanted): Promise<Report> {
  const since = stage.house.clock.now();
  const own = await findProject(stage.house);
  const project = own ?? projectName(since);
  const run: Run = {
    done: new Set(),
    requests: new Map(),
    scenes: [],
    props: { project, name: `rehearsal-${since.toString(36)}`, model: null, ...wanted },
  };
  for (const scene of story) {
    if (scene.id === 'limit' && run.done.has('project'))
      run.props = { ...run.props, model: await findModel(stage, scene, project) };
    const isThere = scene.id === 'project' && own !== null;
    if (isThere) run.done.add(scene.id);
    const took = isThere
      ? leaveOut(scene, `${project}, made by an earlier rehearsal, is used again.`)
      : await play(stage, scene, run);
    run.scenes.push(took);
    stage.tell(took);
  }
  const { scenes, knowsOwnKey } = await awaitAuditLog(stage, { ...run, since });
  return { passed: isPassed(scenes), project, knowsOwnKey, scenes, leftOver: await leftOver(stage.house, run) };
}
