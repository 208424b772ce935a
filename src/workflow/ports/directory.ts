import type { Instant } from '#domain/instant.ts';
import type { KnownKey, KnownProject, KnownUser } from '#operations/memory.ts';

export interface DirectoryReader {
  projects(): Promise<{ readonly asOf: Instant | null; readonly items: readonly KnownProject[] }>;
  users(): Promise<{ readonly asOf: Instant | null; readonly items: readonly KnownUser[] }>;
  keys(projectId: string): Promise<{ readonly asOf: Instant | null; readonly items: readonly KnownKey[] }>;
  /** Every key of every project that was listed so far, at most 5 000. */
  allKeys(): Promise<readonly KnownKey[]>;
}

export interface DirectoryWriter extends DirectoryReader {
  replaceProjects(items: readonly KnownProject[], at: Instant): Promise<void>;
  replaceUsers(items: readonly KnownUser[], at: Instant): Promise<void>;
  replaceKeys(projectId: string, items: readonly KnownKey[], at: Instant): Promise<void>;
}
