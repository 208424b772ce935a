/** WebAuthn speaks base64url; what is kept stands in plain base64 (see `approvals/proof.ts`). */
export const fromUrl = (text: string): string => Buffer.from(text, 'base64url').toString('base64');
export const toUrl = (text: string): string => Buffer.from(text, 'base64').toString('base64url');
