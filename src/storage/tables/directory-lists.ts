/** When the vendor last gave us each list: `projects`, `users`, `keys:<project id>`. A list that was never read has no row. */
export interface DirectoryListsTable {
  name: string;
  as_of: number;
}
