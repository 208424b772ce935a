/// <reference lib="dom" />

/** Made anew at each start of the sandbox, so it also names this start. */
export const token = document.querySelector<HTMLMetaElement>('meta[name="sandbox-token"]')?.content ?? '';
