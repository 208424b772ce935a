export interface MetaReader {
  get(name: string): Promise<string | null>;
}

export interface MetaWriter extends MetaReader {
  set(name: string, value: string): Promise<void>;
  /** False where it is not `from` any more; null is a name that has no value yet. */
  replace(name: string, value: { readonly from: string | null; readonly to: string }): Promise<boolean>;
}
