/** Thrown when the program itself is wrong. Never caught to go on: the process reports it and the operation stops. */
export class InvariantError extends Error {
  override readonly name = 'InvariantError';
}

export function invariant(condition: unknown, sentence: string): asserts condition {
  if (!condition) throw new InvariantError(sentence);
}

/** For the end of an exhaustive `switch`: compiles only while every case is handled. */
export function unreachable(value: never): never {
  throw new InvariantError(`A case was not handled: ${JSON.stringify(value)}`);
}
