import { boolean, both, byType, type Check, complain, type Fields, list, rule, shape, string } from '../check.ts';
import { button } from '../elements/button.ts';
import { groups, pickers } from '../elements/choices.ts';
import { fields, fileInput, richTextInput } from '../elements/fields.ts';
import { menus, overflow } from '../elements/menus.ts';
import { exactlyOneSource, imageElement, pictureFields } from '../image-source.ts';
import { anyText, plainText } from '../text.ts';

/** Every block may carry an id of its own. */
export const blockId: Fields = { block_id: string({ min: 1, max: 255 }) };

export const divider: Check = shape({ optional: blockId });

export const header: Check = shape({ required: { text: plainText(150) }, optional: blockId });

const { datetimepicker: _onlyInActionsAndInputs, ...pickersInSections } = pickers;

export const section: Check = both(
  shape({
    optional: {
      ...blockId,
      text: anyText(3000),
      fields: list(anyText(2000), { min: 1, max: 10 }),
      accessory: byType({ button, overflow, image: imageElement, ...menus, ...groups, ...pickersInSections }),
      expand: boolean,
    },
  }),
  rule((value, at) => {
    if (value['text'] === undefined && value['fields'] === undefined) complain(at, 'missing required field: text');
  }),
);

export const context: Check = shape({
  required: {
    elements: list(byType({ image: imageElement, plain_text: anyText(), mrkdwn: anyText() }), { min: 1, max: 10 }),
  },
  optional: blockId,
});

export const actions: Check = shape({
  required: {
    elements: list(
      byType({
        button,
        overflow,
        ...menus,
        ...groups,
        ...pickers,
        rich_text_input: richTextInput,
      }),
      { min: 1, max: 25 },
    ),
  },
  optional: blockId,
});

export const image: Check = both(
  shape({
    required: pictureFields.required,
    optional: { ...pictureFields.optional, ...blockId, title: plainText(2000) },
  }),
  exactlyOneSource,
);

const inputElements = { ...fields, ...menus, ...groups, ...pickers };

/** A labelled field. Files can be given in modals only. */
export const input: Check = shape({
  required: {
    label: plainText(2000),
    element: (value, at) =>
      byType(at.surface === 'modal' ? { ...inputElements, file_input: fileInput } : inputElements)(value, at),
  },
  optional: { ...blockId, hint: plainText(2000), optional: boolean, dispatch_action: boolean },
});
