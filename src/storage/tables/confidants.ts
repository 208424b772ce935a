export interface ConfidantsTable {
  request_id: string;
  person: string;
}
