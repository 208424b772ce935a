/** Sets `key`, then forgets the oldest entries beyond `max`: the emulator runs for days beside a developer. */
export function setBounded<Value>(map: Map<string, Value>, entry: { key: string; value: Value; max: number }): void {
  map.set(entry.key, entry.value);
  for (const oldest of map.keys()) {
    if (map.size <= entry.max) return;
    map.delete(oldest);
  }
}
