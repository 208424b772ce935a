export interface EffectsTable {
  request_id: string;
  attempt: number;
  position: number;
  step_id: string;
  part: 'step' | 'compensation' | 'ending';
  template_hash: string;
  /** JSON. */
  bindings: string;
  status: 'intent' | 'applied' | 'not-applied' | 'unknown';
  /** JSON. */
  answer: string;
  /** JSON list; `effect_resources` holds the same ids for looking up. */
  resource_ids: string;
  started_at: number;
  settled_at: number | null;
}
