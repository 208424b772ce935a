import { type Check, oneOf, shape, string } from '../check.ts';
import { plainText } from '../text.ts';
import { actionable, confirmable } from './field-groups.ts';

export const button: Check = shape({
  required: { text: plainText(75) },
  optional: {
    ...actionable,
    ...confirmable,
    value: string({ max: 2000 }),
    url: string({ max: 3000 }),
    style: oneOf('primary', 'danger'),
    accessibility_label: string({ max: 75 }),
  },
});
