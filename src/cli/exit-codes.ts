/**
 * What the process ends with, for scripts. From sysexits where it has a word for it; 2 to 9 belong to single commands, which say in
 * their help what they mean by them.
 */
export const exitCodes = {
  ok: 0,
  /** The answer is no, or the world did not let us: the sentence on stderr says which. */
  failed: 1,
  /** The command line was not understood. */
  usage: 64,
  /** A bug: please report it with what was printed. */
  bug: 70,
  /** Settings, or the Node that runs this, have to be changed first. */
  config: 78,
} as const;
