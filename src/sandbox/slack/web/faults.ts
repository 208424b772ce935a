/** Something going wrong at Slack's side that a test asks for. */
export type Fault =
  | { readonly kind: 'error'; readonly error: string }
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'rate-limited'; readonly retryAfterSeconds: number }
  /** The call is carried out, but its answer never arrives: the connection breaks. */
  | { readonly kind: 'answer-lost' };

export interface Faults {
  /** The next `times` calls of `method` fail so. */
  add(method: string, fault: Fault, times: number): void;
  /** The fault for this call, used up by asking. */
  take(method: string): Fault | null;
  clear(): void;
}

export function createFaults(): Faults {
  const waiting = new Map<string, readonly { readonly fault: Fault; readonly times: number }[]>();
  return {
    add(method, fault, times) {
      waiting.set(method, [...(waiting.get(method) ?? []), { fault, times }]);
    },
    take(method) {
      const [first, ...rest] = waiting.get(method) ?? [];
      if (first === undefined) return null;
      waiting.set(method, first.times > 1 ? [{ ...first, times: first.times - 1 }, ...rest] : rest);
      return first.fault;
    },
    clear: () => waiting.clear(),
  };
}
