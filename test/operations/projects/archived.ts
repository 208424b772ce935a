import type { JsonObject } from '#domain/json.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import { findOperation } from '#operations/catalogue.ts';
import { keepProject } from '#operations/objects/project.ts';
import { erinAsks } from '../erin-asks.ts';
import { projectOnWire } from '../wire.ts';

/** What an operation says as soon as it knows that its project is archived. */
export function refusalOfArchived(operationId: string, input: JsonObject): Refusal {
  const operation = findOperation(operationId);
  if (operation === null) throw new Error(`There is no ${operationId}`);
  const project = keepProject(projectOnWire({ status: 'archived' }));
  const answer = operation.need(erinAsks(input), { project });
  if (!isRefusal(answer)) throw new Error(`${operationId} went on reading an archived project`);
  return answer;
}
