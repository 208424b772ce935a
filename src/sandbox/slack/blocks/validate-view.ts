import { isRecord, type JsonRecord } from '../record.ts';
import { type At, boolean, type Check, complain, type Fields, type Problem, shape, string } from './check.ts';
import { plainText } from './text.ts';
import { validateBlocks } from './validate-blocks.ts';

/** A view's JSON may weigh 250 KB (Slack API docs, views.open: `view_too_large`). */
export const MAX_VIEW_BYTES = 250_000;

const ignore: Check = () => {};
const common: Fields = {
  blocks: ignore,
  callback_id: string({ max: 255 }),
  external_id: string({ max: 255 }),
  private_metadata: string({ max: 3000 }),
};

const checks: Readonly<Record<'modal' | 'home', Check>> = {
  modal: shape({
    required: { title: plainText(24), blocks: ignore },
    optional: {
      ...common,
      submit: plainText(24),
      close: plainText(24),
      clear_on_close: boolean,
      notify_on_close: boolean,
      submit_disabled: boolean,
    },
  }),
  home: shape({ required: { blocks: ignore }, optional: common }),
};

/** Checks a view and its blocks; pointers start at `/view`. */
export function validateView(type: 'modal' | 'home', view: unknown): readonly Problem[] {
  const at: At = { pointer: '/view', surface: type, problems: [] };
  if (!isRecord(view)) return [{ message: 'must provide an object', pointer: '/view' }];
  if (view['type'] !== type) return [{ message: `unsupported type: ${String(view['type'])}`, pointer: '/view/type' }];
  checks[type](view, at);
  if (view['blocks'] !== undefined) at.problems.push(...validateBlocks(type, view['blocks'], '/view/blocks'));
  if (type === 'modal') checkSubmit(view, at);
  return at.problems;
}

/** Without a button to send it, a form could never be sent. */
function checkSubmit(view: JsonRecord, at: At): void {
  if (view['submit'] !== undefined || !Array.isArray(view['blocks'])) return;
  view['blocks'].forEach((block: unknown, index) => {
    if (isRecord(block) && block['type'] === 'input') {
      const place = { ...at, pointer: `/view/blocks/${index}/input` };
      complain(place, 'must define `submit` to use an `input` block in modals');
    }
  });
}
