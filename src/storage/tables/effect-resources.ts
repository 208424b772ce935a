/** Which effect touched which of the vendor's ids: a list inside JSON could not be indexed on every database. */
export interface EffectResourcesTable {
  resource_id: string;
  request_id: string;
  attempt: number;
  position: number;
}
