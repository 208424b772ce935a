export interface MetaReader {
  get(name: string): Promise<string | null>;
}

export interface MetaWriter extends MetaReader {
  set(name: string, value: string): Promise<void>;
}
