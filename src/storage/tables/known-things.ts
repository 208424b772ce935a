/** Items of any list of the vendor that is not a table of its own. `list` is the name of that list in `directory_lists`. */
export interface KnownThingsTable {
  list: string;
  id: string;
  position: number;
  name: string;
  body: string;
}
