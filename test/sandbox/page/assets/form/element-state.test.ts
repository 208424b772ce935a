import { describe, expect, it } from 'vitest';
import { collectState, withState } from '#sandbox/page/assets/form/element-state.ts';
import { FORM_BLOCKS } from '../../gallery-views.ts';

describe('the state of a form', () => {
  it('holds every element that can hold a value, touched or not, and no button', () => {
    const state = collectState(FORM_BLOCKS, {});
    expect(Object.keys(state)).toEqual(
      FORM_BLOCKS.filter(({ type }) => type === 'input').map((block) => block['block_id']),
    );
    expect(state).toMatchObject({
      project: { value: { type: 'external_select', selected_option: null } },
      purpose: { value: { type: 'plain_text_input', value: null } },
      name: { value: { type: 'plain_text_input', value: 'erin-search' } },
      days: { value: { type: 'number_input', value: '30' } },
      scope: { value: { type: 'static_select', selected_option: { value: 'gen' } } },
      tags: { value: { type: 'multi_static_select', selected_options: [] } },
      owner: { value: { type: 'users_select', selected_user: 'U0ERIN00001' } },
      start: { value: { type: 'datepicker', selected_date: '2026-11-24' } },
      at: { value: { type: 'timepicker', selected_time: null } },
      flags: { value: { type: 'checkboxes', selected_options: [] } },
      tier: { value: { type: 'radio_buttons', selected_option: { value: 'normal' } } },
    });
  });

  it('puts what was entered over what an element starts with, even when it was emptied', () => {
    const emptied = withState({}, { blockId: 'name', actionId: 'value' }, { type: 'plain_text_input', value: null });
    expect(collectState(FORM_BLOCKS, emptied)['name']).toEqual({ value: { type: 'plain_text_input', value: null } });
  });

  it('forgets what was entered in an element that has become another', () => {
    const old = withState(
      {},
      { blockId: 'name', actionId: 'value' },
      { type: 'datepicker', selected_date: '2026-01-01' },
    );
    expect(collectState(FORM_BLOCKS, old)['name']).toMatchObject({ value: { value: 'erin-search' } });
  });

  it('sends nothing of blocks that are gone', () => {
    const old = withState({}, { blockId: 'gone', actionId: 'value' }, { type: 'plain_text_input', value: 'x' });
    expect(collectState(FORM_BLOCKS, old)).not.toHaveProperty('gone');
  });
});
