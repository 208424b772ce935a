import type { Instant } from '#domain/instant.ts';
import type { Found, KnownKey, KnownProject, KnownThing, KnownUser } from '#operations/memory.ts';

export interface DirectoryReader {
  projects(): Promise<{ readonly asOf: Instant | null; readonly items: readonly KnownProject[] }>;
  users(): Promise<{ readonly asOf: Instant | null; readonly items: readonly KnownUser[] }>;
  keys(projectId: string): Promise<{ readonly asOf: Instant | null; readonly items: readonly KnownKey[] }>;
  /** Items of any other list, by the name it is kept under. */
  things(list: string): Promise<{ readonly asOf: Instant | null; readonly items: readonly KnownThing[] }>;
  /** When each list was read last. */
  ages(): Promise<readonly { readonly name: string; readonly asOf: Instant }[]>;
  /** Everything whose name or id holds the text, whatever its kind. */
  search(text: string, limit: number): Promise<readonly Found[]>;
  /** Every key of every project that was listed so far, at most 5 000. */
  allKeys(): Promise<readonly KnownKey[]>;
}

export interface DirectoryWriter extends DirectoryReader {
  replaceProjects(items: readonly KnownProject[], at: Instant): Promise<void>;
  replaceUsers(items: readonly KnownUser[], at: Instant): Promise<void>;
  replaceThings(list: string, items: readonly KnownThing[], at: Instant): Promise<void>;
  /** Adds a key that was just made, until its project is listed again. */
  putKey(key: KnownKey): Promise<void>;
  replaceKeys(projectId: string, items: readonly KnownKey[], at: Instant): Promise<void>;
  /** From now on these lists count as read no later than this; a list that was never read stays so. */
  outdate(names: readonly string[], atMost: Instant): Promise<void>;
}
