// It asks nothing yet: it gives the readers of one viewer, each of which does.
const givesReaders = 'seenBy';

/**
 * The same thing with `around` about every call of a method of it, however deep: ports are records of functions, and their records may hold
 * records. Values that are not functions or records of them come through as they are.
 */
export function between<T extends object>(
  target: T,
  around: (name: string, work: () => unknown) => unknown,
  path = '',
): T {
  return new Proxy(target, {
    get(owner, key) {
      const value: unknown = Reflect.get(owner, key);
      const name = path === '' ? String(key) : `${path}.${String(key)}`;
      if (typeof value === 'function' && key === givesReaders) {
        return (...given: readonly unknown[]) => between(Reflect.apply(value, owner, given) as object, around, path);
      }
      if (typeof value === 'function') {
        return (...given: readonly unknown[]) => around(name, () => Reflect.apply(value, owner, given) as unknown);
      }
      return typeof value === 'object' && value !== null ? between(value, around, name) : value;
    },
  });
}
