import { both, type Check, complain, type Fields, rule, shape, string } from './check.ts';

/** The fields of a picture: a public URL or a file that was uploaded to Slack, never both. */
export const pictureFields: { readonly required: Fields; readonly optional: Fields } = {
  required: { alt_text: string({ min: 1, max: 2000 }) },
  optional: {
    image_url: string({ min: 1, max: 3000 }),
    slack_file: both(
      shape({ optional: { id: string({ min: 1 }), url: string({ min: 1 }) } }),
      rule((value, at) => {
        if ((value['id'] === undefined) === (value['url'] === undefined))
          complain(at, 'must define either `id` or `url`');
      }),
    ),
  },
};

export const exactlyOneSource: Check = rule((value, at) => {
  if ((value['image_url'] === undefined) === (value['slack_file'] === undefined)) {
    complain(at, 'must define either `image_url` or `slack_file`');
  }
});

/** The image element, as it stands in a section, a context or a card. */
export const imageElement: Check = both(shape(pictureFields), exactlyOneSource);
