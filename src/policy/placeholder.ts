/** What the shipped policy leaves open, each with the question that fills it. */
export const placeholders = {
  FILL_IN_CHANNEL: 'Slack id of the channel for approvals, audit and alerts, such as C0123ABCD',
  FILL_IN_FIRST_ID: 'Short id of the first approver, such as bea',
  FILL_IN_FIRST_NAME: 'Name of the first approver',
  FILL_IN_FIRST_SLACK: 'Slack member id of the first approver',
  FILL_IN_FIRST_EMAIL: 'OpenAI e-mail address of the first approver',
  FILL_IN_SECOND_ID: 'Short id of the second approver, such as omar',
  FILL_IN_SECOND_NAME: 'Name of the second approver',
  FILL_IN_SECOND_SLACK: 'Slack member id of the second approver',
  FILL_IN_SECOND_EMAIL: 'OpenAI e-mail address of the second approver',
} as const;
export type Placeholder = keyof typeof placeholders;

const TOKEN = /FILL_IN_[A-Z]+(?:_[A-Z]+)*/g;

/** The question behind a text that is still a placeholder; null for any other text. */
export function openQuestion(text: string): string | null {
  const [token] = text.match(TOKEN) ?? [];
  if (token === undefined) return null;
  return Object.hasOwn(placeholders, token) ? placeholders[token as Placeholder] : token;
}

/** The shipped policy with its placeholders filled, each value written so that YAML reads it as that text and nothing else. */
export function fillPolicy(template: string, values: Readonly<Record<Placeholder, string>>): string {
  return template.replace(TOKEN, (token) => {
    const value = Object.hasOwn(values, token) ? values[token as Placeholder] : token;
    return /^[A-Za-z][A-Za-z0-9@._-]*$/.test(value) && !/^(true|false|null)$/i.test(value)
      ? value
      : JSON.stringify(value);
  });
}
