export interface DecisionsTable {
  request_id: string;
  person: string;
  kind: 'approve' | 'deny';
  slack_id: string;
  name: string;
  comment: string;
  digest: string;
  proof: 'none' | 'code' | 'passkey';
  at: number;
}
