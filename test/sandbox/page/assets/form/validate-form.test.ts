import { describe, expect, it } from 'vitest';
import { validateForm } from '#sandbox/page/assets/form/validate-form.ts';

const form = (element: Readonly<Record<string, unknown>>, optional = false) => [
  { type: 'input', block_id: 'b', optional, element: { action_id: 'a', ...element } },
];
const verdict = (element: Readonly<Record<string, unknown>>, value: string | null, optional = false) =>
  validateForm(form(element, optional), { b: { a: { type: String(element['type']), value } } })['b'] ?? 'fine';

describe('what a client refuses by itself', () => {
  it.each([
    [{ type: 'plain_text_input' }, null, 'Please complete this required field.'],
    [{ type: 'plain_text_input', min_length: 5 }, 'four', 'This takes at least 5 characters.'],
    [{ type: 'plain_text_input', max_length: 3 }, 'four', 'This takes at most 3 characters.'],
    [{ type: 'plain_text_input', min_length: 4, max_length: 4 }, 'four', 'fine'],
    [{ type: 'number_input' }, '1.5', 'This is not a whole number.'],
    [{ type: 'number_input', is_decimal_allowed: true }, '1.5', 'fine'],
    [{ type: 'number_input', is_decimal_allowed: true }, 'many', 'This is not a number.'],
    [{ type: 'number_input', min_value: '2' }, '1', 'This must be at least 2.'],
    [{ type: 'number_input', max_value: '90' }, '100', 'This must be at most 90.'],
    [{ type: 'email_text_input' }, 'erin', 'This is not an e-mail address.'],
    [{ type: 'email_text_input' }, 'erin@larkspur.example', 'fine'],
    [{ type: 'url_text_input' }, 'javascript:x', 'This is not a web address.'],
  ])('%j with %j: %s', (element, value, expected) => {
    expect(verdict(element, value)).toBe(expected);
  });

  it('takes an optional field empty, but not misshapen', () => {
    expect(verdict({ type: 'number_input' }, null, true)).toBe('fine');
    expect(verdict({ type: 'number_input' }, 'x', true)).not.toBe('fine');
  });

  it('asks for a choice where none was made', () => {
    for (const type of ['static_select', 'multi_static_select', 'checkboxes', 'users_select', 'datepicker']) {
      expect(validateForm(form({ type }), {}), type).toHaveProperty('b');
    }
  });
});
