/** What the transports have in common for whoever starts and stops them. */
export interface Intake {
  /** Where deliveries arrive, for people to read. */
  start(): Promise<string>;
  /** From now on nothing new is taken; answers to what runs can still be given. */
  refuseNew(): void;
  close(): Promise<void>;
  isConnected(): boolean;
}
