import { fitsProject } from '../glob.ts';
import { line, oneOrMore } from '../leaves.ts';
import { defineWhen, yesOrNo } from './condition.ts';

const hint = 'List models or patterns, such as gpt-6-*.';

export const anyModelCondition = defineWhen({
  id: 'any-model',
  key: 'any_model',
  about: 'One of these models could be used afterwards; `*` stands for anything.',
  example: 'gpt-6-*',
  shape: oneOrMore(line(100, hint), hint),
  look: (wanted, { facts: { bounds } }) => {
    const asks = `asks for any of the models ${wanted.join(', ')}`;
    if (!Object.hasOwn(bounds, 'models')) return yesOrNo(false, `${asks}, and this changes no list of models`);
    const models = bounds['models'];
    if (!Array.isArray(models)) return yesOrNo(true, `${asks}, and this opens every model`);
    const found = models.filter((model) =>
      wanted.some((one) => fitsProject(one, { id: String(model), name: String(model) })),
    );
    return yesOrNo(found.length > 0, `${asks}, and this opens ${models.map(String).join(', ') || 'none'}`);
  },
});
