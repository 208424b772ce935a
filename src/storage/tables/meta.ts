export interface MetaTable {
  name: string;
  value: string;
}
