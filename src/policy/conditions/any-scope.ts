import { line, oneOrMore } from '../leaves.ts';
import { defineWhen, yesOrNo } from './condition.ts';

const hint = 'List scopes of a key, such as api.model.write.';

export const anyScopeCondition = defineWhen({
  id: 'any-scope',
  key: 'any_scope',
  about: 'The key may do one of these things; a key without scopes may do all of them.',
  example: '[api.all.write, api.model.write]',
  shape: oneOrMore(line(100, hint), hint),
  look: (wanted, { facts: { bounds } }) => {
    const asks = `asks for any of the scopes ${wanted.join(', ')}`;
    if (!Object.hasOwn(bounds, 'scopes')) return yesOrNo(false, `${asks}, and this hands out none`);
    const scopes = bounds['scopes'];
    if (!Array.isArray(scopes) || scopes.length === 0) return yesOrNo(true, `${asks}, and this is not limited at all`);
    const found = scopes.filter((scope) => typeof scope === 'string' && wanted.includes(scope));
    return yesOrNo(found.length > 0, `${asks}, and this asks for ${scopes.map(String).join(', ')}`);
  },
});
