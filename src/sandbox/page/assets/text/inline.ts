/** What a line of text is made of, whether it was written as mrkdwn, Markdown or rich text. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'bold' | 'italic' | 'strike' | 'code'; readonly children: readonly Inline[] }
  | { readonly kind: 'link'; readonly href: string | null; readonly label: readonly Inline[] }
  | { readonly kind: 'user' | 'channel' | 'usergroup'; readonly id: string; readonly label: string | null }
  | { readonly kind: 'broadcast'; readonly range: string }
  | {
      readonly kind: 'date';
      readonly seconds: number;
      readonly format: string;
      readonly href: string | null;
      readonly fallback: string;
    }
  | { readonly kind: 'emoji'; readonly name: string; readonly character: string | null }
  | { readonly kind: 'color'; readonly value: string }
  | { readonly kind: 'break' };

/** A piece of text that stands on lines of its own. */
export type TextBlock =
  | { readonly kind: 'paragraph' | 'quote'; readonly children: readonly Inline[] }
  | { readonly kind: 'pre'; readonly children: readonly Inline[] };

/** A target that a browser may be sent to. Anything else (`javascript:`, `data:`) stays text. */
export function safeHref(target: string): string | null {
  return /^(https?:\/\/|mailto:|tel:)/i.test(target) ? target : null;
}
